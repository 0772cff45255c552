package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;

/** What administrators and operators may do with the engine, and nobody else. */
@ShangdaTest
class AdministrationGuardTest extends GuardedCase {

    @Autowired
    GroupRights groupRights;

    Stream<ThrowingCallable> administration() {
        String definition = task.getProcessDefinitionId();
        String instance = task.getProcessInstanceId();
        var repository = engine.getRepositoryService();
        var identity = engine.getIdentityService();
        var plan = runtime.createMigrationPlan(definition, definition)
                .mapEqualActivities()
                .build();
        return Stream.of(
                () -> {
                    var deployment = repository
                            .createDeployment()
                            .addClasspathResource("security/two-steps.bpmn")
                            .deploy();
                    repository.deleteDeployment(deployment.getId());
                },
                () -> repository.activateProcessDefinitionById(definition),
                () -> runtime.newMigration(plan).processInstanceIds(instance).execute(),
                () -> {
                    var grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                    grant.setUserId("sujian");
                    grant.setResource(Resources.APPLICATION);
                    grant.setResourceId("cockpit");
                    grant.addPermission(Permissions.ACCESS);
                    engine.getAuthorizationService().saveAuthorization(grant);
                    engine.getAuthorizationService().deleteAuthorization(grant.getId());
                },
                () -> {
                    var user = identity.newUser("N1");
                    user.setPassword(Users.PASSWORD);
                    identity.saveUser(user);
                    identity.createMembership("N1", "strangers");
                    identity.unlockUser("N1");
                    identity.deleteMembership("N1", "strangers");
                    identity.deleteUser("N1");
                },
                () -> {
                    identity.saveGroup(identity.newGroup("n1"));
                    identity.deleteGroup("n1");
                },
                () -> {
                    var filter = engine.getFilterService().newTaskFilter("n1");
                    engine.getFilterService().saveFilter(filter);
                    engine.getFilterService().deleteFilter(filter.getId());
                });
    }

    @Test
    void administrators_administer_and_others_do_not() {
        List<ThrowingCallable> actions = administration().toList();
        call("sujian");
        for (ThrowingCallable action : actions) {
            assertRefused(403, "此操作仅限管理员。", action);
        }
        call("admin");
        for (ThrowingCallable action : actions) {
            assertThatCode(action).doesNotThrowAnyException();
        }
    }

    @Test
    void operators_resume_and_retry_a_case_and_do_nothing_else() {
        List<ThrowingCallable> actions = administration().toList();
        done(task.getId());
        String instance = task.getProcessInstanceId();
        var management = engine.getManagementService();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        List<ThrowingCallable> repairs =
                List.of(() -> runtime.activateProcessInstanceById(instance), () -> management.setJobRetries(job, 2));
        Users.create(engine, "O2004", GroupRights.OPERATORS);
        groupRights.grant();

        call("sujian");
        repairs.forEach(repair -> assertRefused(403, "此操作仅限运维人员和管理员。", repair));
        for (String caller : List.of("O2004", "admin")) {
            call(caller);
            repairs.forEach(repair -> assertThatCode(repair).doesNotThrowAnyException());
        }
        call("O2004");
        actions.forEach(action -> assertRefused(403, "此操作仅限管理员。", action));
        assertRefused(403, "此操作仅限管理员。", () -> management.setJobDuedate(job, new Date(0)));
        assertRefused(409, "请通过办理表单提交。", () -> management.executeJob(job));
    }

