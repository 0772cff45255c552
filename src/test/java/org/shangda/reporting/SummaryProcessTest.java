package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A semester is over and everybody who is to sum it up does. Every test has an author of its own, because a semester ends
 * once: 2025-2026-1, which ended on 25 January 2026.
 */
@ShangdaTest
class SummaryProcessTest {

    private static final String TERM = "2025-2026-1";
    private static final Map<String, Object> WRITTEN = Map.of("practice", "每月走访。", "problems", "时间紧。", "plans", "继续。");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    SummaryView view;

    @LocalServerPort
    int port;

    private String pair;

    /** Of a branch of the college that follows the teachers' branch's policy. */
    @BeforeEach
    void the_semester_is_over() {
        TestTime.set(TestTime.MONDAY);
        pair = new SemesterWorld(database).pair("member-person", "suboyuan", "zhengyang", "jg1", "jg");
        semesterEnd.open();
    }

    @AfterEach
    void undo() {
        new SemesterWorld(database).remove(pair);
    }

    // --- who, and when -----------------------------------------------------------------------------------------------

    /** 「每个党员一个学期向党支部汇报一次联系群众工作情况」. */
    @Test
    void T11_every_member_with_a_pair_reports_once_a_semester_to_the_branch() {
        String number = summary("member", "jg1", "suboyuan");
        assertThat(cases.task(number, "UserTask_Write").getAssignee()).isEqualTo("suboyuan");
        assertThat(value(number, "superior")).isEqualTo("jg1");
        assertThat(semesterEnd.open()).as("a second look opens nothing").isZero();
        assertThat(database.queryForObject(
                        "select count(*) from summary where term = ? and person = 'suboyuan'", Integer.class, TERM))
                .isOne();

        cases.act("suboyuan", number, "UserTask_Write", WRITTEN);
        cases.act("shenbin", number, "UserTask_Review", Map.of("verdict", "accept"));
        assertThat(value(number, "state")).isEqualTo("ACCEPTED");
        assertThat(cases.instances(number)).isEmpty();
        assertThat(view.page(summary("branch", "jg1", ""), "shenbin").below())
                .extracting(SummaryView.Below::who, SummaryView.Below::state)
                .contains(org.assertj.core.api.Assertions.tuple("党群部门教工党支部 苏博远", "已通过"));
    }

    /** 「院部党组织负责汇总本部门有关工作资料,组织总结」; 「党员校级领导……由办公室牵头汇总有关工作资料,组织总结」. */
    @Test
    void J27_the_college_sums_up_its_own_and_the_office_the_universitys_leaders() {
        for (String[] author : new String[][] {{"college", "jx", "tangjing"}, {"office", "dxb", "luojing"}}) {
            String number = summary(author[0], author[1], "");
            cases.act(author[2], number, "UserTask_Write", WRITTEN);
            assertThat(value(number, "state")).isEqualTo("HANDED_UP");
            cases.act(ORGANIZATION_CLERK, number, "UserTask_Review", Map.of("verdict", "accept"));
            assertThat(value(number, "state")).isEqualTo("ACCEPTED");
        }
        assertThat(database.queryForList(
                        "select tier from summary where term = ? and unit like 'jx%'", String.class, TERM))
                .as("this policy asks neither members nor branches")
                .containsExactly("college");
    }

