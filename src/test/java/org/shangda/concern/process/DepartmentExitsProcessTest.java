package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.PERSONNEL_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** What departments and the Organization Department do besides answering: assist, return, transfer, convene. */
@ShangdaTest
class DepartmentExitsProcessTest extends ExitsOfLevels {

    // --- what departments do besides ---------------------------------------------------------------------------------

    @Test
    void opinions_of_the_units_that_assist_come_back_to_the_department() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc", "cwc"), "words", "请说明标准。"));
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.submit(PERSONNEL_CLERK, opinionOf(number, PERSONNEL_CLERK), Map.of("words", "人事处：没有异议。"));
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("opinions")
                        .toString())
                .contains("人事处", "没有异议");
        cases.submit("dingli", opinionOf(number, "dingli"), Map.of("words", "计财处：有经费。"));

        assertThat(level)
                .hasPassed("UserTask_Opinion", "EndEvent_OpinionsGiven")
                .isWaitingAtExactly("SubProcess_Visit", "UserTask_Handle");
        assertThat(cases.opinions(number, "given_by")).containsExactly(PERSONNEL_CLERK, "dingli");
        assertThat(cases.steps(number)).endsWith("OPINION", "OPINION");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .doesNotContain("有经费");
    }

    @Test
    void a_department_need_not_wait_for_an_opinion() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        ProcessInstance level = cases.instance(number, "level-handling");

        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);

        assertThat(level).isEnded().hasPassed("EndEvent_Left").hasNotPassed("EndEvent_OpinionsGiven");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
    }

    private Task opinionOf(String number, String person) {
        Task task = cases.as(
                person,
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey("UserTask_Opinion")
                        .taskCandidateUser(person)
                        .singleResult());
        cases.claim(person, task);
        return task;
    }

    @Test
    void a_department_returns_within_two_working_days_of_receipt_and_names_a_unit() {
        String number = cases.at("department", "problem");
        TestTime.set("2026-03-03T09:00:00");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        TestTime.set("2026-03-05T17:00:00");

        assertRefused(() -> cases.exit(DEPARTMENT_CLERK, number, "return"), 400, "请填写“单位”。");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "hqc")),
                400,
                "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "jsj2")),
                400,
                "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。");
        cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc"));

        assertThat(cases.show(OTHER_COLLEGE_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("unit", "rsc");
    }

    @Test
    void after_two_working_days_a_department_cannot_return_it() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        TestTime.set("2026-03-04T17:01:00");

        assertThat(exitsShown(DEPARTMENT_CLERK, number)).doesNotContain("\"return\"");
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "return", Map.of("unit", "rsc")),
                409,
                "签收已超过两个工作日，不能再选择“退回（非本单位职责）”。请办理。");
    }

    @Test
    void what_the_assigning_office_decided_after_a_second_return_cannot_be_returned() {
        String number = cases.at("assigning-office", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        assertThat(cases.task(number, "UserTask_Handle").getName()).isEqualTo("裁定承办单位 " + number);
        assertThat(cases.concern(number, "returns")).isEqualTo("2");

        cases.exit(ASSIGNING_CLERK, number, "assign", Map.of("unit", "rsc"));

        assertThat(way).hasPassed("CallActivity_AssigningOffice").isWaitingAt("CallActivity_Department");
        assertRefused(
                () -> cases.exit(PERSONNEL_CLERK, number, "return", Map.of("unit", "hqc")), 409, "承办单位已经裁定，不能再退回。请办理。");
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
    }

    @Test
    void a_department_is_given_more_time_once_by_its_head_with_the_reason_shown() {
        String number = cases.at("department", "problem");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-18T17:00");
        cases.exit(DEPARTMENT_CLERK, number, "extend", Map.of("words", "材料要招标。"));
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-18T17:00");
        cases.act(DEPARTMENT_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "材料须公开招标。"));

        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-30T17:00");
        assertThat(cases.dueOf(number, "UserTask_Handle")).isEqualTo(TestTime.at("2026-03-30T17:00:00"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("延长办理期限", "材料须公开招标。");
        assertRefused(() -> cases.exit(DEPARTMENT_CLERK, number, "extend"), 409, "“延长办理期限”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void a_transferred_concern_is_received_anew_by_the_other_department() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        assertRefused(
                () -> cases.exit(OTHER_DEPARTMENT_CLERK, number, "answer"),
                404,
                sentences.inChinese("engine.no-such-task"));
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "rsc");
        assertThat(cases.handlings(number, "outcome"))
                .containsExactly("passed-up", "passed-up", "transfer", "answered");
    }

    // --- the organization department ---------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"zzb", "dxb"})
    void a_unit_with_a_level_of_its_own_is_no_department_to_choose(String unit) {
        String atCollege = cases.at("college", "problem");
        String atDepartment = cases.at("department", "problem");
        String sentence = "不能选择这个单位：请在列表中选择本单位以外、无需回避的职能部门。";

        cases.claim(COLLEGE_CLERK, cases.task(atCollege, "UserTask_Handle"));
        assertThat(cases.show(COLLEGE_CLERK, cases.task(atCollege, "UserTask_Handle"))
                        .get("unitChoices")
                        .toString())
                .contains("\"hqc\"")
                .doesNotContain("\"" + unit + "\"");
        assertRefused(() -> cases.exit(COLLEGE_CLERK, atCollege, "pass-up", Map.of("unit", unit)), 400, sentence);
        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, atDepartment, "transfer", Map.of("unit", unit)), 400, sentence);
    }

    @Test
    void where_the_routing_proposes_a_unit_with_a_level_of_its_own_it_may_be_chosen() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("category", "other"));
        cases.exit(SECRETARY, number, "pass-up");

        cases.passToDepartment(number, "dxb");

        assertThat(cases.handling(number, "department", "unit")).isEqualTo("dxb");
    }

    @Test
    void a_concern_is_transferred_at_most_twice_at_a_level_whichever_departments_have_it() {
        String number = cases.at("department", "problem");
        String raised = cases.concern(number, "raised_at");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        cases.exit(PERSONNEL_CLERK, number, "transfer", Map.of("unit", Cases.DEPARTMENT));

        assertRefused(
                () -> cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc")),
                409,
                "“转办”的次数已用完，请选择其他办理结果。");
        assertThat(exitsShown(DEPARTMENT_CLERK, number)).doesNotContain("\"transfer\"");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc", "rsc", "hqc");
        assertThat(cases.concern(number, "raised_at")).isEqualTo(raised);
    }

    @Test
    void a_transfer_does_not_give_the_level_more_questions_to_the_colleague() {
        String number = cases.at("department", "problem");
        for (int round = 1; round <= 2; round++) {
            cases.exit(DEPARTMENT_CLERK, number, "ask");
            cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "第 " + round + " 次补充。"));
        }
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        assertRefused(() -> cases.exit(PERSONNEL_CLERK, number, "ask"), 409, "“请补充”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void units_that_are_convened_assist_the_lead_unit_from_the_start() {
        String number = cases.at("organization-department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");

        cases.exit(ORGANIZATION_CLERK, number, "convene", Map.of("unit", "rsc", "units", List.of("hqc", "cwc")));

        assertThat(way).hasPassed("CallActivity_OrganizationDepartment").isWaitingAt("CallActivity_Department");
        assertThat(cases.openTasks(number))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern", "UserTask_Opinion", "UserTask_Opinion");
        assertThat(cases.opinions(number, "unit")).containsExactly("hqc", "cwc");
        cases.submit(DEPARTMENT_CLERK, opinionOf(number, DEPARTMENT_CLERK), Map.of("words", "可以配合。"));
        cases.submit("dingli", opinionOf(number, "dingli"), Map.of("words", "有经费。"));
        cases.exit(PERSONNEL_CLERK, number, "answer");
        cases.approve(PERSONNEL_HEAD, number);
        assertThat(way).isWaitingAt("UserTask_PassOnAnswer");
        assertThat(cases.concern(number, "assisting_units")).isNull();
    }

    @Test
    void at_most_five_units_assist() {
        String number = cases.at("organization-department", "problem");

        assertRefused(
                () -> cases.exit(
                        ORGANIZATION_CLERK,
                        number,
                        "convene",
                        Map.of("unit", "rsc", "units", List.of("hqc", "cwc", "bwc", "jwc", "kyy", "dxb"))),
                400,
                "协办单位最多五个。");
    }

    @Test
    void the_same_unit_is_not_named_twice() {
        String number = cases.at("organization-department", "problem");
        String sentence = "同一个单位只能选一次，主办单位不能同时协办。请修改后再提交。";

        for (List<String> assisting : List.of(List.of("hqc", "hqc"), List.of("hqc", "rsc"))) {
            assertRefused(
                    () -> cases.exit(ORGANIZATION_CLERK, number, "convene", Map.of("unit", "rsc", "units", assisting)),
                    400,
                    sentence);
        }
    }

    @Test
    void a_meeting_that_passes_without_a_recorded_decision_is_reminded_of_and_the_decision_still_answers() {
        String number = cases.at("organization-department", "problem");
        ProcessInstance way = cases.instance(number, "concern-escalation");
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        cases.putToTheUniversity(number);
        ProcessInstance level = cases.instance(number, "level-handling");
        assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(TestTime.at("2026-03-20T17:00:00"));

        cases.passTo(number, "2026-03-23T10:00:00");

        assertThat(level).isWaitingAt("UserTask_RecordDecision", "IntermediateEvent_NextDeadline");
        assertThat(cases.steps(number)).endsWith("EXIT", "REMINDED");
        for (String day : List.of("2026-03-01", "2026-03-24")) {
            assertRefused(
                    () -> cases.act(
                            ORGANIZATION_CLERK,
                            number,
                            "UserTask_RecordDecision",
                            Map.of("ruling", "refused", "on", day, "words", "不列入计划。")),
                    400,
                    "请填写决定日期，不能早于反映之日（并案的，不能早于最后一件的反映之日），也不能晚于今天。");
        }
        cases.act(
                ORGANIZATION_CLERK,
                number,
                "UserTask_RecordDecision",
                Map.of("ruling", "refused", "on", "2026-03-21", "unit", "hqc", "words", "不列入计划。"));

        assertThat(level).isEnded().hasPassedInOrder("UserTask_RecordDecision", "EndEvent_Left");
        assertThat(way).isWaitingAt("UserTask_Rate").hasNotPassed("UserTask_PassOnAnswer");
        assertThat(cases.step(number, "DECISION", "named_unit")).isNull();
        assertThat(cases.step(number, "DECISION", "on_day")).isEqualTo("2026-03-21");
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))).containsEntry("answer", "不列入计划。");
        assertThat(cases.handling(number, "organization-department", "outcome")).isEqualTo("answered");
        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
    }
}
