package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_COLLEGE;
import static org.shangda.Contacts.TEACHERS_SECRETARY;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.Talk;
import org.springframework.beans.factory.annotation.Autowired;

/** The five must-talks and the four visit occasions: a person and a code, and nobody else learns the code. */
@ShangdaTest
class EventDutyProcessTest {

    private static final String TALK = "UserTask_EventTalk";

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactView view;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    // 「工作变迁、职务升降、退休离休时要谈话」「受表彰、奖励、批评、处分时要谈话」「工作中遇到挫折时要谈话」
    // 「对考核、考察或民主评议后需转达意见时要谈话」
    @ParameterizedTest
    @CsvSource({
        "change-of-post,       " + TEACHER,
        "praise-or-criticism,  " + TEACHER,
        "setback,              " + TEACHER,
        "appraisal,            " + TEACHERS_COLLEGE
    })
    void T12_T13_T14_T16_the_right_person_talks_within_five_working_days(String occasion, String talker) {
        contacts.pair(TEACHER, TAUGHT);
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, occasion);
        ProcessInstance way = cases.instance(talk, "event-duty");
        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(talker);
        assertThat(cases.dueOf(talk, TALK)).isEqualTo(Date.from(TestTime.at("2026-03-09T17:00:00")));

        cases.act(talker, talk, TALK, Map.of("on", "2026-03-02", "way", "talk"));