    /** 「组织部对全校……推进情况进行全面总结」; 「学校党委定期听取“事业之友”制度实施情况的汇报」. */
    @Test
    void J28_Z32_the_organization_department_sums_up_the_whole_university_and_there_it_ends() throws IOException {
        String number = summary("organization-department", "zzb", "");
        cases.act(ORGANIZATION_CLERK, number, "UserTask_Write", WRITTEN);
        assertThat(value(number, "state")).isEqualTo("ACCEPTED");
        assertThat(cases.instances(number)).isEmpty();

        byte[] file = cases.as(ORGANIZATION_CLERK, () -> view.word(number, ORGANIZATION_CLERK));
        RecordsOnPaperTest.look("summary.docx", file);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .startsWith("全校联系服务群众工作学期总结", "2025-2026学年第一学期  党委组织部")
                    .containsSequence("二、做法", "每月走访。", "三、问题", "时间紧。", "四、打算", "继续。");
            assertThat(RecordsOnPaperTest.texts(word.getTables().get(0)))
                    .extracting(row -> row.get(1))
                    .contains("应联系（人次）", "已联系（人次）", "完成率", "收到", "答复办结", "持续推进", "上报", "满意", "基本满意", "不满意", "未评价");
        }
    }

    // --- its way -----------------------------------------------------------------------------------------------------

    @Test
    void what_is_sent_back_comes_again_with_the_remark_and_a_new_date() {
        String number = summary("branch", "jg2", "");
        cases.act("songmei", number, "UserTask_Write", WRITTEN);
        // The clerk of the college reviews; somebody who reviews must say what is wrong.
        String reviewer = reviewer(number);
        assertRefused(
                () -> cases.act(reviewer, number, "UserTask_Review", Map.of("verdict", "send-back")),
                400,
                "请写明需要修改什么，再退回。");
        assertRefused(
                () -> cases.act(reviewer, number, "UserTask_Review", Map.of("verdict", "maybe")),
                400,
                "请在“审阅意见”中选择一项。");
        cases.act(reviewer, number, "UserTask_Review", Map.of("verdict", "send-back", "remark", "请补充打算。"));
        assertThat(value(number, "state")).isEqualTo("SENT_BACK");

        VariableMap shown = cases.show("songmei", cases.task(number, "UserTask_Write"));
        assertThat(shown.get("remarkShown")).isEqualTo("请补充打算。");
        assertThat(shown.get("practice")).isEqualTo("每月走访。");
        assertThat(shown.get("due")).isEqualTo("2026-03-09");

        cases.act("songmei", number, "UserTask_Write", WRITTEN);
        cases.act(reviewer, number, "UserTask_Review", Map.of("verdict", "accept", "remark", "很好。"));
        assertThat(value(number, "state")).isEqualTo("ACCEPTED");
    }

    @Test
    void whoever_writes_and_whoever_reviews_is_reminded_and_a_late_one_says_so() {
        String number = summary("branch", "jg3", "");
        assertThat(value(number, "due_at")).startsWith("2026-03-1");
        cases.passTo(number, "2026-03-20T10:00:00");
        assertThat(database.queryForObject("select overdue from summary where number = ?", Boolean.class, number))
                .isTrue();
        assertThat(cases.openTasks(number)).as("the task stays").containsExactly("UserTask_Write");
        assertThat(cases.show("jiangbo", cases.task(number, "UserTask_Write")).get("stateLabel"))
                .isEqualTo("撰写中（逾期）");

        cases.act("jiangbo", number, "UserTask_Write", WRITTEN);
        assertThat(database.queryForObject("select overdue from summary where number = ?", Boolean.class, number))
                .as("what was handed up late is late no longer")
                .isFalse();
        cases.passTo(number, "2026-04-20T10:00:00");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Review");
        cases.act(reviewer(number), number, "UserTask_Review", Map.of("verdict", "accept"));
    }

    @Test
    void what_ended_more_than_sixty_days_ago_is_summed_up_no_more() {
        // Nobody has looked since: 2025-2026-2 ended on 5 July 2026.
        TestTime.set("2026-09-04T10:00:00");
        semesterEnd.open();
        assertThat(database.queryForObject("select count(*) from summary where term = '2025-2026-2'", Integer.class))
                .isZero();
    }

    @Test
    void nobody_reviews_what_they_handed_up_themselves() {
        String number = summary("branch", "jsj3", "");
        // Secretary of the branch, and clerk of the college above.
        cases.act(COLLEGE_CLERK, number, "UserTask_Write", WRITTEN);
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, number, "UserTask_Review", Map.of("verdict", "accept")),
                404,
                "未找到该事项，或您无权查看。");
        cases.act("yangfan", number, "UserTask_Review", Map.of("verdict", "accept"));
    }

    @Test
    void what_is_missing_or_too_long_is_refused_in_words_and_nothing_is_lost() {
        String number = summary("branch", "jsj2", "");
        assertRefused(() -> cases.act("xuning", number, "UserTask_Write", Map.of("problems", "x")), 400, "请填写“做法”。");
        Map<String, Object> tooLong = new HashMap<>(WRITTEN);
        tooLong.put("plans", "长".repeat(4001));
        assertRefused(() -> cases.act("xuning", number, "UserTask_Write", tooLong), 400, "“打算”过长，最多 4,000 字，请缩短后再提交。");
        assertThat(value(number, "state")).isEqualTo("DRAFT");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Write");
    }

    // --- figures and rows --------------------------------------------------------------------------------------------

    @Test
    void a_figure_opens_its_rows_and_keeps_them_once_it_is_handed_up() throws IOException {
        SemesterWorld world = new SemesterWorld(database);
        String number = summary("college", "jg", "");
        String sheet = world.sheet("suboyuan", "jg1", "jg", "2025-10-31");
        world.owed(sheet, pair, "member-person", 10, 5);

        JsonNode rows = JSON.readTree(get("sunhuiling", "/api/summaries/" + number + "/rows?figure=contacts.due", 200));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).path("number").asText()).isEqualTo(pair);
        assertThat(rows.get(0).path("unit").asText()).isEqualTo("党群部门教工党支部");
        assertThat(rows.findValuesAsText("state")).containsExactlyInAnyOrder("已联系（人次）", "未联系（人次）");
        assertThat(rows.findValuesAsText("times")).containsExactly("5", "5");
        assertThat(JSON.readTree(get("sunhuiling", "/api/summaries/" + number, 200))
                        .toString())
                .contains("\"code\":\"contacts.rate\",\"label\":\"完成率\",\"value\":\"50%\"")
                .doesNotContain("苏博远", "郑洋");
        assertThat(get("sunhuiling", "/api/summaries/" + number + "/rows?figure=contacts.made", 404))
                .contains("没有这一项数字");
        get("sunhuiling", "/api/summaries/" + number + "/rows", 400);

        String author = cases.task(number, "UserTask_Write").getAssignee();
        cases.act(author == null ? "sunhuiling" : author, number, "UserTask_Write", WRITTEN);
        database.update("update duty_owed set done = 10 where number = ?", sheet);
        assertThat(get("sunhuiling", "/api/summaries/" + number, 200)).contains("\"value\":\"50%\"");
        database.update("delete from duty_owed where number = ?", sheet);
        database.update("delete from duty_sheet where number = ?", sheet);
    }

    @Test
    void a_summary_is_read_by_whoever_writes_it_and_once_handed_up_by_the_tier_above() {
        String number = summary("branch", "jsj1", "");
        get("zhangwei", "/api/summaries/" + number, 200);
        for (String other : List.of(COLLEGE_CLERK, ORGANIZATION_CLERK, "sunyan", "tangjing", "admin")) {
            assertThat(get(other, "/api/summaries/" + number, 404)).contains("未找到该总结，或您无权查看。");
            get(other, "/api/summaries/" + number + "/rows?figure=contacts.due", 404);
            get(other, "/api/summaries/" + number + ".docx", 404);
        }
        get("zhangwei", "/api/summaries/SU26-NOTTHERE", 404);

        cases.act("zhangwei", number, "UserTask_Write", WRITTEN);
        get(COLLEGE_CLERK, "/api/summaries/" + number, 200);
        get(COLLEGE_CLERK, "/api/summaries/" + number + ".docx", 200);
        get(ORGANIZATION_CLERK, "/api/summaries/" + number, 404);
        get("admin", "/api/summaries/" + number, 404);
    }

    // --- drafts ------------------------------------------------------------------------------------------------------

    @Test
    void a_draft_is_its_writers_alone_and_gone_when_the_summary_is_handed_up() {
        String number = summary("college", "jsj", "");
        assertThat(draft(COLLEGE_CLERK, number, "{\"practice\":\"写到一半。\",\"problems\":\"\"}"))
                .isEqualTo(204);
        assertThat(draft(COLLEGE_CLERK, number, "{\"practice\":\"写到一多半。\",\"plans\":\"再想想。\"}"))
                .isEqualTo(204);
        assertThat(draft("yangfan", number, "{\"practice\":\"另一位写的。\"}")).isEqualTo(204);

        assertThat(writing(COLLEGE_CLERK, number))
                .containsEntry("practice", "写到一多半。")
                .containsEntry("problems", "")
                .containsEntry("plans", "再想想。");
        assertThat(writing("yangfan", number)).containsEntry("practice", "另一位写的。");
        for (String reader : List.of(COLLEGE_CLERK, "yangfan")) {
            assertThat(get(reader, "/api/summaries/" + number, 200)).doesNotContain("写到", "另一位");
        }
        for (String stranger : List.of(ORGANIZATION_CLERK, "zhangwei", "sunyan", "admin")) {
            assertThat(draft(stranger, number, "{\"practice\":\"x\"}"))
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(draft(COLLEGE_CLERK, "SU26-NOTTHERE", "{}")).isEqualTo(404);
        assertThat(draft(COLLEGE_CLERK, number, "{\"practice\":\"" + "长".repeat(4001) + "\"}"))
                .isEqualTo(400);
        assertThat(draft(COLLEGE_CLERK, number, "{\"title\":\"x\"}")).isEqualTo(400);
        assertThat(writing(COLLEGE_CLERK, number)).containsEntry("practice", "写到一多半。");

        cases.act(COLLEGE_CLERK, number, "UserTask_Write", WRITTEN);
        assertThat(database.queryForObject(
                        "select count(*) from summary_draft where number = ?", Integer.class, number))
                .isZero();
        assertThat(draft(COLLEGE_CLERK, number, "{\"practice\":\"太晚了。\"}")).isEqualTo(409);
        cases.act(ORGANIZATION_CLERK, number, "UserTask_Review", Map.of("verdict", "send-back", "remark", "请补充。"));
        assertThat(writing(COLLEGE_CLERK, number)).containsEntry("practice", "每月走访。");
        assertThat(draft(COLLEGE_CLERK, number, "{\"practice\":\"正在改。\"}")).isEqualTo(204);
        assertThat(writing(COLLEGE_CLERK, number)).containsEntry("practice", "正在改。");
        assertThat(value(number, "practice")).isEqualTo("每月走访。");
    }

    private int draft(String person, String number, String json) {
        return new Http(port)
                .send("PUT", "/api/summaries/" + number + "/draft", json, Http.as(person, "demo"))
                .statusCode();
    }

    private VariableMap writing(String person, String number) {
        return cases.show(person, cases.task(number, "UserTask_Write"));
    }

    // --- the page ----------------------------------------------------------------------------------------------------

    @Test
    void the_page_with_rows_is_there_and_brings_nothing_from_elsewhere() {
        var answer = new Http(port).get("/reports/summary.html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(answer.body()).contains("学期总结", "summary.js").doesNotContain("http:", "https:", "style=", "onclick");
        assertThat(new Http(port).get("/reports/summary.js").body()).doesNotContain("innerHTML", "eval(");
    }

    // --- reading -----------------------------------------------------------------------------------------------------

    private String get(String person, String path, int status) {
        var answer = new Http(port).get(path, "Authorization", Http.basic(person, "demo"));
        assertThat(answer.statusCode()).as("%s: %s", person, path).isEqualTo(status);
        return answer.body();
    }

    private String reviewer(String number) {
        return cases.task(number, "UserTask_Review").getAssignee() != null
                ? cases.task(number, "UserTask_Review").getAssignee()
                : "sunhuiling";
    }

    private String summary(String tier, String unit, String person) {
        return database.queryForObject(
                "select number from summary where term = ? and tier = ? and unit = ? and person = ?",
                String.class,
                TERM,
                tier,
                unit,
                person);
    }

    private String value(String number, String column) {
        return database.queryForObject("select " + column + " from summary where number = ?", String.class, number);
    }
}
