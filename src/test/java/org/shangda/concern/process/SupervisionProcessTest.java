package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.concern.DirectSupervision;
import org.shangda.concern.DirectSupervision.Place;
import org.shangda.engine.RefusedRequest;
import org.shangda.engine.WaitingWork;
import org.shangda.work.WorkCards.WorkCard;
import org.springframework.beans.factory.annotation.Autowired;

/** 督办: what happens at every level when time runs out, and what those above a late unit may do (practice). */
@ShangdaTest
class SupervisionProcessTest extends SupervisedCases {

    @Autowired
    WaitingWork work;

    @Autowired
    DirectSupervision direct;

    // --- time runs out -----------------------------------------------------------------------------------------------

    /** Entered on Monday, 2 March; days are counted from Tuesday. */
    @ParameterizedTest
    @CsvSource({
        "branch, 2026-03-09, 2026-03-11, jsj, liumin",
        "college, 2026-03-11, 2026-03-13, zzb, xiexin",
        "department, 2026-03-16, 2026-03-18, dxb, luojing",
        "organization-department, 2026-03-17, 2026-03-19, dxb, luojing",
        "assigning-office, 2026-03-03, 2026-03-04, zzb, xiexin"
    })
    void every_level_is_reminded_before_its_deadline_and_supervised_by_its_own_line_after_it(
            String level, String reminder, String deadline, String unit, String supervisor) {
        String number = received(level);
        Task late = cases.task(number, "UserTask_Handle");
        long remindedBefore = reminders(number);

        cases.passTo(number, reminder + "T16:59:59");
        assertThat(reminders(number)).isEqualTo(remindedBefore);
        cases.passTo(number, reminder + "T17:00:00");
        assertThat(reminders(number)).isEqualTo(remindedBefore + 1);
        cases.passTo(number, deadline + "T16:59:59");
        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        assertThat(cases.task(number, "UserTask_Handle").getId()).isEqualTo(late.getId());

        cases.passTo(number, deadline + "T17:00:00");

        assertThat(cases.instance(number, "supervision")).isWaitingAt("UserTask_Supervise");
        assertThat(cases.instance(number, "level-handling")).isWaitingAt("UserTask_Handle");
        assertThat(cases.task(number, "UserTask_Handle").getId()).isEqualTo(late.getId());
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(late.getAssignee());
        assertThat(cases.supervisions(number, "unit")).containsExactly(unit);
        assertThat(cases.supervisions(number, "reason")).containsExactly("overdue");
        assertThat(cases.step(number, "SUPERVISED", "unit")).isEqualTo(unit);
        assertThat(cases.show(supervisor, cases.task(number, "UserTask_Supervise")))
                .containsEntry("number", number);
        assertThatThrownBy(() -> cases.show(COLLEAGUE, cases.task(number, "UserTask_Supervise")))
                .isInstanceOf(RefusedRequest.class);
    }

    @ParameterizedTest
    @CsvSource({
        "again, 2026-03-06, 2026-03-09, zzb",
        "review, 2026-03-06, 2026-03-09, dxb",
    })
    void who_handles_again_or_reviews_is_reminded_and_supervised_as_well(
            String stage, String reminder, String deadline, String unit) {
        String number = stage.equals("again") ? cases.again("college", "problem") : cases.review("college", "problem");

        cases.passTo(number, reminder + "T17:00:00");
        assertThat(cases.steps(number)).endsWith("REMINDED");
        cases.passTo(number, deadline + "T17:00:00");

        assertThat(cases.supervisions(number, "unit")).containsExactly(unit);
        assertThat(measures(number, stage.equals("again") ? ORGANIZATION_CLERK : ASSIGNING_CLERK))
                .containsExactly("urge", "extend", "take-over", "give");
    }

    @ParameterizedTest
    @CsvSource({
        "college, 2026-03-04T17:00:00",
        "department, 2026-03-04T17:00:00",
        "organization-department, 2026-03-05T17:00:00"
    })
    void a_level_that_does_not_receive_in_time_is_supervised_for_that(String level, String receiveBy) {
        String number = cases.at(level, "problem");

        cases.passTo(number, receiveBy);

        assertThat(cases.supervisions(number, "reason")).containsExactly("not-received");
        assertThat(cases.show(supervisorOf(level), cases.task(number, "UserTask_Supervise")))
                .containsEntry("reasonLabel", "逾期未签收");
    }

