package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Contacts;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An administrator adds codes to the lists that people choose from. Where the product acts on every code, a new one is
 * another name of one that is there; where it acts on none, or on some, any code will do (adr/0049).
 */
@ShangdaTest
@Tag("h2")
class AddedCodesProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Modeler modeler;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
        pairings.clear();
        contacts.forgetEverything();
    }

    @AfterEach
    void the_shipped_tables_are_in_force_again() {
        pairings.clear();
        contacts.forgetEverything();
        modeler.takeBack(engine.getRepositoryService());
    }

    // --- types -------------------------------------------------------------------------------------------------------

    @Test
    void a_type_of_concern_has_its_own_deadline_and_is_handled_and_rated() {
        deploy(new ChangedTables()
                .word("type", "request", "求助", "Request for help")
                .copy(
                        "level-deadlines",
                        "Rule_Branch",
                        "not(\"hazard\")",
                        "\"request\"",
                        "<text>7</text>",
                        "<text>3</text>"));
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "request"));

        assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-05T17:00");
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))).containsEntry("kind", "求助 · 住房与后勤");
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", dissatisfied("dissatisfied"));
        assertThat(cases.handlings(number, "stage")).containsExactly("first", "again");
    }

    @Test
    void a_safety_hazard_under_another_name_goes_the_way_of_a_safety_hazard() {
        deploy(new ChangedTables().word("type", "hazard.laboratory", "实验室安全隐患", "Laboratory hazard"));

        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard.laboratory"));

        assertThat(cases.handlings(number, "level")).containsExactlyInAnyOrder("college", "department");
        assertThat(cases.show(COLLEGE_CLERK, received(number, "college"))).containsEntry("kind", "实验室安全隐患 · 住房与后勤");
    }

    @Test
    void a_suggestion_under_another_name_is_closed_when_it_does_not_satisfy() {
        deploy(new ChangedTables().word("type", "suggestion.proposal", "提案", "Proposal"));
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "suggestion.proposal"));

        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", dissatisfied("dissatisfied"));

        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    // --- travel, rating, measures ------------------------------------------------------------------------------------

    @Test
    void a_way_of_travelling_under_another_name_withholds_the_name_as_well() {
        deploy(new ChangedTables().word("travel", "nameless-above-branch.office", "上级不见姓名", "No name further up"));
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch.office"));

        cases.exit(SECRETARY, number, "pass-up");

        assertThat(cases.show(COLLEGE_CLERK, received(number, "college")))
                .containsEntry("travelLabel", "上级不见姓名")
                .doesNotContainValue("陈宇");
    }

    @Test
    void a_rating_under_another_name_has_a_reason_is_handled_again_and_is_shown_as_it_was_given() {
        deploy(new ChangedTables().word("rating", "dissatisfied.strongly", "非常不满意", "Strongly dissatisfied"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))
                        .get("ratings")
                        .toString())
                .contains("非常不满意");

        assertRefused(
                () -> cases.act(
                        COLLEAGUE, number, "UserTask_Rate", new HashMap<>(Map.of("rating", "dissatisfied.strongly"))),
                400,
                "请选择不满意的原因。");
        cases.act(COLLEAGUE, number, "UserTask_Rate", dissatisfied("dissatisfied.strongly"));

        assertThat(cases.handlings(number, "stage")).containsExactly("first", "again");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("非常不满意（态度不好）");
    }

    @Test
    void a_measure_of_supervision_under_another_name_is_open_as_often_as_what_it_names() {
        deploy(new ChangedTables().word("measure", "urge.in-writing", "书面催办", "Urge in writing"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, cases.dueAt(number, "branch") + ":00");
        Map<String, Object> form = new HashMap<>(Map.of("measure", "urge.in-writing", "words", "请说明。"));

        cases.act(COLLEGE_CLERK, number, "UserTask_Supervise", form);

        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("urge.in-writing");
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Supervise"))
                        .get("measures")
                        .toString())
                .doesNotContain("\"urge\"", "urge.in-writing")
                .contains("\"extend\"");
    }

    // --- lists that nothing is done for ------------------------------------------------------------------------------

    @Test
    void where_a_colleague_is_pointed_to_and_where_a_matter_was_heard_are_words_and_nothing_else() {
        deploy(new ChangedTables()
                .word("channel", "ombudsman", "校务监督员", "Ombudsman")
                .word("collected", "open-day", "校园开放日", "Open day"));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "other-channel", Map.of("channel", "ombudsman"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))
                        .get("way")
                        .toString())
                .contains("校务监督员");

        Map<String, Object> row = Cases.concern();
        row.put("colleague", COLLEAGUE);
        row.put("consentWay", "in-person");
        cases.start(
                SECRETARY,
                "concern-collection",
                Variables.putValue("channel", "open-day")
                        .putValue("on", "2026-03-01")
                        .putValueTyped(
                                "rows",
                                SpinValues.jsonValue(new ObjectMapper()
                                                .valueToTree(List.of(row))
                                                .toString())
                                        .create()));
        assertThat(jdbc.queryForObject(
                        "select number from concern where description = ?", String.class, row.get("description")))
                .satisfies(collected -> assertThat(cases.show(COLLEAGUE, cases.task(collected, "UserTask_MyConcern"))
                                .get("way")
                                .toString())
                        .contains("校园开放日"));
    }

    @Test
    void what_comes_of_a_missed_contact_is_a_word_unless_it_asks_for_a_day() {
        deploy(new ChangedTables()
                .word("missed-measure", "reported", "已向组织说明", "Reported")
                .word("missed-measure", "make-up.together", "约定日期集体补联系", "To be made up for together"));
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(Contacts.TEACHER, "2026-03");
        cases.passTo(sheet, "2026-04-03T17:30:00");
        Map<String, Object> form = new HashMap<>(Map.of("missedReason", "busy", "missedMeasure", "make-up.together"));
        assertRefused(
                () -> cases.act(Contacts.TEACHERS_SECRETARY, sheet, "UserTask_FollowUp", form),
                400,
                "请填写日期，从明天起、60 天以内。");

        form.put("missedMeasure", "reported");
        cases.act(Contacts.TEACHERS_SECRETARY, sheet, "UserTask_FollowUp", form);

        assertThat(contacts.state(sheet)).isEqualTo("FOLLOWED_UP");
    }

    @Test
    void what_comes_of_a_late_talk_may_be_called_otherwise() {
        deploy(new ChangedTables().word("talk-measure", "not-needed.retired", "本人已退休", "Has retired"));
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        String talk = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
        cases.passTo(talk, "2026-03-09T18:00:00");

        cases.act(
                Contacts.TEACHERS_SECRETARY,
                talk,
                "UserTask_FollowUpTalk",
                new HashMap<>(Map.of("missedReason", "busy", "talkMeasure", "not-needed.retired")));

        assertThat(contacts.talk(talk, "state")).isEqualTo("NOT_HELD");
    }

    @Test
    void why_a_pair_ends_is_a_word_unless_the_product_finds_it_out() {
        deploy(new ChangedTables().word("pair-reason", "on-secondment", "外派挂职", "On secondment"));
        String pair = pairings.pair(Contacts.MEMBER, COLLEAGUE);
        assertRefused(
                () -> pairings.change(COLLEAGUE, null, "end", Map.of("endReason", "declined")), 400, "请在“结束原因”中选择一项。");

        pairings.change(COLLEAGUE, null, "end", Map.of("endReason", "on-secondment"));

        assertThat(pairings.state(pair)).isEqualTo("ENDED");
        assertThat(pairings.value(pair, "reason")).isEqualTo("on-secondment");
    }

    @Test
    void the_kind_of_an_event_talk_is_a_word() {
        deploy(new ChangedTables()
                .copy(
                        "event-duties",
                        "Rule_Setback",
                        "\"setback\"",
                        "\"bereavement\"",
                        "\"talk\"",
                        "\"condolence-call\"")
                .word("duty", "condolence-call", "登门吊唁", "Call of condolence"));
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);

        String talk = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "bereavement");

        assertThat(contacts.talk(talk, "kind")).isEqualTo("condolence-call");
        String talker = cases.task(talk, "UserTask_EventTalk").getAssignee();
        cases.act(talker, talk, "UserTask_EventTalk", Map.of("on", "2026-03-02", "way", "talk"));
        assertThat(contacts.talk(talk, "state")).isEqualTo("HELD");
    }

    // --- what the product would not know -----------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "travel,             union-only,    “union-only”该怎样办理，系统不知道",
        "rating,             excellent,     “excellent”该怎样办理，系统不知道。请写成在已有的代码后加点，如“satisfied.excellent”",
        "talk-measure,       forget,        “forget”该怎样办理，系统不知道",
        "measure,            punish,        “punish”该怎样办理，系统不知道",
        "unit-kind,          laboratory,    “laboratory”该怎样办理，系统不知道",
        "relation,           member-branch, “relation”只有系统区分的这几种，多写的“member-branch”不起作用",
        "stage,              appeal,        “stage”只有系统区分的这几种，多写的“appeal”不起作用",
        "supervision-reason, rude,          “supervision-reason”只有系统区分的这几种",
        "catgory,            parking,       种类 \"catgory\" 没有谁会读",
        "category,           housing,       “category”的“housing”前面已经有一行",
        "category,           停车,          代码 \"停车\" 存不下或读不懂"
    })
    void a_code_that_the_product_would_have_to_act_on_is_refused_at_the_door(
            String kind, String code, String sentence) {
        HttpResponse<String> answer =
                modeler.send(new ChangedTables().word(kind, code, "新名称", "New").files());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("\\\"", "\"")).contains("words.dmn", sentence);
    }

    private static Map<String, Object> dissatisfied(String rating) {
        return new HashMap<>(Map.of("rating", rating, "reason", "attitude"));
    }

    private Task received(String number, String level) {
        cases.claim(COLLEGE_CLERK, cases.handlingAt(number, level));
        return cases.handlingAt(number, level);
    }

    private void deploy(ChangedTables tables) {
        modeler.deploy(tables.files());
    }
}
