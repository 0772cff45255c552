package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_HEAD;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** The colleague's verdict on an answer, and what follows from it. */
@ShangdaTest
class RatingProcessTest extends FollowedCases {

    @Test
    void satisfied_closes_it() {
        closedBy("satisfied", "SATISFIED");
    }

    @Test
    void basically_satisfied_closes_it() {
        closedBy("basically-satisfied", "BASICALLY_SATISFIED");
    }

    private void closedBy(String rating, String counted) {
        String number = cases.answeredBy("branch", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", rating));

        assertThat(way)
                .isEnded()
                .hasPassedInOrder("UserTask_Rate", "EndEvent_Closed")
                .hasNotPassed(
                        "CallActivity_HandleAgain",
                        "EndEvent_Unrated",
                        "EndEvent_ClosedDissatisfied",
                        "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo(counted);
        assertThat(cases.step(number, "RATED", "code")).isEqualTo(rating);
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void the_first_dissatisfied_is_handled_again_by_the_head_of_the_unit_within_five_working_days() {
        String number = cases.answeredBy("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(
                COLLEAGUE,
                number,
                "UserTask_Rate",
                Map.of("rating", "dissatisfied", "reason", "not-solved", "words", "还在漏。"));

        assertThat(way).isWaitingAt("CallActivity_HandleAgain").hasNotPassed("EndEvent_Closed", "CallActivity_Review");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_HEAD);
        assertThat(cases.handlings(number, "stage")).containsExactly("first", "first", "first", "again");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-09T17:00");
        assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        assertThat(cases.step(number, "RATED", "code")).isEqualTo("dissatisfied");
        assertThat(cases.step(number, "RATED", "reason")).isEqualTo("not-solved");
        assertThat(cases.show(DEPARTMENT_HEAD, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("还在漏。");

        cases.exit(DEPARTMENT_HEAD, number, "answer", Map.of("words", "已换防水层。"));
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "已换防水层。");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(way)
                .isEnded()
                .hasPassed("CallActivity_HandleAgain", "EndEvent_Closed")
                .hasNotPassed("CallActivity_Review", "EndEvent_ClosedDissatisfied", "EndEvent_Unrated");
        assertThat(cases.concern(number, "rating")).isEqualTo("SATISFIED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("1");
    }

    @Test
    void the_second_dissatisfied_is_reviewed_one_step_up_and_the_written_answer_closes_it() {
        String number = cases.again("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.answeredAgain("department", number);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "attitude"));

        assertThat(way).isWaitingAt("CallActivity_Review");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(ASSIGNING_HEAD);
        assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        cases.exit(ASSIGNING_HEAD, number, "answer", Map.of("words", "复核意见：已按规定办理。"));

        assertThat(way)
                .isEnded()
                .hasPassed("CallActivity_HandleAgain", "CallActivity_Review", "EndEvent_ClosedDissatisfied")
                .hasNotPassed("EndEvent_Closed", "EndEvent_Unrated", "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("2");
        assertThat(cases.concern(number, "closed_at")).isNotNull();
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc", "dxb");
        assertThat(cases.step(number, "EXIT", "words")).isEqualTo("复核意见：已按规定办理。");
    }

    @Test
    void dissatisfied_needs_a_reason_from_a_closed_list() {
        String number = cases.answeredBy("branch", "problem");

        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied")),
                400,
                "请选择不满意的原因。");
        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "dissatisfied", "reason", "no")),
                400,
                "请选择不满意的原因。");
        assertRefused(
                () -> cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "unrated")), 400, "请在“评价”中选择一项。");

        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        assertThat(cases.concern(number, "rating")).isNull();
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
    }

    @Test
    void an_answer_that_nobody_rated_in_ten_working_days_closes_it_as_unrated() {
        String number = cases.answeredBy("branch", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.dueOf(number, "UserTask_Rate")).isEqualTo(TestTime.at("2026-03-16T17:00:00"));

        cases.passTo(number, "2026-03-16T16:59:00");
        assertThat(way).isWaitingAt("UserTask_Rate");
        cases.passTo(number, "2026-03-16T17:00:00");

        assertThat(way)
                .isEnded()
                .hasPassed("BoundaryEvent_RatingSilence", "ServiceTask_CloseUnrated", "EndEvent_Unrated")
                .hasNotPassed("Gateway_Rated", "EndEvent_Closed", "EndEvent_ClosedDissatisfied", "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("UNRATED");
        assertThat(cases.steps(number)).endsWith("CLOSED");
    }

    @Test
    void silence_after_a_dissatisfied_verdict_still_counts_the_dissatisfaction() {
        String number = cases.again("branch", "problem");
        cases.exit(SECRETARY, number, "answer");

        cases.passTo(number, "2026-03-16T17:00:00");

        assertThat(cases.concern(number, "rating")).isEqualTo("UNRATED");
        assertThat(cases.concern(number, "dissatisfactions")).isEqualTo("1");
    }

    @Test
    void a_suggestion_is_rated_and_not_handled_again() {
        String number = cases.answeredBy("branch", "suggestion");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.dissatisfied(number);

        assertThat(way).isEnded().hasPassed("EndEvent_Closed").hasNotPassed("CallActivity_HandleAgain");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
    }
}
