package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.OTHER_COLLEAGUE;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.raising;
import static org.shangda.Contacts.row;
import static org.shangda.Contacts.with;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a sheet: what is raised from it, which pairs come and go, and whose it is. */
@ShangdaTest
class ContactSheetProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    // --- 「每月要主动邀请联系对象谈话一次」「每月听联系对象汇报工作一次」 ----------------------------------------------------------------------------

    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";

    // --- something to raise ------------------------------------------------------------------------------------------

    @Test
    void Z03_J18_what_a_colleague_wants_raised_becomes_a_concern_in_the_same_step_and_travels_as_they_choose() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");

        contacts.register(MEMBER, sheet, raising(pair, "2026-03-02", "visit"));

        String concern = contacts.contacts(pair, "concern").get(0);
        assertThat(cases.concern(concern, "colleague")).isEqualTo(COLLEAGUE);
        assertThat(cases.concern(concern, "raised_by")).isEqualTo(MEMBER);
        assertThat(cases.concern(concern, "travel")).isEqualTo("NAMELESS_ABOVE_BRANCH");
        assertThat(cases.concern(concern, "consent_on")).startsWith("2026-03-02");
        assertThat(cases.concern(concern, "idempotency_key")).isEqualTo(sheet + "/1");
        assertThat(cases.openTasks(concern)).contains("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void a_row_that_is_wrong_is_named_and_nothing_of_the_form_is_kept() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        String second = contacts.pair(MEMBER, OTHER_COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        Map<String, Object> good = row(first, "2026-03-02", "visit");
        Map<String, Object> other = row(second, "2026-03-02", "visit");
        int concerns = cases.concerns();

        refused(sheet, "第 2 行：请填写“日期”。", good, with(other, "on", null));
        refused(sheet, "第 2 行：请在“方式”中选择一项。", good, with(other, "way", "thoughts"));
        refused(sheet, "第 2 行：请在“主题”中选择一项。", good, with(other, "topics", List.of()));
        refused(sheet, "第 2 行：请在“主题”中选择一项。", good, with(other, "topics", List.of("opinions")));
        refused(sheet, "第 2 行：请在“联系对象”中选择一项。", good, with(other, "pairing", "PX26-NOBODYS"));
        refused(sheet, "第 2 行：“备注”过长，最多 500 字，请缩短后再提交。", good, with(other, "note", "长".repeat(501)));
        refused(
                sheet,
                "第 2 行：日期须在 2026-03-01 至 2026-03-02 之间（结对期间、本期之内，不晚于今天），请改填。",
                good,
                with(other, "on", "2026-03-03"));
        refused(sheet, "第 2 行：这次联系已经登记过（同一对象、同一天、同一方式）。请删去这一行，或改填日期、方式。", good, good);
        refused(
                sheet,
                "第 2 行：请选择同事同意的方式。",
                raising(first, "2026-03-02", "visit"),
                with(raising(second, "2026-03-02", "visit"), "consentWay", null));
        refused(sheet, "请至少填写一行联系登记，最多 200 行。", Map.of("pairing", first));

        assertThat(contacts.contacts(first, "id")).isEmpty();
        assertThat(cases.concerns()).isEqualTo(concerns);
        assertThat(contacts.owed(sheet)).containsExactly("contact 0/1", "contact 0/1");
    }

    @SafeVarargs
    private void refused(String sheet, String sentence, Map<String, Object>... rows) {
        Cases.assertRefused(() -> contacts.register(MEMBER, sheet, rows), 400, sentence);
    }

    // --- what is the same for several rows ---------------------------------------------------------------------------

    @Test
    void what_is_said_once_for_all_rows_holds_for_those_that_are_ticked_and_their_own_words_come_first() {
        String ticked = contacts.pair(MEMBER, COLLEAGUE);
        String own = contacts.pair(MEMBER, OTHER_COLLEAGUE);
        String silent = contacts.pair(MEMBER, "majie");
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");

        register(
                sheet,
                Map.of("commonDay", "2026-03-02", "commonWay", "talk", "commonTopics", List.of("work", "life")),
                Map.of("pairing", ticked, "met", true),
                with(row(own, "2026-03-01", "visit"), "met", true),
                Map.of("pairing", silent, "met", false));

        assertThat(contacts.contacts(ticked, "held_on")).containsExactly("2026-03-02");
        assertThat(contacts.contacts(ticked, "way")).containsExactly("talk");
        assertThat(contacts.contacts(own, "held_on")).containsExactly("2026-03-01");
        assertThat(contacts.contacts(own, "way")).containsExactly("visit");
        assertThat(contacts.contacts(silent, "id")).as("nobody has said so").isEmpty();
        assertThat(contacts.state(sheet)).isEqualTo("OPEN");
    }

    @Test
    void a_ticked_row_asks_for_what_neither_it_nor_all_of_them_say() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        Map<String, Object> ticked = Map.of("pairing", pair, "met", true);

        refused(sheet, "第 1 行：请填写“日期”。", ticked);
        refusedTogether(sheet, "第 1 行：请在“方式”中选择一项。", Map.of("commonDay", "2026-03-02"), ticked);
        Map<String, Object> noTopic = Map.of("commonDay", "2026-03-02", "commonWay", "talk");
        refusedTogether(sheet, "第 1 行：请在“主题”中选择一项。", noTopic, ticked);
        refusedTogether(sheet, "请至少填写一行联系登记，最多 200 行。", noTopic, Map.of("pairing", pair, "met", false));
        assertThat(contacts.contacts(pair, "id")).isEmpty();
    }

    private void refusedTogether(
            String sheet, String sentence, Map<String, Object> common, Map<String, Object> ticked) {
        Cases.assertRefused(() -> register(sheet, common, ticked), 400, sentence);
    }

    @SafeVarargs
    private void register(String sheet, Map<String, Object> common, Map<String, Object>... rows) {
        cases.submit(MEMBER, contacts.registration(sheet), with(common, "contacts", List.of(rows)));
    }

    // --- pairs that come and go --------------------------------------------------------------------------------------

    @Test
    void a_pair_that_begins_in_mid_month_is_put_on_the_sheet_and_brings_a_finished_one_back() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        contacts.register(MEMBER, sheet, row(first, "2026-03-02", "visit"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");

        contacts.begin(MEMBER, OTHER_COLLEAGUE);

        assertThat(contacts.state(sheet)).isEqualTo("OPEN");
        assertThat(contacts.owed(sheet)).containsExactly("contact 1/1", "contact 0/1");
        assertThat(cases.openTasks(sheet)).containsExactly(Contacts.REGISTER);
    }

    @Test
    void a_pair_that_begins_on_the_28th_is_owed_from_the_next_month_on() {
        TestTime.set("2026-03-28T10:00:00");
        contacts.begin(MEMBER, COLLEAGUE);
        contacts.open();
        assertThat(contacts.sheet(MEMBER, "2026-03")).isNull();

        TestTime.set("2026-04-01T02:00:00");
        contacts.open();
        assertThat(contacts.owed(contacts.sheet(MEMBER, "2026-04"))).containsExactly("contact 0/1");
    }

    @Test
    void nothing_is_owed_in_a_month_of_vacation() {
        contacts.pair(MEMBER, COLLEAGUE);
        TestTime.set("2026-08-01T02:00:00");
        contacts.open();
        assertThat(contacts.sheet(MEMBER, "2026-08")).isNull();
    }

    @Test
    void when_the_only_pair_ends_the_task_goes() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        ProcessInstance way = cases.instance(sheet, "contact-duty");

        contacts.end(pair);

        assertThat(way).isEnded().hasPassed("EndEvent_Settled");
        assertThat(contacts.state(sheet)).isEqualTo("CLOSED");
    }

    @Test
    void leave_that_leaves_too_few_days_excuses() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");

        contacts.leave(pair, "2026-03-05", "2026-04-20");

        assertThat(contacts.owed(sheet)).isEmpty();
        assertThat(contacts.state(sheet)).isEqualTo("CLOSED");
    }

    @Test
    void who_takes_a_pair_over_inherits_what_is_still_to_be_done_and_what_was_done_counts() {
        String pair = contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String old = contacts.sheet(TEACHER, "2026-03");
        contacts.register(TEACHER, old, row(pair, "2026-03-02", "report"));

        TestTime.set("2026-03-27T10:00:00");
        contacts.passTo(pair, "chenglei");

        assertThat(contacts.owed(old)).containsExactly("work-report 1/1");
        assertThat(contacts.state(old)).isEqualTo("DISCHARGED");
        assertThat(cases.openTasks(old)).isEmpty();
        String inherited = contacts.sheet("chenglei", "2026-03");
        assertThat(contacts.owed(inherited)).containsExactly("talk 0/1", "work-report 1/1");
        contacts.register("chenglei", inherited, row(pair, "2026-03-27", "talk"));
        assertThat(contacts.state(inherited)).isEqualTo("DISCHARGED");
    }

    @Test
    void a_sheet_is_opened_once_however_often_the_night_comes() {
        contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(TEACHER, TAUGHT);
        assertThat(contacts.open()).isEqualTo(2);
        assertThat(contacts.open()).isZero();
        assertThat(cases.instances(contacts.sheet(MEMBER, "2026-03"))).hasSize(1);
    }

    @Test
    void only_whose_sheet_it_is_sees_and_sends_it() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        for (String other : List.of(COLLEAGUE, Cases.SECRETARY, TEACHER)) {
            Cases.assertRefused(() -> cases.show(other, contacts.registration(sheet)), 404, NO_SUCH_TASK);
            Cases.assertRefused(
                    () -> contacts.register(other, sheet, row(pair, "2026-03-02", "visit")), 404, NO_SUCH_TASK);
        }
    }
}
