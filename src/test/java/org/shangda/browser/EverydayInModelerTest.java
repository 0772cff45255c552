package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Mailbox;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.shangda.notification.Letters;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an administrator does every year, in Modeler's own editors: a step of the school's own, a reminder, a form, a row.
 * Each is opened as it is shipped, changed, saved, deployed, and then people work with it to the end.
 */
@Tag("browser")
@ShangdaTest
class EverydayInModelerTest {

    private static final String PRACTICE = "\"实践做法，非制度规定\"";

    private static Browser browser;
    private static Editor editor;

    @Autowired
    ApplicationContext product;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pairings pairings;

    @Autowired
    ConcernPages pages;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private Modeler modeler;

    @BeforeAll
    static void modeler_is_started() {
        browser = new Browser(0);
        editor = new Editor(browser);
    }

    @AfterAll
    static void modeler_is_left() {
        browser.close();
    }

    @BeforeEach
    void an_administrator_sits_down() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
        contacts.forgetEverything();
    }

    @AfterEach
    void the_shipped_files_are_in_force_again() {
        contacts.forgetEverything();
        cases.endAll();
        modeler.takeBack(repository);
    }

    @Test
    void a_step_that_the_template_drew_asks_a_unit_whose_answer_decides_and_stands_in_the_way() {
        open("concern-escalation.bpmn");
        editor.makeRoom("x", 990, 280);
        String step = editor.draw("bpmn:Task", "org.shangda.step", "核实职责", 1085, 650);
        String theirs = editor.draw("bpmn:ExclusiveGateway", null, "属于该部门职责？", 1235, 650);
        editor.lead("Flow_CollegeAnswered_Department", step);
        editor.connect(step, theirs, null);
        editor.byDefault(theirs, editor.connect(theirs, "CallActivity_Department", "是"));
        String back = editor.connect(theirs, "CallActivity_College", "否");
        editor.bend(back, 730);
        editor.follow("org.shangda.answer.no", back);
        editor.select(step);
        editor.type("问题", "这件事属于贵单位职责吗？");
        editor.choose("问谁", "named");
        editor.type("指定单位的代码", "hqc");
        editor.choose("谁能看到答复", "colleague");
        editor.choose("怎样回答", "yes-no");
        browser.picture("modeler-step");
        modeler.deploy(Map.of("concern-escalation.bpmn", editor.save()));

        String number = cases.at("college", "problem");
        passUp(number);
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, step))).containsEntry("question", "这件事属于贵单位职责吗？");
        cases.act(DEPARTMENT_CLERK, number, step, Map.of("answer", "no", "words", "请学院再商。"));
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "college");
        passUp(number);
        cases.act(OTHER_DEPARTMENT_CLERK, number, step, Map.of("answer", "yes"));
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        assertThat(way(COLLEAGUE, number)).contains("核实职责", "否。请学院再商。", "是。");
    }

    @Test
    void a_reminder_that_the_template_drew_is_mailed_after_two_working_days_and_the_concern_goes_on() {
        open("level-handling.bpmn");
        editor.makeRoom("y", 395, 120);
        String timer = editor.timer("UserTask_Handle", "两个工作日", 770, 360);
        String remind = editor.draw("bpmn:Task", "org.shangda.reminder", "提醒办理", 900, 450);
        String end = editor.draw("bpmn:EndEvent", null, "已提醒", 1040, 450);
        editor.connect(timer, remind, null);
        editor.connect(remind, end, null);
        editor.select(timer);
        editor.choose("Type", "timeDate");
        editor.type("Value", "${workingDays(2)}");
        browser.picture("modeler-timer");
        editor.select(remind);
        editor.choose("提醒谁", "head");
        editor.type("句子", "please-watch");
        browser.picture("modeler-reminder");
        modeler.deploy(Map.of("level-handling.bpmn", editor.save()));

        database.update("delete from notice");
        Mailbox.start();
        try {
            TestTime.set("2026-03-06T10:00:00");
            String number = cases.raise(COLLEAGUE, Cases.concern());
            cases.passTo(number, "2026-03-09T18:00:00");
            assertThat(cases.steps(number)).as("a weekend is no working time").doesNotContain("REMINDED");
            cases.passTo(number, "2026-03-10T18:00:00");
            TestTime.set("2026-03-11T09:00:00");
            Letters.send(product);

            assertThat(Mailbox.mailsTo(SECRETARY))
                    .anySatisfy(mail -> assertThat(mail.text())
                            .contains("请关注下列事项的办理进展。", number)
                            .doesNotContain("漏水"));
            cases.exit(SECRETARY, number, "answer");
            settle(number);
        } finally {
            Mailbox.stop();
            database.update("delete from notice");
        }
    }

    @Test
    void a_form_is_asked_with_another_label_one_more_field_and_one_less() {
        open("raise-concern.form");
        editor.label("title", "一句话说明");
        editor.without("standAside");
        editor.field("textfield", "room", "房间号");
        browser.picture("modeler-form");
        String saved = editor.save();
        modeler.deploy(Map.of("raise-concern.form", saved));

        assertThat(startForm()).contains("一句话说明", "房间号").doesNotContain("需要谁回避");
        String number = cases.raise(COLLEAGUE, Cases.concernWith("room", "三号楼 402"));

        assertThat(way(SECRETARY, number)).contains("房间号：三号楼 402");
        cases.exit(SECRETARY, number, "answer");
        settle(number);
    }

    @Test
    void a_category_that_was_added_as_a_row_is_raised_and_settled() {
        deployRow(
                "department-routing",
                new String[] {"-", "\"nursing\"", "\"rsc\"", PRACTICE},
                "category",
                "nursing",
                "护理假",
                "Nursing leave");

        assertThat(startForm()).contains("护理假");
        String number = cases.raise(COLLEAGUE, Cases.concernWith("category", "nursing"));
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))).containsEntry("kind", "问题 · 护理假");
        cases.exit(SECRETARY, number, "answer");
        settle(number);
    }

    @Test
    void an_exit_that_was_added_as_a_row_is_taken() {
        deployRow(
                "level-exits",
                new String[] {
                    "-",
                    "\"branch\"",
                    "\"first\"",
                    "not(\"hazard\")",
                    "\"home-visit\"",
                    "\"answered\"",
                    "",
                    "",
                    PRACTICE
                },
                "exit",
                "home-visit",
                "上门答复",
                "Answer at home");

        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "home-visit", Map.of("words", "已上门修好。"));

        assertThat(way(COLLEAGUE, number)).contains("上门答复", "已上门修好。");
        settle(number);
    }

    @Test
    void an_occasion_that_was_added_as_a_row_is_talked_about() {
        deployRow(
                "event-duties",
                new String[] {
                    "\"teaching-branch\"", "\"birthday\"", "\"talk\"", "\"linked-member\"", "5", "false", PRACTICE
                },
                "occasion",
                "birthday",
                "生日",
                "Birthday");
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);

        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "birthday");

        String talker = cases.task(talk, "UserTask_EventTalk").getAssignee();
        assertThat(cases.show(talker, cases.task(talk, "UserTask_EventTalk"))).containsEntry("occasionLabel", "生日");
        cases.act(talker, talk, "UserTask_EventTalk", Map.of("on", "2026-03-02", "way", "talk"));
        assertThat(contacts.talk(talk, "state")).isEqualTo("HELD");
    }

    @Test
    void a_category_of_pairs_that_was_added_as_a_row_is_arranged_in_a_wave() {
        deployRow(
                "pairing-eligibility",
                new String[] {
                    "\"zhejiang\"",
                    "\"member-person\"",
                    "\"retired\"",
                    "\"any-member\"",
                    "\"college\"",
                    "true",
                    "",
                    "",
                    "",
                    "1",
                    "\"college-head:self\"",
                    PRACTICE
                },
                "group",
                "retired",
                "退休教职工",
                "Retired colleague");

        String wave = pairings.plan(COLLEGE_CLERK, Map.of("list", "陈宇\t退休教职工"));

        assertThat(cases.show(COLLEGE_CLERK, cases.task(wave, "UserTask_ReviewWave"))
                        .toString())
                .contains("退休教职工");
    }

    // --- in Modeler --------------------------------------------------------------------------------------------------

    private static void open(String file) {
        assertThat(editor.open(file, Modeler.shipped(file))).isEmpty();
    }

    private void deployRow(String table, String[] cells, String kind, String code, String chinese, String english) {
        open(table + ".dmn");
        editor.row(cells);
        if (kind.equals("category")) {
            browser.picture("modeler-row");
        }
        String changed = editor.save();
        open("words.dmn");
        editor.row(text(kind), text(code), text(chinese), text(english), "900");
        modeler.deploy(Map.of(table + ".dmn", changed, "words.dmn", editor.save()));
    }

    private static String text(String content) {
        return '"' + content + '"';
    }

    // --- people ------------------------------------------------------------------------------------------------------

    private void passUp(String number) {
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        cases.approve(COLLEGE_HEAD, number);
    }

    private void settle(String number) {
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    private String startForm() {
        return new Http(port)
                .get(
                        "/engine-rest/process-definition/key/concern-escalation/deployed-start-form",
                        "Authorization",
                        Http.basic(COLLEAGUE, "demo"))
                .body();
    }

    private String way(String reader, String number) {
        return cases.as(reader, () -> pages.page(number, reader).way().toString());
    }
}
