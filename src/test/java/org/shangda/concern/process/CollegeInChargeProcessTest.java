package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** The college in charge reads a department's answer first and confirms what goes on; who stands aside is passed over. */
@ShangdaTest
class CollegeInChargeProcessTest extends FollowedCases {

    // --- the college in charge ---------------------------------------------------------------------------------------

    private String answerOfDepartment() {
        String number = after("department", DEPARTMENT_CLERK, "answer", Map.of());
        cases.approve(DEPARTMENT_HEAD, number);
        return number;
    }

    @Test
    void the_college_asks_the_department_once_to_complete_its_answer() {
        String number = answerOfDepartment();
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"));
        assertThat(decisionsShown(number)).contains("\"pass-on\"", "\"question\"");
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question")),
                400,
                "请填写“说明”。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", "请写明时间。"));

        assertThat(way).isWaitingAt("CallActivity_Department").hasNotPassed("ServiceTask_Answer");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "hqc");
        assertThat(cases.steps(number)).contains("QUESTIONED");
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("way")
                        .toString())
                .contains("请写明时间。");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .doesNotContain("请写明时间。");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "周五。"));
        cases.approve(DEPARTMENT_HEAD, number);
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"));
        assertThat(decisionsShown(number)).contains("\"pass-on\"").doesNotContain("\"question\"");
        assertRefused(
                () -> cases.act(
                        COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "question", "words", "再问。")),
                409,
                "已经请职能部门补充过一次，请转达答复；反映人可以评价。");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));

        assertThat(way).hasPassed("ServiceTask_Answer").isWaitingAt("UserTask_Rate");
        assertThat(cases.steps(number)).endsWith("PASSED_ON");
        assertThat(cases.step(number, "PASSED_ON", "actor")).isEqualTo(COLLEGE_CLERK);
    }

    private String decisionsShown(String number) {
        return cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"))
                .get("decisions")
                .toString();
    }

    @Test
    void an_answer_that_the_college_has_not_read_in_two_working_days_goes_to_the_colleague() {
        String number = answerOfDepartment();
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.dueOf(number, "UserTask_PassOnAnswer")).isEqualTo(TestTime.at("2026-03-04T17:00:00"));

        cases.passTo(number, "2026-03-04T16:59:00");
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        cases.passTo(number, "2026-03-04T17:00:00");

        assertThat(way)
                .hasPassed("BoundaryEvent_AnswerSilence", "ServiceTask_PassOnBySilence", "ServiceTask_Answer")
                .hasNotPassed("Gateway_PassedOn")
                .isWaitingAt("UserTask_Rate");
        assertThat(cases.step(number, "PASSED_ON", "code")).isEqualTo("silence");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void the_college_reads_the_departments_answer_first_also_when_its_head_handles_it_again() {
        String number = cases.again("department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        TestTime.set("2026-03-04T10:00:00");

        cases.exit(DEPARTMENT_HEAD, number, "answer", Map.of("words", "已换防水层。"));

        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        assertThat(cases.dueOf(number, "UserTask_PassOnAnswer")).isEqualTo(TestTime.at("2026-03-06T17:00:00"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .toString())
                .doesNotContain("已换防水层。");
        cases.passTo(number, "2026-03-06T16:59:00");
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        cases.passTo(number, "2026-03-06T17:00:00");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "已换防水层。");
    }

    @Test
    void what_the_head_of_the_college_answers_again_goes_to_the_colleague_at_once() {
        String number = cases.again("college", "problem");

        cases.answeredAgain("college", number);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
    }

    @Test
    void the_college_confirms_that_an_unsolved_concern_goes_to_the_organization_department() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));

        assertThat(way)
                .hasPassed("UserTask_ConfirmReferral")
                .hasNotPassed("BoundaryEvent_ReferralSilence")
                .isWaitingAt("CallActivity_OrganizationDepartment");
        assertThat(cases.step(number, "REFERRED", "actor")).isEqualTo(COLLEGE_CLERK);
    }

    @Test
    void the_college_takes_an_unsolved_concern_back() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertRefused(
                () -> cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "take-back")),
                400,
                "请填写“说明”。");
        cases.act(
                COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "take-back", "words", "学院自筹经费。"));

        assertThat(way).hasNotPassed("CallActivity_OrganizationDepartment").isWaitingAt("CallActivity_College");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "jsj");
        assertThat(cases.step(number, "TAKEN_BACK", "words")).isEqualTo("学院自筹经费。");
        cases.exit(COLLEGE_CLERK, number, "answer");
        assertThat(way).isWaitingAt("UserTask_Rate");
    }

    @Test
    void an_unsolved_concern_that_the_college_says_nothing_about_goes_on_after_two_working_days() {
        String number = after("department", DEPARTMENT_CLERK, "pass-up", Map.of());
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.passTo(number, "2026-03-04T17:00:00");

        assertThat(way)
                .hasPassed("BoundaryEvent_ReferralSilence", "ServiceTask_ReferBySilence")
                .hasNotPassed("Gateway_Refers")
                .isWaitingAt("CallActivity_OrganizationDepartment");
        assertThat(cases.step(number, "REFERRED", "code")).isEqualTo("silence");
        assertThat(cases.handling(number, "organization-department", "unit")).isEqualTo("zzb");
    }

    // --- standing aside ----------------------------------------------------------------------------------------------

    @Test
    void a_level_whose_only_unit_stands_aside_is_passed_over() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", "计算机系教工党支部"));
        ProcessInstance way = cases.instance(number, "concern-escalation");

        assertThat(way).hasPassed("CallActivity_Branch").isWaitingAt("CallActivity_College");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj");
        assertThat(cases.steps(number)).containsExactly("RAISED", "SKIPPED", "REACHED");
        assertThat(cases.step(number, "SKIPPED", "code")).isEqualTo("branch");
    }

    @Test
    void a_college_head_who_stands_aside_does_not_sign() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", "王海涛"));
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");

        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isNotEqualTo(COLLEGE_HEAD);
    }
}
