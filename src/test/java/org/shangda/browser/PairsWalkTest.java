package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.reporting.SemesterEnd;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a wave of proposals to the Word file of the semester's summary, in a college that follows Zhejiang's programme. */
@Tag("browser")
@ShangdaTest
class PairsWalkTest extends InTheBrowser {

    private static final String TERM = "2025-2026-2";

    /** Has three pairs in the end. */
    private static final String MEMBER = "limei";

    /** Is proposed first. */
    private static final String DECLINED_MEMBER = "chenxin";

    @Autowired
    Summaries summaries;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void a_monday_without_pairs() {
        contacts.forgetEverything();
        pairings.clear();
    }

    @AfterEach
    void undo() {
        contacts.forgetEverything();
        pairings.clear();
        summaries.forgetTerm(TERM);
    }

    @Test
    void a_wave_a_month_a_note_a_concern_and_the_summary_of_the_semester() throws Exception {
        first_wave();
        the_colleague_declines();
        String pair = second_wave();
        the_colleague_agrees_and_the_member_accepts(pair);

        TestTime.set("2026-03-10T10:00:00");
        String sheet = contacts.sheet(MEMBER, "2026-03");
        the_member_records_the_month(sheet);
        the_colleague_corrects_the_note(contacts.notes(pair).get(0), pair);
        String concern = contacts.contacts(pair, "concern").get(0);
        the_branch_has_the_concern(concern);

        TestTime.set("2026-07-06T08:30:00");
        the_branch_sums_up(concern);
    }

    @Test
    void the_other_forms_of_pairs_and_contacts_read_well() {
        browser.login(COLLEGE_CLERK).start("成批结对");
        browser.fill("这一批的名称", "历年已有结对").choose("已有的结对：登记").fill("名单（从 Excel 复制粘贴）", "李梅\t陈宇\t2025-09-01\t其他");
        browser.send();
        String wave = database.queryForObject("select number from pairing_wave", String.class);
        browser.list("我的在办").task("核对结对名单 " + wave).inRow(1);
        assertThat(browser.shown("结对日期（如 2025-09-01）")).isEqualTo("2025-09-01");
        browser.inWholeForm();
        looksWell("wave-of-existing-pairs");
        browser.choose("发出勾选的行").send();
        String existing = proposed(MEMBER);

        browser.login(COLLEAGUE).list("我的在办").task("告知已有的结对 " + existing);
        browser.awaitText("李梅");
        looksWell("tell");
        browser.start("调整或结束结对").choose("结束结对");
        looksWell("change-pair");

        pairings.pair("sunyan", "mayan");
        cases.start("mayan", "pairing-change", Map.of("change", "another"));
        browser.login(COLLEGE_CLERK)
                .list("待办")
                .task("请选定结对党员 "
                        + pairings.numbers("colleague = 'mayan' and state = 'SOUGHT'")
                                .get(0));
        browser.receive();
        looksWell("choose-partner");

        contacts.pair("member-person", Contacts.TEACHER, Contacts.TAUGHT, "jg1", LocalDate.of(2025, 9, 1));
        browser.login(Cases.PERSONNEL_CLERK).start("安排事件谈话");
        browser.fill("工号或姓名", "郑洋").pick("事由", "遵守党纪国法、党风廉政和思想作风方面");
        looksWell("arrange-event-talk");
        browser.send();
        browser.login(Contacts.TEACHERS_SECRETARY)
                .list("我的在办")
                .task("事件谈话 " + database.queryForObject("select number from event_talk", String.class));
        browser.awaitText("纪检监察渠道");
        looksWell("event-talk");
    }

    private void looksWell(String name) {
        // What is no policy's is marked so in both languages, in the tables themselves.
        assertThat(browser.english("practice, not policy")).isEmpty();
        browser.picture(name);
    }

    private void first_wave() {
        browser.login(COLLEGE_CLERK).start("成批结对");
        browser.fill("这一批的名称", "春季学期第一批").fill("至多几对（1 至 60，不填为 20）", "3");
        looksWell("plan-wave");
        browser.send();
        String wave = database.queryForObject("select number from pairing_wave", String.class);
        browser.login(COLLEGE_CLERK).list("我的在办").task("核对结对名单 " + wave);
        browser.inRow(1);
        assertThat(browser.shown("联系对象")).isEqualTo("陈宇（chenyu）");
        assertThat(browser.shown("结对党员或联系领导")).isEqualTo("陈欣（chenxin）");
        browser.inRow(2).fill("联系对象", "马艳").fill("结对党员或联系领导", "李梅");
        browser.inRow(3).fill("联系对象", "马杰").fill("结对党员或联系领导", "limei");
        browser.inWholeForm().choose("发出勾选的行");
        looksWell("wave");
        browser.send();
        for (String colleague : List.of("mayan", "majie")) {
            String number = pairings.numbers("colleague = '" + colleague + "'").get(0);
            cases.act(colleague, number, "UserTask_Consent", Map.of("decision", "agree"));
            cases.act(MEMBER, number, "UserTask_Accept", Map.of("decision", "accept"));
        }
    }

    private void the_colleague_declines() {
        String number = proposed(DECLINED_MEMBER);
        browser.login(COLLEAGUE).list("我的在办").task("征求您的结对意愿 " + number);
        browser.choose("暂不结对");
        browser.awaitText("陈欣");
        looksWell("consent");
        browser.send();
        assertThat(pairings.state(number)).isEqualTo("DECLINED");
    }

