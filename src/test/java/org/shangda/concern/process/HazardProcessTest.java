package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.RefusedRequest;
import org.springframework.beans.factory.annotation.Autowired;

/** 安全隐患: to the college and the department at once, with hours to receive it and a day for the first measure. */
@ShangdaTest
class HazardProcessTest {

    private static final String SECURITY_CLERK = "chengang";
    private static final String SECURITY_HEAD = "shidayong";

    @Autowired
    Cases cases;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void a_hazard_is_at_college_and_department_at_once_and_each_sees_its_duty_telephone() {
        String number = hazard();

        assertThat(way(number))
                .isWaitingAt("CallActivity_HazardCollege", "CallActivity_HazardDepartment", "UserTask_MyConcern")
                .hasNotPassed("CallActivity_Branch");
        assertThat(cases.handlings(number, "unit")).containsExactlyInAnyOrder("jsj", "bwc");
        assertThat(cases.dueAt(number, "college")).isEqualTo("2026-03-03T17:00");
        assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-03T17:00");
        assertThat(shown(number, "college", COLLEGE_CLERK)).containsEntry("dutyTelephone", "0500-8888 9011");
        assertThat(shown(number, "department", SECURITY_CLERK)).containsEntry("dutyTelephone", "0500-8888 9201");
    }

    @Test
    void only_when_both_have_acted_does_the_college_read_the_departments_answer() {
        String number = hazard();

        cases.exitAt("college", COLLEGE_CLERK, number, "answer", Map.of("words", "已封闭楼道。"));
        assertThat(way(number)).isWaitingAt("CallActivity_HazardDepartment").hasNotPassed("Gateway_BothActed");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        cases.exitAt("department", SECURITY_CLERK, number, "answer", Map.of());
        cases.act(SECURITY_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "配电箱已更换。"));

        assertThat(way(number)).isWaitingAt("UserTask_PassOnAnswer").hasPassed("Gateway_BothActed");
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate")))
                .containsEntry("answer", "院级党组织：已封闭楼道。\n\n职能部门：配电箱已更换。");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.instances(number)).isEmpty();
    }

    /** Acted on Thursday, 5 March: the college has Friday and Monday. */
    @Test
    void the_college_has_its_two_days_to_read_from_when_both_have_acted() {
        String number = hazard();
        answeredByDepartment(number);

        cases.passTo(number, "2026-03-05T10:00:00");
        cases.exitAt("college", COLLEGE_CLERK, number, "answer", Map.of());

        assertThat(cases.nextJob(number).orElseThrow().getDuedate()).isEqualTo(at("2026-03-09T17:00:00"));
        cases.passTo(number, "2026-03-09T16:59:59");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
        assertThat(cases.dueOf(number, "UserTask_PassOnAnswer")).isEqualTo(at("2026-03-09T17:00:00"));
        cases.passTo(number, "2026-03-09T17:00:00");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
        assertThat(cases.step(number, "PASSED_ON", "code")).isEqualTo("silence");
    }

    @Test
    void a_hazard_cannot_be_kept_to_the_first_receiver() {
        Map<String, Object> kept = form();
        kept.put("travel", "first-receiver-only");
        refused(() -> cases.raise(COLLEAGUE, kept), "concern.hazard-must-travel");

        String number = hazard();
        refused(
                () -> cases.act(
                        COLLEAGUE,
                        number,
                        "UserTask_MyConcern",
                        Map.of("action", "travel", "travel", "first-receiver-only")),
                "concern.has-travelled");
        assertThat(cases.concern(number, "travel")).isEqualTo("NAMED");
    }

    @Test
    void whoever_does_not_receive_it_within_two_hours_is_supervised_and_whoever_does_is_not() {
        String number = hazard();
        cases.claim(COLLEGE_CLERK, cases.handlingAt(number, "college"));

        cases.passTo(number, "2026-03-02T11:59:59");
        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        cases.passTo(number, "2026-03-02T12:00:00");

        assertThat(cases.supervisions(number, "unit")).containsExactly("dxb");
        assertThat(cases.supervisions(number, "reason")).containsExactly("not-received");
        assertThat(cases.show(Cases.ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise")))
                .containsEntry("dutyTelephone", "0500-8888 9201");
    }

    @Test
    void both_are_supervised_when_both_are_late() {
        String number = hazard();

        cases.passTo(number, "2026-03-03T17:00:00");

        assertThat(cases.supervisions(number, "unit")).containsExactlyInAnyOrder("zzb", "dxb");
        assertThat(cases.openTasks(number))
                .containsExactly(
                        "UserTask_Handle",
                        "UserTask_Handle",
                        "UserTask_MyConcern",
                        "UserTask_Supervise",
                        "UserTask_Supervise");
    }

    @Test
    void the_departments_head_handles_it_again_though_the_colleges_part_was_given_to_another_unit() {
        String number = hazard();
        cases.claim(SECURITY_CLERK, cases.handlingAt(number, "department"));
        cases.passTo(number, "2026-03-02T12:00:00");
        Map<String, Object> give = Map.of("measure", "give", "words", "请就近处置。", "unit", "jx");
        cases.act(Cases.ORGANIZATION_CLERK, number, "UserTask_Supervise", give);
        answeredByDepartment(number);
        cases.exitAt("college", Cases.STRANGER, number, "answer", Map.of());
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));

        cases.dissatisfied(number);

        assertThat(cases.handling(number, "department", "stage")).isEqualTo("again");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECURITY_HEAD);
    }

    @Test
    void what_the_department_cannot_settle_goes_on_to_the_organization_department() {
        String number = hazard();

        cases.exitAt("department", SECURITY_CLERK, number, "pass-up", Map.of());
        assertThat(way(number)).isWaitingAt("CallActivity_HazardCollege").hasNotPassed("Gateway_BothActed");
        cases.exitAt("college", COLLEGE_CLERK, number, "answer", Map.of());
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));

        assertThat(way(number))
                .isWaitingAt("CallActivity_OrganizationDepartment")
                .hasNotPassed("ServiceTask_Answer");
        cases.claim(ORGANIZATION_CLERK, cases.task(number, "UserTask_Handle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass-up", "explain", "other-channel"})
    void the_college_acts_on_a_hazard_and_neither_passes_it_up_nor_explains_it_away(String exit) {
        String number = hazard();

        refused(
                () -> cases.exitAt(
                        "college", COLLEGE_CLERK, number, exit, Map.of("on", "2026-03-10", "channel", "police")),
                "exit.not-at-this-level");
        assertThat(cases.handling(number, "college", "outcome")).isNull();
    }

    @Test
    void withdrawn_it_is_with_nobody() {
        String number = hazard();
        cases.passTo(number, "2026-03-03T17:00:00");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.concern(number, "state")).isEqualTo("WITHDRAWN");
        assertThat(cases.supervisions(number, "decision")).containsExactly("withdrawn", "withdrawn");
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private String hazard() {
        return cases.raise(COLLEAGUE, form());
    }

    private static Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>(Cases.concern());
        form.put("type", "hazard");
        form.put("category", "safety");
        return form;
    }

    private void answeredByDepartment(String number) {
        cases.exitAt("department", SECURITY_CLERK, number, "answer", Map.of());
        cases.act(SECURITY_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "已处置。"));
    }

    private ProcessInstance way(String number) {
        return cases.instance(number, "concern-escalation");
    }

    private Map<String, Object> shown(String number, String level, String person) {
        Task task = cases.handlingAt(number, level);
        return cases.show(person, task);
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static Date at(String local) {
        return Date.from(TestTime.at(local));
    }
}
