package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED;
import static org.shangda.Contacts.LED_BRANCH;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.OTHER_COLLEAGUE;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_COLLEGE;
import static org.shangda.Contacts.TEACHERS_SECRETARY;
import static org.shangda.Contacts.row;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What is owed in a period: opened, registered, reminded of, missed and followed up; pairs that come and go meanwhile. */
@ShangdaTest
class ContactDutyProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    // --- 「原则上每月至少一次主动联系走访结对群众」 ---------------------------------------------------------------------------------------

    @Test
    void Z20_one_contact_a_month_is_asked_of_a_member_for_each_pair_on_one_form() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        String second = contacts.pair(MEMBER, OTHER_COLLEAGUE);

        assertThat(contacts.open()).isEqualTo(1);

        String sheet = contacts.sheet(MEMBER, "2026-03");
        ProcessInstance way = cases.instance(sheet, "contact-duty");
        assertThat(contacts.owed(sheet)).containsExactly("contact 0/1", "contact 0/1");
        Map<String, Object> shown = cases.show(MEMBER, contacts.registration(sheet));
        assertThat(shown).containsEntry("heading", "2026年3月 联系登记");
        assertThat(shown.get("owed").toString()).contains("陈宇", "马艳", "原则上每月至少一次主动联系走访结对群众");
        assertThat(shown.get("contacts").toString()).contains(first, second);

        contacts.register(MEMBER, sheet, row(first, "2026-03-02", "visit"), row(second, "2026-03-01", "remote"));

        assertThat(way).isEnded().hasPassed("EndEvent_Discharged", "EndEvent_Done");
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    @Test
    void what_is_sent_in_parts_is_kept_and_the_task_comes_back_with_the_rest() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        String second = contacts.pair(MEMBER, OTHER_COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");

        contacts.register(MEMBER, sheet, row(first, "2026-03-02", "visit"), Map.of("pairing", second));

        assertThat(contacts.owed(sheet)).containsExactlyInAnyOrder("contact 1/1", "contact 0/1");
        assertThat(cases.show(MEMBER, contacts.registration(sheet))
                        .get("contacts")
                        .toString())
                .contains(second)
                .doesNotContain(first);
        contacts.register(MEMBER, sheet, row(second, "2026-03-02", "talk"), row(first, "2026-03-02", "talk"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
        assertThat(contacts.contacts(first, "way")).containsExactly("visit", "talk");
    }

    @Test
    void before_the_end_of_the_month_it_is_reminded_of_and_stays_urgent() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(MEMBER, OTHER_COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        assertThat(contacts.registration(sheet).getPriority()).isEqualTo(50);

        cases.passTo(sheet, "2026-03-24T18:00:00");

        assertThat(contacts.registration(sheet).getPriority()).isEqualTo(75);
        contacts.register(MEMBER, sheet, row(first, "2026-03-20", "visit"));
        assertThat(contacts.registration(sheet).getPriority()).isEqualTo(75);
        assertThat(cases.instance(sheet, "contact-duty")).hasPassed("ServiceTask_Remind", "EndEvent_Reminded");
    }

    @Test
    void a_missed_advice_is_a_hint_and_nobodys_task() {
        contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(MEMBER, "2026-03");
        ProcessInstance way = cases.instance(sheet, "contact-duty");

        cases.passTo(sheet, "2026-04-03T17:30:00");

        assertThat(way).isEnded().hasPassed("EndEvent_Hint").hasNotPassed("UserTask_FollowUp");
        assertThat(contacts.state(sheet)).isEqualTo("CLOSED");
    }

    @Test
    void what_took_place_in_the_month_counts_for_it_in_the_days_of_grace_and_not_afterwards() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String march = contacts.sheet(MEMBER, "2026-03");
        cases.passTo(march, "2026-04-02T10:00:00");
        contacts.open();
        String april = contacts.sheet(MEMBER, "2026-04");

        Cases.assertRefused(
                () -> contacts.register(MEMBER, march, row(pair, "2026-04-01", "visit")),
                400,
                "第 1 行：日期须在 2026-03-01 至 2026-03-31 之间（结对期间、本期之内，不晚于今天），请改填。");
        contacts.register(MEMBER, march, row(pair, "2026-03-31", "visit"));

        assertThat(contacts.state(march)).isEqualTo("DISCHARGED");
        assertThat(contacts.owed(april)).containsExactly("contact 0/1");
    }

    // --- 「每月要主动邀请联系对象谈话一次」「每月听联系对象汇报工作一次」 ----------------------------------------------------------------------------

    @Test
    void T06_T07_a_talk_discharges_talk_and_report_and_a_report_alone_does_not() {
        String pair = contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(TEACHER, "2026-03");
        assertThat(contacts.owed(sheet)).containsExactly("talk 0/1", "work-report 0/1");

        contacts.register(TEACHER, sheet, row(pair, "2026-03-02", "report"));
        assertThat(contacts.owed(sheet)).containsExactly("talk 0/1", "work-report 1/1");

        contacts.register(TEACHER, sheet, row(pair, "2026-03-02", "talk"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    @Test
    void T06_a_missed_duty_is_followed_up_by_the_branch_secretary() {
        contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(TEACHER, "2026-03");
        ProcessInstance way = cases.instance(sheet, "contact-duty");

        cases.passTo(sheet, "2026-04-03T17:30:00");

        assertThat(contacts.state(sheet)).isEqualTo("MISSED");
        cases.claim(TEACHERS_SECRETARY, cases.task(sheet, "UserTask_FollowUp"));
        Map<String, Object> shown = cases.show(TEACHERS_SECRETARY, cases.task(sheet, "UserTask_FollowUp"));
        assertThat(shown).containsEntry("carrierName", "苏博远").containsEntry("periodLabel", "2026年3月");
        assertThat(shown.get("missedRows").toString()).contains("郑洋", "每月要主动邀请联系对象谈话一次");
        Cases.assertRefused(
                () -> followUp(sheet, Map.of("missedReason", "busy", "missedMeasure", "make-up")),
                400,
                "请填写日期，从明天起、60 天以内。");
        followUp(sheet, Map.of("missedReason", "busy", "missedMeasure", "make-up", "newDay", "2026-04-10"));
        assertThat(way).isEnded().hasPassed("EndEvent_FollowedUp");
        assertThat(contacts.state(sheet)).isEqualTo("FOLLOWED_UP");
    }

    @Test
    void what_is_not_followed_up_in_five_working_days_is_shown_to_the_college() {
        contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(TEACHER, "2026-03");
        ProcessInstance way = cases.instance(sheet, "contact-duty");

        cases.passTo(sheet, "2026-04-14T18:00:00");

        assertThat(contacts.state(sheet)).isEqualTo("SHOWN_TO_COLLEGE");
        assertThat(cases.findTask(sheet, "UserTask_FollowUp")).isEmpty();
        cases.act(TEACHERS_COLLEGE, sheet, "UserTask_CollegeLook", Map.of("missedMeasure", "reminded"));
        assertThat(way).isEnded().hasPassed("ServiceTask_ShowToCollege", "EndEvent_Looked");
        assertThat(contacts.state(sheet)).isEqualTo("CLOSED");
    }

    @Test
    void nobody_follows_up_what_they_missed_themselves() {
        contacts.pair(TEACHERS_SECRETARY, TAUGHT);
        contacts.open();
        String sheet = contacts.sheet(TEACHERS_SECRETARY, "2026-03");

        cases.passTo(sheet, "2026-04-03T17:30:00");

        Cases.assertRefused(
                () -> cases.show(TEACHERS_SECRETARY, cases.task(sheet, "UserTask_FollowUp")), 404, NO_SUCH_TASK);
    }

    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";

    // --- Jilin: one sheet a semester ---------------------------------------------------------------------------------

    @Test
    void J11_J12_J13_a_leader_owes_a_linked_branch_two_activities_two_reports_and_a_talk_with_its_secretary() {
        String pair = contacts.pair("leader-branch", LEADER, null, LED_BRANCH, LocalDate.of(2025, 9, 1));
        contacts.open();
        String sheet = contacts.sheet(LEADER, "2025-2026-2");
        assertThat(contacts.owed(sheet)).containsExactly("activity 0/2", "hear-report 0/2", "secretary-talk 0/1");
        assertThat(contacts.sheet(LEADER, "2026-03")).isNull();

        TestTime.set("2026-05-20T10:00:00");
        contacts.register(
                LEADER,
                sheet,
                row(pair, "2026-03-10", "activity"),
                row(pair, "2026-04-14", "activity"),
                row(pair, "2026-03-10", "report"),
                row(pair, "2026-04-14", "report"));
        assertThat(contacts.owed(sheet)).containsExactly("activity 2/2", "hear-report 2/2", "secretary-talk 0/1");
        contacts.register(LEADER, sheet, row(pair, "2026-05-20", "talk"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    @Test
    void J17_a_leader_talks_twice_a_semester_with_a_linked_person() {
        String pair = contacts.pair("leader-person", LEADER, LED, "jx1", LocalDate.of(2025, 9, 1));
        contacts.open();
        String sheet = contacts.sheet(LEADER, "2025-2026-2");
        assertThat(contacts.owed(sheet)).containsExactly("talk 0/2");

        TestTime.set("2026-05-20T10:00:00");
        contacts.register(LEADER, sheet, row(pair, "2026-03-10", "talk"), row(pair, "2026-03-10", "remote"));
        assertThat(contacts.owed(sheet)).containsExactly("talk 1/2");
        contacts.register(LEADER, sheet, row(pair, "2026-05-20", "talk"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    @Test
    void J17_what_a_leader_missed_is_followed_up_by_the_college_that_arranges_leaders_contacts() {
        contacts.pair("leader-person", LEADER, LED, "jx1", LocalDate.of(2025, 9, 1));
        contacts.open();
        String sheet = contacts.sheet(LEADER, "2025-2026-2");

        cases.passTo(sheet, "2026-07-09T10:00:00");

        cases.act(
                "tangjing",
                sheet,
                "UserTask_FollowUp",
                Map.of("missedReason", "carrier-away", "missedMeasure", "reminded"));
        assertThat(contacts.state(sheet)).isEqualTo("FOLLOWED_UP");
    }

    // --- pairs that come and go --------------------------------------------------------------------------------------

    private void followUp(String sheet, Map<String, Object> form) {
        cases.act(TEACHERS_SECRETARY, sheet, "UserTask_FollowUp", form);
    }
}
