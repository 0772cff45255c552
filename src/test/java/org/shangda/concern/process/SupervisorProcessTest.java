package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.engine.RefusedRequest;

/** What a supervisor decides, and what is not the supervisor's. */
@ShangdaTest
class SupervisorProcessTest extends SupervisedCases {

    // --- what a supervisor decides -----------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"branch", "college", "department", "organization-department", "assigning-office"})
    void a_supervisor_urges_once_and_goes_on_supervising(String level) {
        String number = overdue(level);
        Task late = cases.task(number, "UserTask_Handle");

        supervise(number, level, "urge", null);

        assertThat(cases.task(number, "UserTask_Handle").getId()).isEqualTo(late.getId());
        assertThat(cases.instance(number, "supervision")).isWaitingAt("UserTask_Supervise");
        assertThat(cases.step(number, "SUPERVISION", "words")).isEqualTo("请说明。");
        assertThat(measures(number, supervisorOf(level))).doesNotContain("urge");
        refused(() -> supervise(number, level, "urge", null), "supervision.measure-closed");
    }

    @ParameterizedTest
    @CsvSource({
        "branch, 2026-03-18, 2026-03-20",
        "college, 2026-03-24, 2026-03-26",
        "department, 2026-03-26, 2026-03-30",
        "organization-department, 2026-04-03, 2026-04-08",
        "assigning-office, 2026-03-05, 2026-03-06"
    })
    void a_supervisor_extends_once_and_the_new_deadline_is_seen_reminded_and_supervised_again(
            String level, String reminder, String deadline) {
        String number = overdue(level);

        supervise(number, level, "extend", null);

        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        assertThat(cases.supervisions(number, "decision")).containsExactly("extended");
        assertThat(cases.dueAt(number, level)).isEqualTo(deadline + "T17:00");
        assertThat(cases.dueOf(number, "UserTask_Handle")).isEqualTo(at(deadline + "T17:00:00"));

        cases.passTo(number, reminder + "T17:00:00");
        assertThat(cases.steps(number)).endsWith("REMINDED");
        cases.passTo(number, deadline + "T17:00:00");

        assertThat(cases.supervisions(number, "decision")).containsExactly("extended", null);
        refused(() -> supervise(number, level, "extend", null), "supervision.measure-closed");
    }

    @ParameterizedTest
    @CsvSource({
        "branch, jsj",
        "college, zzb",
        "department, dxb",
        "organization-department, dxb",
        "assigning-office, zzb"
    })
    void a_supervisor_takes_over_and_the_late_unit_is_out_of_it(String level, String unit) {
        String number = overdue(level);
        Task late = cases.task(number, "UserTask_Handle");
        String visited = cases.handling(number, level, "id");

        supervise(number, level, "take-over", null);

        assertThat(cases.handling(number, level, "unit")).isEqualTo(unit);
        assertThat(outcomeOf(number, visited)).isEqualTo("reassigned");
        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        assertThat(cases.instance(number, "level-handling")).hasPassed("BoundaryEvent_Reassigned");
        refused(() -> cases.show(Cases.handlerAt(level, "first"), late), "engine.no-such-task");
        cases.claim(supervisorOf(level), cases.task(number, "UserTask_Handle"));
        assertThat(cases.show(supervisorOf(level), cases.task(number, "UserTask_Handle")))
                .containsEntry("heading", "教师公寓漏水");
    }

