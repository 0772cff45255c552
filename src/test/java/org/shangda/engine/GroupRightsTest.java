package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.shangda.work.Course.Who.EVERYBODY;
import static org.shangda.work.Course.Who.HANDLERS;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.work.Course;

class GroupRightsTest {

    /** What everybody starts, what handlers start and everybody sees, what is the handlers' alone, what nobody starts. */
    private static final List<Course> DESCRIBED = List.of(
            Course.of("concern-escalation").startedBy(EVERYBODY, null),
            Course.of("event-duty").startedBy(HANDLERS, null),
            Course.of("concern-collection").startedBy(HANDLERS, null).shownTo(HANDLERS),
            Course.of("level-handling"),
            Course.of("supervision"));

    private final ProcessEngine engine = BareEngine.emptied();
    private final AuthorizationService authorizations = engine.getAuthorizationService();

    @BeforeEach
    void aColleagueAndAnOperator() {
        IdentityService identities = engine.getIdentityService();
        identities.saveGroup(identities.newGroup("staff"));
        identities.saveGroup(identities.newGroup("operators"));
        identities.saveUser(identities.newUser("li"));
        identities.saveGroup(identities.newGroup("handlers"));
        identities.saveUser(identities.newUser("op"));
        identities.saveUser(identities.newUser("clerk"));
        identities.createMembership("li", "staff");
        identities.createMembership("clerk", "staff");
        identities.createMembership("clerk", "handlers");
        identities.createMembership("op", "operators");
        for (String key : List.of(
                "concern-escalation", "event-duty", "concern-collection", "level-handling", "supervision", "other")) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(key + ".bpmn", process(key))
                    .deploy();
        }
        new GroupRights(engine, () -> DESCRIBED).grant();
    }

    @Test
    void people_start_what_is_described_as_started_by_them_and_nothing_else() {
        start("li", "concern-escalation");
        for (String key : List.of("event-duty", "concern-collection", "level-handling", "supervision", "other")) {
            assertThatThrownBy(() -> start("li", key)).isInstanceOf(AuthorizationException.class);
        }

        for (String key : List.of("concern-escalation", "event-duty", "concern-collection")) {
            start("clerk", key);
        }
        for (String key : List.of("level-handling", "supervision", "other")) {
            assertThatThrownBy(() -> start("clerk", key)).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void people_see_the_definitions_that_are_described_as_shown_to_them_and_no_other() {
        assertThat(definitionsSeenBy("li"))
                .containsExactlyInAnyOrder("concern-escalation", "event-duty", "level-handling", "supervision");
        assertThat(definitionsSeenBy("clerk"))
                .containsExactlyInAnyOrder(
                        "concern-escalation", "event-duty", "concern-collection", "level-handling", "supervision");
    }

    @Test
    void staff_may_open_tasklist_and_welcome_but_neither_cockpit_nor_admin() {
        assertThat(mayOpen("li", "staff", "tasklist")).isTrue();
        assertThat(mayOpen("li", "staff", "welcome")).isTrue();
        assertThat(mayOpen("li", "staff", "cockpit")).isFalse();
        assertThat(mayOpen("li", "staff", "admin")).isFalse();
        assertThat(mayOpen("op", "operators", "cockpit")).isTrue();
        assertThat(mayOpen("op", "operators", "admin")).isFalse();
    }

    @Test
    void operators_see_and_suspend_cases_but_neither_read_tasks_nor_move_or_start_cases() {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("concern-escalation")
                .getId();

        BareEngine.as(engine, "op", () -> {
            var runtime = engine.getRuntimeService();
            assertThat(runtime.createProcessInstanceQuery().count()).isOne();
            assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
            runtime.suspendProcessInstanceById(instance);
            runtime.activateProcessInstanceById(instance);
            assertThatThrownBy(() -> runtime.setVariable(instance, "exit", "answer"))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance)
                            .startBeforeActivity("UserTask_Do")
                            .execute())
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, null))
                    .isInstanceOf(AuthorizationException.class);
            return null;
        });
        assertThatThrownBy(() -> start("op", "concern-escalation")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void staff_do_not_see_others_cases() {
        engine.getRuntimeService().startProcessInstanceByKey("concern-escalation");

        BareEngine.as(engine, "li", () -> {
            assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                    .isZero();
            assertThat(engine.getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .count())
                    .isZero();
            assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
            return null;
        });
    }

    @Test
    void a_second_start_changes_nothing() {
        List<String> before = all();
        new GroupRights(engine, () -> DESCRIBED).grant();

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void a_missing_right_is_given_again_and_an_added_one_withdrawn() {
        Authorization raise = grantOf("concern-escalation");
        raise.setPermissions(new Permission[] {ProcessDefinitionPermissions.ALL});
        authorizations.saveAuthorization(raise);
        authorizations.deleteAuthorization(grantOf("supervision").getId());
        add("level-handling-copy");

        new GroupRights(engine, () -> DESCRIBED).grant();

        assertThat(grantOf("level-handling-copy")).isNull();
        assertThat(grantOf("supervision")).isNotNull();
        assertThat(grantOf("concern-escalation").isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .isTrue();
        assertThat(grantOf("concern-escalation").isPermissionGranted(ProcessDefinitionPermissions.DELETE_INSTANCE))
                .isFalse();
    }

    private void add(String definition) {
        Authorization added = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        added.setGroupId("staff");
        added.setResource(PROCESS_DEFINITION);
        added.setResourceId(definition);
        added.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(added);
    }

    private Authorization grantOf(String definition) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn("staff")
                .resourceType(PROCESS_DEFINITION)
                .resourceId(definition)
                .singleResult();
    }

    private void start(String user, String key) {
        BareEngine.as(engine, user, () -> engine.getRuntimeService().startProcessInstanceByKey(key));
    }

    private List<String> definitionsSeenBy(String user) {
        return BareEngine.as(
                engine,
                user,
                () -> engine.getRepositoryService().createProcessDefinitionQuery().unlimitedList().stream()
                        .map(ProcessDefinition::getKey)
                        .toList());
    }

    private boolean mayOpen(String user, String group, String application) {
        return authorizations.isUserAuthorized(user, List.of(group), Permissions.ACCESS, APPLICATION, application);
    }

    private List<String> all() {
        return authorizations.createAuthorizationQuery().unlimitedList().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static BpmnModelInstance process(String key) {
        return Bpmn.createExecutableProcess(key)
                .startEvent()
                .userTask("UserTask_Do")
                .endEvent()
                .done();
    }
}
