package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.OfferingAnew;
import org.shangda.engine.running.Suspending;
import org.shangda.engine.running.Suspending.Suspension;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: cases that somebody has stopped, and elements at which nobody can act, with what an operator does about them. */
@ShangdaTest
class StalledStopsProcessTest extends StalledCases {

    private static final String OPERATOR = "yebo";

    @Autowired
    RepositoryService repository;

    @Autowired
    Suspending suspending;

    @Autowired
    OfferingAnew offering;

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void asShipped() {
        Modeler.takeBack(repository, deployed.toArray(String[]::new));
        deployed.clear();
    }

    // --- suspended ---------------------------------------------------------------------------------------------------

    @Test
    void what_was_suspended_is_listed_with_reason_and_end_until_it_goes_on() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        suspending.suspend(number, new Suspension("等待\n校区搬迁。", LocalDate.parse("2026-03-09")), OPERATOR);

        assertThat(causes(number)).contains("suspended").doesNotContain("job-locked", "timer-late");
        assertThat(why(number, "suspended")).isEqualTo("已暂停，2026-03-09 恢复，期间不提醒，也不督办。原因：等待 校区搬迁。");
        assertSiblingIsNotListed();

        suspending.resume(number, OPERATOR);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void what_was_stopped_without_a_word_is_listed_as_that() throws IOException {
        String whole = cases.raise(COLLEAGUE, Cases.concern());
        runtime.suspendProcessInstanceById(
                cases.instance(whole, "level-handling").getId());
        String timer = cases.raise(COLLEAGUE, Cases.concern());
        management.suspendJobById(cases.nextJob(timer).orElseThrow().getId());

        causes(whole);

        assertThat(why(whole, "suspended")).startsWith("流程已被挂起，没有说明原因和期限");
        assertThat(why(timer, "suspended")).isEqualTo("「到时」被单独挂起，到时不会执行。");
    }

    @Test
    void a_step_or_a_diagram_that_is_stopped_for_everybody_says_how_many_cases_it_has_stopped() throws IOException {
        String one = cases.raise(COLLEAGUE, Cases.concern());
        cases.raise(COLLEAGUE, Cases.concern());
        String step = cases.nextJob(one).orElseThrow().getJobDefinitionId();
        String diagram = cases.instance(one, "level-handling").getProcessDefinitionId();
        management.suspendJobDefinitionById(step, true);
        try {
            causes(one);
            assertThat(whys("suspended")).contains("步骤「到时」在所有事项中都被挂起，已停下 2 件，以后到这一步的也会停下。");
        } finally {
            suspending.resumeJobDefinition(step, OPERATOR);
        }
        repository.suspendProcessDefinitionById(diagram, true, null);
        try {
            causes(one);
            assertThat(whys("suspended")).contains("流程「本级办理」的这一版被挂起，已停下 2 件，也不能发起新的。");
        } finally {
            suspending.resumeDefinition(diagram, OPERATOR);
        }
        assertThat(causes(one)).isEmpty();
        assertThat(all("suspended")).isEmpty();
    }

    // --- nobody can act ----------------------------------------------------------------------------------------------

    @Test
    void whoever_left_and_still_holds_a_task_holds_it_no_longer_when_it_is_offered_anew() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        database.update("update act_ru_task set assignee_ = 'left-long-ago' where id_ = ?", task.getId());
        assertThat(causes(number)).contains("nobody-can-act");
        assertThat(why(number, "nobody-can-act")).contains("承办人已不在名册中。");

        offering.offer(task.getId());

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void what_was_offered_to_nobody_is_offered_by_the_domain() throws IOException {
        String number = cases.at("college", "problem");
        Task task = cases.task(number, "UserTask_Handle");
        tasks.getIdentityLinksForTask(task.getId())
                .forEach(link -> tasks.deleteCandidateGroup(task.getId(), link.getGroupId()));
        assertThat(causes(number)).contains("nobody-can-act");
        assertThat(why(number, "nobody-can-act")).contains("没有分配给任何人。");

        offering.offer(task.getId());

        assertThat(causes(number)).isEmpty();
        cases.exit(COLLEGE_CLERK, number, "answer");
    }

    @Test
    void elements_of_a_diagram_at_which_nothing_can_happen_are_found_also_where_they_are_not_drawn()
            throws IOException {
        String number = stuck();

        assertThat(causes(number))
                .containsExactlyInAnyOrder("nobody-can-act", "token-stands", "token-stands", "token-stands");
        assertThat(why(number, "nobody-can-act")).isEqualTo("任务「复核」没有人能办：系统没有这项任务的办理规则。");
        assertThat(whys("token-stands"))
                .containsExactlyInAnyOrder(
                        "停在「等来信」：这里没有任务，没有定时，什么也不会发生。", "停在「等信号」：这里没有任务，没有定时，什么也不会发生。", "停在「清点」：系统没有这项任务的办理规则。");
        for (String key : List.of("UserTask_Check", "UserTask_Count")) {
            assertThatThrownBy(() -> offering.offer(cases.task(number, key).getId()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("offering.no-such-work");
        }
    }

    @Test
    void a_task_without_a_date_that_waits_for_days_is_listed() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String stuck = stuck();
        assertThat(causes(stuck)).doesNotContain("task-idle");

        TestTime.set("2026-04-30T10:00:00");

        assertThat(causes(stuck)).contains("task-idle");
        assertThat(listed(number)).doesNotContain("task-idle");
    }

    // --- making them -------------------------------------------------------------------------------------------------

    /** A case of a diagram without graphics, which stands at several elements at once. */
    private String stuck() {
        deployed.add(repository
                .createDeployment()
                .name("stuck")
                .addClasspathResource("monitoring/stuck.bpmn")
                .deploy()
                .getId());
        return runtime.startProcessInstanceByKey("stuck", "STUCK-1", Map.of("number", "STUCK-1"))
                .getBusinessKey();
    }
}
