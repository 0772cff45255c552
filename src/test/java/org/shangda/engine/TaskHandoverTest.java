package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Refusal;

class TaskHandoverTest {

    private final ProcessEngine engine = BareEngine.emptied();
    private final TaskService tasks = engine.getTaskService();
    private final TaskHandover handover = new TaskHandover(engine);
    private String task;

    @BeforeEach
    void aTaskOfTheFirstUnit() {
        IdentityService identities = engine.getIdentityService();
        for (String group : List.of("uc1", "uc2")) {
            identities.saveGroup(identities.newGroup(group));
        }
        for (String user : List.of("li", "wang", "zhao", "boss")) {
            identities.saveUser(identities.newUser(user));
        }
        identities.createMembership("li", "uc1");
        identities.createMembership("wang", "uc1");
        identities.createMembership("zhao", "uc2");

        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "errand.bpmn",
                        Bpmn.createExecutableProcess("errand")
                                .startEvent()
                                .userTask("UserTask_Do")
                                .camundaCandidateGroups("uc1")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("errand");
        task = tasks.createTaskQuery().singleResult().getId();
    }

    @Test
    void after_a_handover_to_another_unit_the_old_one_neither_lists_nor_reads_the_task() {
        assertThat(seenBy("li")).containsExactly(task);

        handover.reassign(task, Holders.group("uc2"));

        assertThat(seenBy("li")).isEmpty();
        assertThatThrownBy(() -> BareEngine.as(engine, "li", () -> tasks.getVariables(task)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(handover.currentHolders(task)).isEqualTo(Holders.group("uc2"));
    }

    @Test
    void the_new_unit_lists_reads_receives_and_completes_it() {
        handover.reassign(task, Holders.group("uc2"));

        assertThat(seenBy("zhao")).containsExactly(task);
        BareEngine.as(engine, "zhao", () -> {
            tasks.getVariables(task);
            tasks.claim(task, "zhao");
            tasks.complete(task);
            return null;
        });
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    @Test
    void who_had_received_the_task_loses_it_with_the_unit() {
        BareEngine.as(engine, "li", () -> {
            tasks.claim(task, "li");
            return null;
        });
        assertThat(handover.currentHolders(task)).isEqualTo(new Holders("li", Set.of("uc1"), Set.of()));

        handover.reassign(task, Holders.person("zhao"));

        assertThat(seenBy("li")).isEmpty();
        assertThat(seenBy("wang")).isEmpty();
        assertThat(seenBy("zhao")).containsExactly(task);
        assertThat(handover.currentHolders(task)).isEqualTo(Holders.person("zhao"));
    }

    @Test
    void who_stays_keeps_the_right() {
        BareEngine.as(engine, "li", () -> {
            tasks.claim(task, "li");
            return null;
        });

        handover.reassign(task, Holders.people(Set.of("li", "zhao")));

        assertThat(seenBy("li")).containsExactly(task);
        assertThat(seenBy("zhao")).containsExactly(task);
        assertThat(seenBy("wang")).isEmpty();
    }

    @Test
    void a_task_can_be_handed_back_to_who_had_it_before() {
        handover.reassign(task, Holders.group("uc2"));
        handover.reassign(task, Holders.group("uc1"));

        assertThat(seenBy("li")).containsExactly(task);
        assertThat(seenBy("zhao")).isEmpty();
    }

    @Test
    void the_product_hands_over_whatever_the_callers_rights() {
        BareEngine.as(engine, "boss", () -> {
            handover.reassign(task, Holders.group("uc2"));
            return null;
        });

        assertThat(seenBy("zhao")).containsExactly(task);
    }

    @Test
    void a_task_that_is_done_is_not_found() {
        tasks.complete(task);

        assertThatThrownBy(() -> handover.reassign(task, Holders.group("uc2")))
                .isInstanceOf(Refusal.class)
                .hasMessage("engine.task.gone");
    }

    private List<String> seenBy(String user) {
        return BareEngine.as(
                engine,
                user,
                () -> tasks.createTaskQuery().listPage(0, 3).stream()
                        .map(Task::getId)
                        .toList());
    }
}
