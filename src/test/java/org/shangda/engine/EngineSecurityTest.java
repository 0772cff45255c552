package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.probe.Http.as;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.shangda.probe.process.ProbeSteps;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@ShangdaTest
@ExtendWith(OutputCaptureExtension.class)
class EngineSecurityTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @Test
    void the_settings_reach_the_engine() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.isTenantCheckEnabled()).isFalse();
        assertThat(configuration.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(configuration.getAuthorizationCheckRevokes()).isEqualTo("never");
        assertThat(configuration.getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P1825D");
        assertThat(configuration.isEnableScriptCompilation()).isFalse();
        assertThat(configuration.isTaskMetricsEnabled()).isFalse();
        assertThat(configuration.isCmmnEnabled()).isFalse();
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isEnablePasswordPolicy()).isTrue();
    }

    @Test
    void passwords_are_stored_as_bcrypt() {
        Users.create(engine, "P3001");
        String stored = database.queryForObject("select PWD_ from ACT_ID_USER where ID_ = 'P3001'", String.class);
        assertThat(stored).startsWith("{bcrypt}$2").doesNotContain(Users.PASSWORD);
    }

    @Test
    void a_long_password_counts_to_its_last_character() {
        var identity = engine.getIdentityService();
        String base = "密码abc1".repeat(20);
        var user = identity.newUser("P3002");
        user.setPassword(base + "x");
        identity.saveUser(user);
        assertThat(identity.checkPassword("P3002", base + "x")).isTrue();
        assertThat(identity.checkPassword("P3002", base + "y")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short1a", "nodigitsatall", "1234567890123", "myP3003is42x"})
    void a_simple_password_is_refused_to_whoever_changes_it(String password) {
        Users.create(engine, "P3003");
        String[] caller = as("P3003", Users.PASSWORD);
        String change = "{\"password\":\"%s\",\"authenticatedUserPassword\":\"" + Users.PASSWORD + "\"}";
        var answer =
                new Http(port).send("PUT", "/engine-rest/user/P3003/credentials", change.formatted(password), caller);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("密码太简单");
        assertThat(engine.getIdentityService().checkPassword("P3003", Users.PASSWORD))
                .isTrue();
    }

    @Test
    void people_change_their_own_password_and_nobody_elses() {
        Users.create(engine, "P3004");
        Users.create(engine, "P3005");
        Http http = new Http(port);
        String change = "{\"password\":\"another2good\",\"authenticatedUserPassword\":\"" + Users.PASSWORD + "\"}";
        assertThat(http.send("PUT", "/engine-rest/user/P3005/credentials", change, as("P3004", Users.PASSWORD))
                        .statusCode())
                .isBetween(400, 404);
        assertThat(http.send("PUT", "/engine-rest/user/P3004/credentials", change, as("P3004", Users.PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        assertThat(engine.getIdentityService().checkPassword("P3004", "another2good"))
                .isTrue();
        assertThat(engine.getIdentityService().checkPassword("P3005", Users.PASSWORD))
                .isTrue();
    }

    @Test
    void a_failed_job_stores_and_logs_classes_without_words(CapturedOutput log) {
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("security/two-steps.bpmn")
                .deploy();
        var started = engine.getRuntimeService().startProcessInstanceByKey("two-steps", "C1", Map.of("number", "C1"));
        var tasks = engine.getTaskService();
        String task = tasks.createTaskQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getId();
        FormGateway.whileSubmitting(task, () -> {
            tasks.complete(task);
            return null;
        });
        var management = engine.getManagementService();
        String job = management
                .createJobQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getId();
        while (management.createJobQuery().jobId(job).singleResult().getRetries() > 0) {
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining(ProbeSteps.STORY);
        }
        String message = management.createJobQuery().jobId(job).singleResult().getExceptionMessage();
        assertThat(message)
                .matches("(?s)[0-9a-f]{8}: .*IllegalStateException.*")
                .doesNotContain(ProbeSteps.STORY);
        assertThat(management.getJobExceptionStacktrace(job)).doesNotContain(ProbeSteps.STORY);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(started.getId())
                        .singleResult()
                        .getIncidentMessage())
                .doesNotContain(ProbeSteps.STORY);
        assertThat(log.getOut()).contains("Failure " + message.substring(0, 8)).doesNotContain(ProbeSteps.STORY);
        engine.getRuntimeService().deleteProcessInstance(started.getId(), "the test is over");
    }
}
