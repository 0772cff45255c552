package org.shangda.engine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.running.Suspending.Suspension;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case is suspended as a whole, until a day; whoever has its tasks is told so. It is Monday, 2 March 2026. */
@ShangdaTest
class SuspendingProcessTest {

    private static final String OPERATOR = "yebo";
    private static final LocalDate NEXT_MONDAY = LocalDate.parse("2026-03-09");
    private static final String TOLD = "该事项已暂停，2026-03-09 恢复，恢复前不能办理，您填写的内容没有保存。需要提前恢复的，请联系系统运维人员。";

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Suspending suspending;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @AfterEach
    void over() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @Test
    void way_level_and_supervision_stand_still_together_and_go_on_together() {
        String number = supervised();
        String sibling = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(cases.instances(number)).hasSize(3);

        suspend(number);

        assertThat(cases.instances(number)).allMatch(ProcessInstance::isSuspended);
        assertThat(cases.nextJob(number)).isEmpty();
        assertThat(cases.instances(sibling)).noneMatch(ProcessInstance::isSuspended);
        assertThat(open(number)).isOne();

        suspending.resume(number, OPERATOR);

        assertThat(cases.instances(number)).noneMatch(ProcessInstance::isSuspended);
        assertThat(cases.nextJob(number)).isPresent();
        assertThat(open(number)).isZero();
    }

    @Test
    void whoever_has_its_tasks_is_told_until_when_and_nothing_is_stored() {
        String branch = cases.raise(COLLEAGUE, Cases.concern());
        String college = cases.at("college", "problem");
        suspend(branch);
        suspend(college);
        Task task = cases.task(branch, "UserTask_Handle");
        Map<String, Object> form = Map.of("exit", "answer", "words", "已经维修。");

        assertRefused(() -> cases.submit(SECRETARY, task, form), 409, TOLD);
        assertRefused(() -> cases.claim(COLLEGE_CLERK, cases.task(college, "UserTask_Handle")), 409, TOLD);
        assertRefused(
                () -> cases.act(COLLEAGUE, branch, "UserTask_MyConcern", Map.of("action", "withdraw")), 409, TOLD);
        assertThat(cases.concern(branch, "state")).isEqualTo("OPEN");
        assertThat(cases.show(SECRETARY, task)).containsKey("heading");

        suspending.resume(branch, OPERATOR);
        cases.submit(SECRETARY, task, form);
        assertThat(cases.concern(branch, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void on_its_day_it_goes_on_by_itself_and_what_was_due_meanwhile_happens() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        suspending.suspend(number, new Suspension("等待校区搬迁。", LocalDate.parse("2026-03-13")), OPERATOR);

        TestTime.set("2026-03-12T23:59:00");
        suspending.resumeWhatIsOver();
        assertThat(cases.instances(number)).allMatch(ProcessInstance::isSuspended);

        TestTime.set("2026-03-13T00:01:00");
        suspending.resumeWhatIsOver();
        assertThat(cases.instances(number)).noneMatch(ProcessInstance::isSuspended);
        cases.passTo(number, "2026-03-13T00:02:00");
        assertThat(cases.supervisions(number, "unit")).containsExactly("jsj");
        assertThat(database.queryForObject(
                        "select count(*) from case_suspension where number = ? and ended_by is null and ended_at is not null",
                        Integer.class,
                        number))
                .isOne();
    }

    @Test
    void a_case_that_was_stopped_without_a_word_gets_a_reason_or_goes_on() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        engine.getRuntimeService()
                .suspendProcessInstanceById(
                        cases.instance(number, "level-handling").getId());

        suspend(number);
        suspending.suspend(number, new Suspension("还要再等。", LocalDate.parse("2026-03-20")), OPERATOR);
        assertThat(open(number)).isOne();

        suspending.resume(number, OPERATOR);
        engine.getManagementService()
                .suspendJobById(cases.nextJob(number).orElseThrow().getId());
        suspending.resume(number, OPERATOR);
        assertThat(cases.nextJob(number)).isPresent();
        cases.exit(SECRETARY, number, "answer");
    }

    @Test
    void a_diagram_that_was_stopped_goes_on_without_what_somebody_has_suspended_with_a_reason() {
        String stopped = cases.raise(COLLEAGUE, Cases.concern());
        String kept = cases.raise(COLLEAGUE, Cases.concern());
        String definition = cases.instance(stopped, "level-handling").getProcessDefinitionId();
        suspend(kept);
        engine.getRepositoryService().suspendProcessDefinitionById(definition, true, null);

        suspending.resumeDefinition(definition, OPERATOR);

        assertThat(cases.instances(stopped)).noneMatch(ProcessInstance::isSuspended);
        assertThat(cases.instances(kept)).allMatch(ProcessInstance::isSuspended);
        assertThat(cases.nextJob(stopped)).isPresent();
        cases.raise(COLLEAGUE, Cases.concern());
    }

    @Test
    void the_roster_turns_also_for_a_case_that_stands_still() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        suspend(number);
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));

            assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNotEqualTo(SECRETARY);
            assertThat(cases.instances(number)).allMatch(ProcessInstance::isSuspended);
            assertThat(cases.tasks(number)).allMatch(Task::isSuspended);
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_reason_and_a_day_from_tomorrow_for_at_most_ninety_days_are_needed() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        for (LocalDate until :
                List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02"), LocalDate.parse("2026-06-01"))) {
            assertRefusal("suspending.until", () -> suspending.suspend(number, new Suspension("等", until), OPERATOR));
        }
        assertRefusal("suspending.until", () -> suspending.suspend(number, new Suspension("等", null), OPERATOR));
        for (String reason : List.of("", "  ", "长".repeat(201))) {
            assertThatThrownBy(() -> suspending.suspend(number, new Suspension(reason, NEXT_MONDAY), OPERATOR))
                    .isInstanceOf(Refusal.class);
        }
        assertRefusal(
                "suspending.not-running",
                () -> suspending.suspend("SD-NONE", new Suspension("等", NEXT_MONDAY), OPERATOR));
        assertThat(cases.instances(number)).noneMatch(ProcessInstance::isSuspended);
    }

    private static void assertRefusal(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String supervised() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        TestTime.set(TestTime.MONDAY);
        return number;
    }

    private void suspend(String number) {
        suspending.suspend(number, new Suspension("等待校区搬迁。", NEXT_MONDAY), OPERATOR);
    }

    private int open(String number) {
        return database.queryForObject(
                "select count(*) from case_suspension where open_number = ?", Integer.class, number);
    }
}