    private String second_wave() {
        browser.login(COLLEGE_CLERK).start("成批结对");
        browser.fill("这一批的名称", "春季学期第二批").fill("至多几对（1 至 60，不填为 20）", "1").send();
        String wave = database.queryForObject("select number from pairing_wave where name = '春季学期第二批'", String.class);
        browser.list("我的在办").task("核对结对名单 " + wave).inRow(1);
        assertThat(browser.shown("联系对象")).isEqualTo("陈宇（chenyu）");
        assertThat(browser.shown("结对党员或联系领导")).isNotEqualTo("陈欣（chenxin）");
        browser.fill("结对党员或联系领导", "李梅").inWholeForm().choose("发出勾选的行").send();
        return proposed(MEMBER);
    }

    private void the_colleague_agrees_and_the_member_accepts(String number) {
        browser.login(COLLEAGUE)
                .list("我的在办")
                .task("征求您的结对意愿 " + number)
                .choose("愿意")
                .send();
        browser.login(MEMBER).list("我的在办").task("请接受结对 " + number);
        browser.choose("接受");
        looksWell("accept");
        browser.send();
        assertThat(pairings.state(number)).isEqualTo("ACTIVE");
    }

    private void the_member_records_the_month(String sheet) {
        browser.login(MEMBER).list("我的在办").task("本月联系登记 " + sheet);
        browser.awaitText("党委发〔2016〕10号");
        looksWell("month-empty");
        List<String> colleagues = List.of("马杰", "马艳", "陈宇");
        for (int row = 1; row <= 3; row++) {
            String colleague = browser.inRow(row).shown("联系对象");
            assertThat(colleague).isIn(colleagues);
            browser.today("日期").pick("方式", "走访").choose("工作上的帮带").choose("听取意见建议");
            if (colleague.equals("陈宇")) {
                browser.fill("备注（可不填）", "近期承担两门新课，希望少排一次监考。");
                browser.choose("有事项需要反映").pick("类型（必填）", "实际困难").pick("类别（必填）", "住房与后勤");
                browser.fill("标题（必填）", "教师公寓三号楼漏水").fill("情况说明（必填）", "卧室天花板漏水两周，已影响居住。");
                browser.pick("可以送到哪里、是否显示姓名（必填）", "支部以上不显示姓名").pick("联系对象同意的方式（必填）", "当面");
            }
        }
        browser.inWholeForm();
        looksWell("month");
        browser.send();
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    private void the_colleague_corrects_the_note(String note, String pair) {
        browser.login(COLLEAGUE).list("我的在办").task("确认联系备注 " + note);
        assertThat(browser.shown("备注")).isEqualTo("近期承担两门新课，希望少排一次监考。");
        browser.choose("更正").fill("更正为（必填）", "近期承担两门新课。");
        looksWell("confirm-note");
        browser.send();
        assertThat(contacts.note(note, "state")).isEqualTo("CONFIRMED");
        assertThat(contacts.note(note, "words")).isEqualTo("近期承担两门新课。");
    }

    private void the_branch_has_the_concern(String concern) {
        browser.login(SECRETARY).list("我的在办").task("党支部办理 " + concern);
        assertThat(browser.shown("标题")).isEqualTo("教师公寓三号楼漏水");
        assertThat(browser.text()).doesNotContain("监考");
        looksWell("branch-has-the-concern");
        browser.choose("答复办结").fill("答复内容（必填）", "已报修，本周五维修。").send();
        // Figures under five are not shown.
        for (int more = 0; more < 4; more++) {
            cases.raise(COLLEAGUE, Cases.concern());
        }
    }

    private void the_branch_sums_up(String concern) throws Exception {
        semesterEnd.open();
        String number = database.queryForObject(
                "select number from summary where tier = 'branch' and unit = 'jsj1' and term = ?", String.class, TERM);
        browser.login(SECRETARY).list("我的在办").task("撰写学期总结 " + number);
        browser.awaitText("100%");
        browser.fill("做法", "每月走访结对同事，有事当面说、当场记、及时报。");
        browser.fill("问题", "部分青年教师课程多，时间不易约定。");
        browser.fill("打算", "下学期开学第一周约定全学期的走访时间。");
        looksWell("summary");
        browser.send();

        browser.login(COLLEGE_CLERK).list("待办").task("审阅学期总结 " + number).receive();
        browser.choose("通过");
        assertThat(browser.shown("做法")).isEqualTo("每月走访结对同事，有事当面说、当场记、及时报。");
        looksWell("review-summary");
        browser.send();

        // The branch settled it, so that it has not reached the college.
        browser.login(SECRETARY)
                .page("/reports/summary.html?number=" + number + "&figure=concerns.received")
                .awaitText(concern);
        browser.picture("summary-concerns");
        String word = word(number);
        assertThat(word)
                .contains("党支部联系服务群众工作学期总结", "计算机系教工党支部", "100%", "每月走访结对同事", "部分青年教师课程多", "下学期开学第一周")
                .doesNotContain("陈宇", "监考", "漏水");
    }

    private String word(String number) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/api/summaries/" + number + ".docx"))
                                .header("Authorization", Http.basic(SECRETARY, "demo"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/walk.docx"), answer.body());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(answer.body()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    /** The pair of the colleague with that member. */
    private String proposed(String member) {
        return pairings.numbers("colleague = '" + COLLEAGUE + "' and carrier = '" + member + "'")
                .get(0);
    }
}
