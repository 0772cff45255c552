package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way of the policy from end to end: 党支部 → 院级党组织 → 职能部门 → 汇总至党委组织部 → 报学校研究 (Z22-Z27). */
@ShangdaTest
class WholeWayProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void Z23_what_the_branch_can_settle_it_answers_and_the_colleague_closes_it() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(way)
                .isEnded()
                .hasPassedInOrder("CallActivity_Branch", "ServiceTask_Answer", "UserTask_Rate", "EndEvent_Closed")
                .hasNotPassed("CallActivity_College", "EndEvent_Unrated", "EndEvent_Withdrawn");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("SATISFIED");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void Z27_what_nobody_below_settles_is_put_on_the_universitys_agenda_and_rated_when_the_decision_is_carried_out() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.act(
                COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意报送", "tried", "已协调"));
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        cases.decided(number, Map.of("ruling", "decided", "on", "2026-03-02", "unit", "hqc", "words", "列入今年暑期维修计划。"));
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "basically-satisfied"));

        assertThat(way)
                .isEnded()
                .hasPassedInOrder(
                        "CallActivity_Branch",
                        "CallActivity_College",
                        "CallActivity_Department",
                        "UserTask_ConfirmReferral",
                        "CallActivity_OrganizationDepartment",
                        "CallActivity_CarryingOut",
                        "ServiceTask_Answer",
                        "EndEvent_Closed");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "zzb", "hqc");
        assertThat(cases.handlings(number, "outcome"))
                .containsExactly("passed-up", "passed-up", "passed-up", "decided", "answered");
        assertThat(cases.concern(number, "rating")).isEqualTo("BASICALLY_SATISFIED");
    }

    @Test
    void Z26_a_departments_answer_is_signed_read_by_the_college_and_then_given_to_the_colleague() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.act(COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意报送"));
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "本周五维修。"));
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .toString())
                .doesNotContain("本周五维修。");
        assertThat(cases.handlings(number, "exit_tried").get(1)).isEqualTo("已联系维修。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));

        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "本周五维修。");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void a_concern_that_two_departments_return_is_assigned_for_good() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        toDepartment(number, "hqc");
        cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc"));
        toDepartment(number, "rsc");
        cases.exit(PERSONNEL_CLERK, number, "return", Map.of("unit", "hqc"));

        assertThat(cases.task(number, "UserTask_Handle").getName()).startsWith("裁定承办单位");
        cases.exit(ASSIGNING_CLERK, number, "assign", Map.of("unit", "hqc"));

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "jsj", "rsc", "dxb", "hqc");
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("exits")
                        .toString())
                .doesNotContain("return");
    }

    private void toDepartment(String number, String unit) {
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", unit));
        cases.act(COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "请办理"));
    }

    @Test
    void nobody_handles_their_own_concern() {
        String number = cases.raise(SECRETARY, Cases.concern());

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
    }

    @Test
    void a_unit_is_asked_for_its_opinion_once_and_sees_the_question_but_no_draft() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        toDepartment(number, "hqc");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        assertThatThrownBy(() -> cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc", "rsc"))))
                .hasMessageContaining("同一个单位只能选一次");

        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc"), "words", "可否先安排周转房？"));
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "尚未审签的草稿"));

        assertThat(cases.show(PERSONNEL_CLERK, cases.task(number, "UserTask_Opinion")))
                .containsEntry("question", "可否先安排周转房？")
                .asString()
                .doesNotContain("尚未审签的草稿");
    }

    @Test
    void a_timer_of_a_visit_that_has_ended_meanwhile_does_nothing() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        database.update("update handling set ended_at = entered_at where number = ?", number);

        cases.passTo(number, "2026-03-20T10:00:00");

        assertThat(cases.steps(number)).doesNotContain("SUPERVISED", "REMINDED");
    }
}
