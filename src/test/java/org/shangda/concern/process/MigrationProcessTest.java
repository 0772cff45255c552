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
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
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
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        Task before = cases.task(number, "UserTask_Sign");
        assertThat(before.getAssignee()).isEqualTo(COLLEGE_HEAD);

        moves("UserTask_Sign", "UserTask_Handle");

        Task after = cases.task(number, "UserTask_Handle");
        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getAssignee()).as("who had received it").isEqualTo(COLLEGE_CLERK);
        assertThat(after.getName()).isEqualTo("院级党组织办理 " + number);
        assertRefused(() -> cases.show(COLLEGE_HEAD, after), 404, "未找到该事项，或您无权查看。");
        assertThat(cases.show(COLLEGE_CLERK, after)).containsEntry("number", number);
        assertThat(cases.as(
                        COLLEGE_HEAD,
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .taskId(after.getId())
                                .count()))
                .as("nor does the engine show it to its former holder")
                .isZero();
    }

    @Test
    void a_case_is_not_moved_to_a_step_at_which_it_is_not() {
        String sentence = "该事项目前不在这一步，不能转到该任务。";
        for (String step : List.of("UserTask_Sign", "UserTask_RecordDecision")) {
            assertRefused(() -> moves("UserTask_Handle", step), 409, sentence);
        }
        Task same = cases.task(number, "UserTask_Handle");
        assertThat(same.getAssignee()).isEqualTo(COLLEGE_CLERK);
        cases.exit(COLLEGE_CLERK, number, "answer");
    }

    /** Cases that run on diagrams from before, and copies of them, name a listener at every task. */
    @Test
    void a_diagram_that_still_names_its_listeners_works_as_the_others_do() {
        var diagram = Bpmn.readModelFromStream(getClass().getResourceAsStream("/bpmn/level-handling.bpmn"));
        for (UserTask task : diagram.getModelElementsByType(UserTask.class)) {
            task.builder()
                    .camundaTaskListenerDelegateExpression("create", "${offerHandling}")
                    .camundaTaskListenerDelegateExpression("assignment", "${recordReceipt}");
        }
        String former = engine.getRepositoryService()
                .createDeployment()
                .name("a diagram from before")
                .addModelInstance("level-handling.bpmn", diagram)
                .deploy()
                .getId();
        try {
            String one = cases.raise(COLLEAGUE, Cases.concern());
            cases.exit(SECRETARY, one, "pass-up");
            cases.claim(COLLEGE_CLERK, cases.task(one, "UserTask_Handle"));
            assertThat(cases.steps(one)).filteredOn("RECEIVED"::equals).hasSize(1);
            cases.exit(COLLEGE_CLERK, one, "pass-up");
            assertThat(cases.task(one, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);
        } finally {
            engine.getRepositoryService().deleteDeployment(former, true);
        }
    }

    /** As an administrator does it in Cockpit. */
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