    @Test
    void supervision_of_a_unit_that_has_received_meanwhile_ends_and_the_level_is_reminded_as_usual() {
        String number = cases.at("college", "problem");
        cases.passTo(number, "2026-03-05T09:00:00");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        cases.passTo(number, "2026-03-06T17:00:00");
        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        assertThat(cases.supervisions(number, "decision")).containsExactly("received");
        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("received");

        cases.passTo(number, "2026-03-11T17:00:00");
        assertThat(cases.steps(number)).endsWith("REMINDED");
        cases.passTo(number, "2026-03-13T17:00:00");
        assertThat(cases.supervisions(number, "reason")).containsExactly("not-received", "overdue");
    }

    // --- silence of the supervisor -----------------------------------------------------------------------------------

    @Test
    void a_branch_that_stays_silent_is_passed_by_two_working_days_after_its_deadline() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        ProcessInstance way = cases.instance(number, "concern-escalation");
        ProcessInstance branch = cases.instance(number, "level-handling");

        cases.passTo(number, "2026-03-13T16:59:59");
        assertThat(cases.handlings(number, "level")).containsExactly("branch");
        cases.passTo(number, "2026-03-13T17:00:00");

        assertThat(branch).isEnded().hasPassed("BoundaryEvent_MovedUp", "EndEvent_LeftUpwards");
        assertThat(branch).hasNotPassed("EndEvent_Left", "BoundaryEvent_Reassigned");
        assertThat(way).isWaitingAt("CallActivity_College").hasNotPassed("ServiceTask_Answer");
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        assertThat(cases.handlings(number, "outcome")).containsExactly("passed-up", null);
        assertThat(cases.supervisions(number, "decision")).containsExactly("moved-up");
        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("moved-by-itself");
        assertThatThrownBy(() -> cases.show(SECRETARY, cases.task(number, "UserTask_Handle")))
                .isInstanceOf(RefusedRequest.class);
    }

    @ParameterizedTest
    @CsvSource({"college", "department", "organization-department", "assigning-office"})
    void every_other_level_that_stays_silent_stays_supervised_until_somebody_acts(String level) {
        String number = received(level);

        cases.passTo(number, "2026-04-30T17:00:00");

        assertThat(cases.instance(number, "level-handling")).isWaitingAt("UserTask_Handle");
        assertThat(cases.instance(number, "supervision")).isWaitingAt("UserTask_Supervise");
        assertThat(cases.supervisions(number, "decision")).containsExactly((String) null);
        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("lapsed");
        assertThat(cases.nextJob(number)).isPresent();
    }

    // --- the late unit answers after all -----------------------------------------------------------------------------

    @Test
    void supervision_ends_when_the_late_unit_answers_after_all() {
        String number = overdue("branch");

        cases.exit(SECRETARY, number, "answer");

        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
        assertThat(cases.supervisions(number, "decision")).containsExactly("handled");
        assertThat(cases.instances(number)).hasSize(1);
    }

    @Test
    void supervision_goes_on_while_the_late_units_head_has_not_signed() {
        String number = overdue("college");

        cases.exit(COLLEGE_CLERK, number, "pass-up");
        assertThat(cases.openTasks(number))
                .containsExactly("UserTask_MyConcern", "UserTask_Sign", "UserTask_Supervise");
        cases.approve(COLLEGE_HEAD, number);

        assertThat(cases.supervisions(number, "decision")).containsExactly("handled");
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "department");
    }

    @Test
    void a_late_unit_that_asks_the_colleague_is_supervised_again_only_when_its_time_has_run_out_again() {
        String number = overdue("branch");

        cases.exit(SECRETARY, number, "ask");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Supplement");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "补充：四楼也漏。"));
        cases.passTo(number, "2026-03-11T17:00:00");

        // Asked and answered at the close of its last day: that day did not count, so Thursday is the last one.
        assertThat(cases.supervisions(number, "decision")).first().isEqualTo("handled");
        cases.passTo(number, "2026-03-12T17:00:00");
        assertThat(cases.supervisions(number, "decision")).containsExactly("handled", null);
    }

    @Test
    void a_withdrawn_concern_is_supervised_by_nobody() {
        String number = overdue("department");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.supervisions(number, "decision")).containsExactly("withdrawn");
    }

    // --- waiting for the university's decision -----------------------------------------------------------------------

    /** Brought before the university, whose meeting is on 20 March. */
    private String onTheAgenda() {
        String number = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        cases.putToTheUniversity(number);
        return number;
    }

    private String decisionOverdue() {
        String number = onTheAgenda();
        cases.passTo(number, "2026-03-27T17:00:00");
        assertThat(cases.openTasks(number))
                .containsExactly("UserTask_MyConcern", "UserTask_RecordDecision", "UserTask_Supervise");
        return number;
    }

    @Test
    void Z27_a_decision_that_is_not_recorded_is_reminded_of_and_five_working_days_later_supervised() {
        String number = onTheAgenda();

        cases.passTo(number, "2026-03-20T16:59:00");
        assertThat(reminders(number)).isZero();
        cases.passTo(number, "2026-03-20T17:00:00");
        assertThat(reminders(number)).isEqualTo(1);
        cases.passTo(number, "2026-03-27T16:59:00");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");
        cases.passTo(number, "2026-03-27T17:00:00");

        cases.claim(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise"));
        assertThat(cases.show(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise")))
                .containsEntry("reasonLabel", "学校研究后逾期未登记决定");
        cases.passTo(number, "2026-03-30T10:00:00");
        assertThat(cases.as(ASSIGNING_CLERK, () -> work.of(ASSIGNING_CLERK)))
                .filteredOn(card -> card.number().equals(number))
                .extracting(WorkCard::state)
                .containsExactly("overdue");
        assertThat(measures(number, ASSIGNING_CLERK)).containsExactly("urge", "extend", "take-over", "give");
        cases.passTo(number, "2026-03-31T17:00:00");
        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("lapsed");
        assertThat(cases.openTasks(number)).contains("UserTask_RecordDecision", "UserTask_Supervise");
        assertThat(cases.nextJob(number)).isPresent();
    }

    @Test
    void supervision_of_a_decision_ends_when_it_is_recorded() {
        String number = decisionOverdue();

        Map<String, Object> decision = Map.of("ruling", "decided", "on", "2026-03-20", "unit", "hqc", "words", "列入计划。");
        cases.act(ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision);

        assertThat(cases.supervisions(number, "decision")).containsExactly("handled");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void a_supervisor_grants_the_time_to_record_a_decision_once_more() {
        String number = decisionOverdue();

        supervise(number, "organization-department", "extend", null);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");
        assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(at("2026-04-03T17:00:00"));
        cases.passTo(number, "2026-04-03T17:00:00");
        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
    }

    @Test
    void time_that_is_granted_before_the_meeting_is_counted_from_when_its_decision_was_to_be_recorded() {
        String number = onTheAgenda();
        long visit = Long.parseLong(cases.handling(number, "organization-department", "id"));

        cases.as(
                ASSIGNING_CLERK,
                () -> direct.decide(new Place(number, visit), ASSIGNING_CLERK, "extend", "会议材料还要补充。", null));

        assertThat(cases.dueAt(number, "organization-department")).startsWith("2026-04-03T17:00");
        assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(at("2026-03-20T17:00:00"));
        cases.passTo(number, "2026-03-20T17:00:00");
        assertThat(reminders(number)).isEqualTo(1);
    }

    @Test
    void a_supervisor_who_takes_over_an_undecided_concern_handles_it_anew() {
        String number = decisionOverdue();

        supervise(number, "organization-department", "take-over", null);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handling(number, "organization-department", "unit")).isEqualTo("dxb");
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private long reminders(String number) {
        return cases.steps(number).stream().filter("REMINDED"::equals).count();
    }
}