    @ParameterizedTest
    @CsvSource({"branch", "college", "department", "organization-department", "assigning-office"})
    void a_supervisor_gives_it_to_another_unit_which_then_handles_it_at_that_level(String level) {
        String number = overdue(level);

        refused(() -> supervise(number, level, "give", null), "text.missing");
        refused(() -> supervise(number, level, "give", "nirgends"), "exit.unit-not-possible");
        refused(
                () -> supervise(number, level, "give", cases.handling(number, level, "unit")),
                "exit.unit-not-possible");
        supervise(number, level, "give", "rsc");

        assertThat(cases.handling(number, level, "unit")).isEqualTo("rsc");
        assertThat(cases.handling(number, level, "supervised")).isIn("false", "FALSE", "f");
        cases.claim(PERSONNEL_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(cases.show(PERSONNEL_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("level", level);
    }

    @ParameterizedTest
    @CsvSource({
        "branch, CallActivity_College",
        "college, CallActivity_Department",
        "department, UserTask_ConfirmReferral",
    })
    void a_supervisor_moves_it_up_where_the_way_leads_further(String level, String next) {
        String number = overdue(level);
        String visited = cases.handling(number, level, "id");

        supervise(number, level, "move-up", null);

        assertThat(cases.instance(number, "concern-escalation")).isWaitingAt(next);
        assertThat(outcomeOf(number, visited)).isEqualTo("passed-up");
        assertThat(cases.supervisions(number, "decision")).containsExactly("moved-up");
    }

    @ParameterizedTest
    @CsvSource({"organization-department", "assigning-office"})
    void nothing_moves_up_from_where_the_way_ends(String level) {
        String number = overdue(level);

        assertThat(measures(number, supervisorOf(level))).doesNotContain("move-up");
        refused(() -> supervise(number, level, "move-up", null), "supervision.measure-closed");
    }

    // --- what is not the supervisor's --------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"branch", "college", "department", "organization-department", "assigning-office"})
    void a_supervisor_sees_where_how_late_and_why_but_no_story(String level) {
        String number = overdue(level);

        VariableMap seen = cases.show(supervisorOf(level), cases.task(number, "UserTask_Supervise"));

        assertThat(seen)
                .containsOnlyKeys(
                        "number",
                        "kind",
                        "lateUnit",
                        "levelLabel",
                        "reasonLabel",
                        "clock",
                        "measures",
                        "unitChoices",
                        "dutyTelephone")
                .containsEntry("reasonLabel", "逾期未办结")
                .containsEntry("kind", "问题 · 住房与后勤")
                .containsEntry("dutyTelephone", "");
        assertThat(seen.toString()).doesNotContain("教师公寓漏水", "天花板", "陈宇", "内容：", "已联系维修");
    }

    @Test
    void what_only_the_first_receiver_may_know_is_supervised_but_never_leaves_the_branch() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        Task handle = cases.task(number, "UserTask_Handle");
        assertThat(cases.show(SECRETARY, handle).get("exits").toString()).doesNotContain("pass-up");
        refused(() -> cases.exit(SECRETARY, number, "pass-up"), "exit.colleague-does-not-allow");

        cases.passTo(number, "2026-03-11T17:00:00");
        assertThat(measures(number, COLLEGE_CLERK)).containsExactly("urge", "extend");
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Supervise"))
                        .toString())
                .doesNotContain("漏水", "陈宇");
        for (String measure : List.of("take-over", "give", "move-up")) {
            refused(() -> supervise(number, "branch", measure, "rsc"), "supervision.measure-closed");
        }

        cases.passTo(number, "2026-05-29T17:00:00");
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1");
        assertThat(cases.task(number, "UserTask_Handle").getId()).isEqualTo(handle.getId());
        assertThat(cases.step(number, "SUPERVISION", "code")).isEqualTo("lapsed");
    }

    @Test
    void it_moves_once_the_colleague_allows_it() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.passTo(number, "2026-03-11T17:00:00");

        cases.act(
                COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "travel", "travel", "nameless-above-branch"));
        supervise(number, "branch", "move-up", null);

        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle")))
                .containsEntry("colleagueName", "（按反映人意愿不显示姓名）");
    }

    @Test
    void a_second_dissatisfaction_does_not_carry_it_to_the_college_either() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.exit(SECRETARY, number, "answer");
        cases.dissatisfied(number);
        cases.exit(SECRETARY, number, "answer");

        cases.dissatisfied(number);

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj1");
        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(number, "rating")).isEqualTo("DISSATISFIED");
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private String outcomeOf(String number, String handling) {
        return cases.handlings(number, "outcome")
                .get(cases.handlings(number, "id").indexOf(handling));
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
