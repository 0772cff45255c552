package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator moves running cases to another version of their diagram. */
@ShangdaTest
class MigrationProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    private String deployed;
    private String number;

    @BeforeEach
    void a_case_that_a_clerk_has_received_and_a_new_version() {
        TestTime.set(TestTime.MONDAY);
        number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        deployed = engine.getRepositoryService()
                .createDeployment()
                .name("another version")
                .addClasspathResource("bpmn/level-handling.bpmn")
                .deploy()
                .getId();
    }

    @AfterEach
    void the_shipped_version_is_in_force_again() {
        engine.getRepositoryService().deleteDeployment(deployed, true);
    }

    @Test
    void a_task_that_stays_the_same_keeps_its_receipt_its_name_and_its_date() {
        Task before = cases.task(number, "UserTask_Handle");
        List<String> steps = cases.steps(number);

        moves("UserTask_Handle", "UserTask_Handle");

        Task after = cases.task(number, "UserTask_Handle");
        assertThat(after.getProcessDefinitionId()).isNotEqualTo(before.getProcessDefinitionId());
        assertThat(after.getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(after.getName()).isEqualTo(before.getName());
        assertThat(after.getDueDate()).isEqualTo(before.getDueDate());
        assertThat(cases.steps(number)).isEqualTo(steps);
        cases.exit(COLLEGE_CLERK, number, "answer");
        assertThat(cases.openTasks(number)).doesNotContain("UserTask_Handle");
    }

    @Test
    void a_task_that_becomes_another_is_offered_to_whom_that_is_offered() {
        Task before = cases.task(number, "UserTask_Handle");

        moves("UserTask_Handle", "UserTask_Sign");

        Task after = cases.task(number, "UserTask_Sign");
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getAssignee()).isEqualTo(COLLEGE_HEAD);
        assertThat(after.getName()).isEqualTo("审签 " + number);
        assertRefused(() -> cases.show(COLLEGE_CLERK, after), 404, "未找到该事项,或您无权查看。");
        assertThat(cases.show(COLLEGE_HEAD, after)).containsEntry("number", number);
        assertThat(cases.as(
                        COLLEGE_CLERK,
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .taskId(after.getId())
                                .count()))
                .as("nor does the engine show it to its former holder")
                .isZero();
    }

    /** As the administrator does it in Cockpit. */
    private void moves(String from, String to) {
        String instance = cases.task(number, from).getProcessInstanceId();
        String source = cases.task(number, from).getProcessDefinitionId();
        String target = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployed)
                .singleResult()
                .getId();
        cases.as("admin", () -> {
            MigrationPlanBuilder plan = engine.getRuntimeService().createMigrationPlan(source, target);
            MigrationPlan moved = from.equals(to)
                    ? plan.mapEqualActivities().build()
                    : plan.mapActivities(from, to).build();
            engine.getRuntimeService()
                    .newMigration(moved)
                    .processInstanceIds(instance)
                    .execute();
            return null;
        });
    }
}
