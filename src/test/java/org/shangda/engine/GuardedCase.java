package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** A case of the security tests' own diagram, and everybody who may try something with it. */
abstract class GuardedCase {

    static final String TEXT = "CANARY-of-a-command";

    @Autowired
    ProcessEngine engine;

    TaskService tasks;
    RuntimeService runtime;
    Task task;

    @BeforeEach
    void aCase() {
        Users.create(engine, "S2003", "strangers");
        tasks = engine.getTaskService();
        runtime = engine.getRuntimeService();
        if (engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("two-steps")
                        .count()
                == 0) {
            engine.getRepositoryService()
                    .createDeployment()
                    .name("two-steps")
                    .addClasspathResource("security/two-steps.bpmn")
                    .deploy();
        }
        var started = runtime.startProcessInstanceByKey("two-steps", "C1", Map.of("number", "C1"));
        task = tasks.createTaskQuery().processInstanceId(started.getId()).singleResult();
        LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void nobody() {
        engine.getIdentityService().clearAuthentication();
        LocaleContextHolder.resetLocaleContext();
    }

    @AfterEach
    void the_case_is_over() {
        nobody();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("two-steps")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "the test is over"));
    }

    void call(String user) {
        engine.getIdentityService().clearAuthentication();
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        engine.getIdentityService().setAuthentication(user, groups);
    }

    static void assertRefused(int status, String sentence, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.status()).isEqualTo(status))
                .hasMessage(sentence);
    }
}