        assertThat(way).isEnded().hasPassed("EndEvent_Held");
        assertThat(contacts.talk(talk, "state")).isEqualTo("HELD");
    }

    // 「在重要节日和专家取得重大成就,罹患重大疾病及遇到其他困难时开展走访慰问」
    @ParameterizedTest
    @ValueSource(strings = {"festival", "achievement", "serious-illness", "hardship"})
    void J21_the_linked_leader_visits_on_four_occasions(String occasion) {
        contacts.pair("leader-person", LEADER, LED, "jx1", LocalDate.of(2025, 9, 1));

        String talk = contacts.arrange(Cases.STRANGER, LED, occasion);

        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(LEADER);
        cases.act(LEADER, talk, TALK, Map.of("on", "2026-03-02", "way", "condolence"));
        assertThat(contacts.talk(talk, "way")).isEqualTo("condolence");
    }

    @Test
    void T12_the_occasion_is_for_the_two_and_in_no_name_variable_or_list() {
        contacts.pair(TEACHER, TAUGHT);
        String number = contacts.arrange(Cases.PERSONNEL_CLERK, "郑洋", "setback");

        assertThat(cases.task(number, TALK).getName()).isEqualTo("事件谈话 " + number);
        assertThat(engine.getRuntimeService()
                        .getVariables(cases.instance(number, "event-duty").getId()))
                .containsOnlyKeys("remindAt", "dueAt");
        assertThat(engine.getTaskService()
                        .getVariablesLocal(cases.task(number, TALK).getId())
                        .values())
                .containsExactlyInAnyOrder(number, "");
        for (String one : List.of(TEACHER, TAUGHT)) {
            assertThat(view.talk(number, one).occasion()).isEqualTo("工作中遇到挫折");
        }
        for (String other : List.of(TEACHERS_SECRETARY, Cases.PERSONNEL_CLERK)) {
            Talk seen = view.talk(number, other);
            assertThat(seen.occasion()).isEmpty();
            assertThat(seen.clause()).isEmpty();
            assertThat(seen.person()).isNull();
        }
    }

    // 「在遵守党纪国法、党风廉政建设和思想作风方面发现问题或群众在这方面有反映时要谈话」
    @Test
    void T15_the_form_shows_the_proper_channel_and_only_that_a_talk_took_place_is_kept() {
        contacts.pair(TEACHER, TAUGHT);
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "discipline");
        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(TEACHERS_SECRETARY);
        assertThat(cases.show(TEACHERS_SECRETARY, cases.task(talk, TALK))).containsEntry("diverted", true);

        Cases.assertRefused(
                () -> cases.act(
                        TEACHERS_SECRETARY, talk, TALK, Map.of("on", "2026-03-02", "way", "talk", "words", "不应记录的内容")),
                400,
                "提交的内容与表单不符，请刷新页面后重新填写。");
        cases.act(TEACHERS_SECRETARY, talk, TALK, Map.of("on", "2026-03-02", "way", "talk"));

        assertThat(contacts.talk(talk, "held_on")).startsWith("2026-03-02");
        assertThat(contacts.talk(talk, "talker")).isEqualTo(TEACHERS_SECRETARY);
        assertThat(contacts.talk(talk, "occasion")).isNull();
        assertThat(contacts.talk(talk, "clause")).isNullOrEmpty();
        assertThat(contacts.talk(talk, "diverted").toLowerCase(Locale.ROOT)).startsWith("f");
    }

    @Test
    void a_late_talk_is_told_to_the_secretary_who_agrees_on_a_new_day_or_finds_it_no_longer_needed() {
        contacts.pair(TEACHER, TAUGHT);
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "setback");
        ProcessInstance way = cases.instance(talk, "event-duty");
        cases.passTo(talk, "2026-03-06T18:00:00");
        assertThat(cases.task(talk, TALK).getPriority()).isEqualTo(75);
        assertThat(way).hasPassed("ServiceTask_RemindTalk", "EndEvent_TalkReminded");

        cases.passTo(talk, "2026-03-09T18:00:00");
        assertThat(cases.openTasks(talk)).containsExactly("UserTask_FollowUpTalk");
        cases.claim(TEACHERS_SECRETARY, cases.task(talk, "UserTask_FollowUpTalk"));
        assertThat(cases.show(TEACHERS_SECRETARY, cases.task(talk, "UserTask_FollowUpTalk"))
                        .toString())
                .contains("苏博远")
                .doesNotContain("郑洋", "挫折");
        followUp(talk, Map.of("missedReason", "busy", "talkMeasure", "new-day", "newDay", "2026-03-13"));
        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(TEACHER);
        assertThat(cases.dueOf(talk, TALK)).isEqualTo(Date.from(TestTime.at("2026-03-13T17:00:00")));

        cases.passTo(talk, "2026-03-13T18:00:00");
        followUp(talk, Map.of("missedReason", "other", "talkMeasure", "not-needed"));
        assertThat(way).isEnded().hasPassed("EndEvent_NotHeld");
        assertThat(contacts.talk(talk, "state")).isEqualTo("NOT_HELD");
    }

    @Test
    void the_secretary_may_hold_a_late_talk() {
        contacts.pair(TEACHER, TAUGHT);
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "setback");
        cases.passTo(talk, "2026-03-09T18:00:00");

        followUp(talk, Map.of("missedReason", "carrier-away", "talkMeasure", "take-over", "newDay", "2026-03-13"));

        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(TEACHERS_SECRETARY);
    }

    @Test
    void without_a_linked_member_the_secretary_talks_and_nobody_to_themselves() {
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "setback");
        assertThat(cases.task(talk, TALK).getAssignee()).isEqualTo(TEACHERS_SECRETARY);
        String own = contacts.arrange(Cases.PERSONNEL_CLERK, TEACHERS_SECRETARY, "setback");
        assertThat(cases.task(own, TALK).getAssignee()).isNotEqualTo(TEACHERS_SECRETARY);
    }

    @Test
    void only_arranging_units_and_the_persons_own_college_arrange_and_only_what_its_programme_knows() {
        Cases.assertRefused(
                () -> contacts.arrange(Cases.COLLEGE_CLERK, TAUGHT, "setback"),
                400,
                "只有组织、人事等安排单位，或本人所在院级党组织的经办人可以安排事件谈话。");
        Cases.assertRefused(
                () -> contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "festival"), 400, "本人所在单位执行的联系制度没有这种事由，请改选事由。");
        Cases.assertRefused(
                () -> contacts.arrange(Cases.PERSONNEL_CLERK, "没有这个人", "setback"),
                400,
                "名册中没有“没有这个人”。请填写工号、姓名全称或单位全称。");
    }

    @Test
    void a_talk_is_not_held_before_it_was_arranged_nor_tomorrow() {
        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, TAUGHT, "setback");
        for (String day : List.of("2026-03-01", "2026-03-03")) {
            Cases.assertRefused(
                    () -> cases.act(TEACHERS_SECRETARY, talk, TALK, Map.of("on", day, "way", "talk")),
                    400,
                    "日期须在安排之日 2026-03-02 至今天之间，请改填。");
        }
    }

    private void followUp(String talk, Map<String, Object> form) {
        cases.act(TEACHERS_SECRETARY, talk, "UserTask_FollowUpTalk", form);
    }
}