    @Test
    void nobody_suspends_anything_without_a_reason_and_an_end() {
        String definition = task.getProcessDefinitionId();
        String instance = task.getProcessInstanceId();
        var repository = engine.getRepositoryService();
        var management = engine.getManagementService();
        String why = "不能在此挂起：请在「停滞事项」页（/reports/stalled.html）按编号暂停整件事项，写明原因和恢复的日期；"
                + "不在该页上的事项，用接口 PUT /api/cases/编号/suspension。";
        List<ThrowingCallable> many = List.of(
                () -> repository.suspendProcessDefinitionById(definition),
                () -> repository.suspendProcessDefinitionByKey("two-steps", true, null),
                () -> management.suspendJobDefinitionByProcessDefinitionId(definition, true),
                () -> management.suspendJobByProcessInstanceId(instance),
                () -> management.suspendJobById("x"),
                () -> runtime.updateProcessInstanceSuspensionState()
                        .byProcessInstanceIds(instance)
                        .suspend(),
                () -> runtime.updateProcessInstanceSuspensionState()
                        .byProcessInstanceIds(instance)
                        .suspendAsync());
        Users.create(engine, "O2005", GroupRights.OPERATORS);
        groupRights.grant();

        for (String caller : List.of("O2005", "admin")) {
            call(caller);
            assertRefused(409, why, () -> runtime.suspendProcessInstanceById(instance));
        }
        many.forEach(attempt -> assertRefused(409, why, attempt));
        call("O2005");
        many.forEach(attempt -> assertRefused(403, "此操作仅限管理员。", attempt));
        call("sujian");
        assertRefused(403, "此操作仅限运维人员和管理员。", () -> runtime.suspendProcessInstanceById(instance));
        nobody();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition)
                        .suspended()
                        .count())
                .isZero();
    }

    @Test
    void how_busy_the_engine_is_is_not_measured() {
        for (String caller : List.of("sujian", "admin")) {
            call(caller);
            assertRefused(
                    404,
                    "本系统不收集流程引擎的统计数据。",
                    () -> engine.getManagementService().createMetricsQuery().interval());
        }
    }

    /** As by its form. */
    private void done(String id) {
        FormGateway.whileSubmitting(id, () -> {
            tasks.complete(id);
            return null;
        });
    }

    @Test
    void administrators_repair_jobs_which_then_run_as_the_product() {
        done(task.getId());
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        call("admin");
        var management = engine.getManagementService();
        assertThatCode(() -> management.setJobRetries(job.getId(), 2)).doesNotThrowAnyException();
        assertThatCode(() -> management.setJobDuedate(job.getId(), new Date(0))).doesNotThrowAnyException();
        assertRefused(409, "请通过办理表单提交。", () -> management.executeJob(job.getId()));
    }

    @Test
    void administrators_neither_delete_open_cases_nor_move_them_past_the_diagram() {
        var plan = runtime.createMigrationPlan(task.getProcessDefinitionId(), task.getProcessDefinitionId())
                .mapEqualActivities()
                .build();
        var withText = runtime.createMigrationPlan(task.getProcessDefinitionId(), task.getProcessDefinitionId())
                .mapEqualActivities()
                .setVariables(Map.of("a", TEXT))
                .build();
        String deployment = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getDeploymentId();
        call("admin");
        assertThatThrownBy(() -> engine.getRepositoryService().deleteDeployment(deployment, true))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("级联");
        for (var migration : List.of(
                runtime.newMigration(plan).skipCustomListeners(),
                runtime.newMigration(plan).skipIoMappings(),
                runtime.newMigration(withText))) {
            migration.processInstanceIds(task.getProcessInstanceId());
            assertThatThrownBy(migration::execute).isInstanceOf(RefusedRequest.class);
            assertThatThrownBy(migration::executeAsync).isInstanceOf(RefusedRequest.class);
        }
    }

    @Test
    void what_is_deployed_counts_at_once_and_for_the_whole_university() {
        var repository = engine.getRepositoryService();
        long before = repository.createDeploymentQuery().count();
        call("admin");
        assertRefused(
                409,
                "不能约定以后才生效：到那天之前谁都不能发起。请在要生效的那一天部署。",
                () -> repository
                        .createDeployment()
                        .addClasspathResource("security/two-steps.bpmn")
                        .activateProcessDefinitionsOn(new Date(4_102_444_800_000L))
                        .deploy());
        assertRefused(
                400,
                "本系统没有租户，请把部署对话框中的租户（Tenant ID）留空。",
                () -> repository
                        .createDeployment()
                        .addClasspathResource("security/two-steps.bpmn")
                        .tenantId("jsj")
                        .deploy());
        engine.getIdentityService().clearAuthentication();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void an_administrator_always_remains() {
        var identity = engine.getIdentityService();
        call("admin");
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> identity.deleteUser("admin"),
                () -> identity.deleteMembership("admin", "camunda-admin"),
                () -> identity.deleteGroup("camunda-admin"))) {
            assertThatThrownBy(attempt).isInstanceOf(RefusedRequest.class).hasMessageContaining("另一位管理员");
        }
    }
}
