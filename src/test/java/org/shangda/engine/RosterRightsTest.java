package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who belongs to a unit, and who has a hold on tasks, is nobody's to write: it comes from the roster. */
@ShangdaTest
class RosterRightsTest {

    private static final String FROM_THE_ROSTER = "随教职工名册产生";
    private static final String TASKS_ARE_ASSIGNED = "由名册中的职务和事项的走向决定";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    GroupRights groupRights;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    IdentityService identities;
    AuthorizationService authorizations;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        identities = engine.getIdentityService();
        authorizations = engine.getAuthorizationService();
    }

    /** What an administrator sends, through the engine's API or Admin's, which have the same addresses. */
    static Stream<String> whatFollowsFromTheRoster() {
        return Stream.of(
                "PUT /group/uhqc/members/admin",
                "PUT /group/staff/members/admin",
                "PUT /group/handlers/members/admin",
                "DELETE /group/uhqc/members/" + Cases.DEPARTMENT_CLERK,
                "DELETE /group/staff/members/" + Cases.COLLEAGUE,
                "PUT /group/uhqc {\"id\":\"uhqc\",\"name\":\"x\",\"type\":\"x\"}",
                "PUT /group/staff {\"id\":\"staff\",\"name\":\"x\",\"type\":\"x\"}",
                "POST /group/create {\"id\":\"unew\",\"name\":\"x\",\"type\":\"unit\"}",
                "DELETE /group/uhqc",
                "DELETE /group/handlers",
                "DELETE /user/" + Cases.COLLEAGUE);
    }

    @ParameterizedTest
    @MethodSource("whatFollowsFromTheRoster")
    void nobody_writes_what_follows_from_the_roster(String request) {
        long members = members("uhqc") + members("staff") + members("handlers");
        for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            HttpResponse<String> answer = asAdministrator(api, request);
            assertThat(answer.statusCode()).as(api).isEqualTo(409);
            assertThat(answer.body()).contains(FROM_THE_ROSTER, "重新导入");
        }
        assertThat(members("uhqc") + members("staff") + members("handlers")).isEqualTo(members);
        assertThat(identities.createGroupQuery().groupId("unew").count()).isZero();
        assertThat(identities.createGroupQuery().groupId("uhqc").singleResult().getName())
                .isNotEqualTo("x");
    }

    @Test
    void nobody_makes_the_account_of_somebody_who_has_left() {
        pairings.without("tangjing");
        try {
            HttpResponse<String> made = asAdministrator(
                    "/engine-rest",
                    "POST /user/create {\"profile\":{\"id\":\"tangjing\",\"firstName\":\"x\",\"lastName\":\"y\"},"
                            + "\"credentials\":{\"password\":\"good4passing\"}}");
            assertThat(made.statusCode()).isEqualTo(409);
            assertThat(made.body()).contains(FROM_THE_ROSTER);
            assertThat(identities.createUserQuery().userId("tangjing").count()).isZero();
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void nobody_renames_somebody_on_the_roster() {
        String name = identities
                .createUserQuery()
                .userId(Cases.COLLEAGUE)
                .singleResult()
                .getLastName();
        HttpResponse<String> renamed = asAdministrator(
                "/engine-rest",
                "PUT /user/" + Cases.COLLEAGUE + "/profile {\"id\":\"" + Cases.COLLEAGUE
                        + "\",\"firstName\":\"\",\"lastName\":\"y\"}");
        assertThat(renamed.statusCode()).isEqualTo(409);
        assertThat(identities
                        .createUserQuery()
                        .userId(Cases.COLLEAGUE)
                        .singleResult()
                        .getLastName())
                .isEqualTo(name);
    }

    /** Type 7 is a task, 19 a task of the history, 6 a process definition; 0 grants to everybody, 1 to one, 2 revokes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":1,\"userId\":\"admin\",\"resourceType\":7,\"resourceId\":\"*\",\"permissions\":[\"ALL\"]}",
                "{\"type\":1,\"groupId\":\"staff\",\"resourceType\":7,\"resourceId\":\"*\",\"permissions\":[\"READ\"]}",
                "{\"type\":0,\"userId\":\"*\",\"resourceType\":7,\"resourceId\":\"*\",\"permissions\":[\"READ\"]}",
                "{\"type\":1,\"userId\":\"chenyu\",\"resourceType\":7,\"resourceId\":\"some\",\"permissions\":[\"TASK_WORK\"]}",
                "{\"type\":2,\"userId\":\"sujian\",\"resourceType\":7,\"resourceId\":\"*\",\"permissions\":[\"TASK_WORK\"]}",
                "{\"type\":1,\"userId\":\"chenyu\",\"resourceType\":19,\"resourceId\":\"*\",\"permissions\":[\"READ\"]}",
                "{\"type\":1,\"userId\":\"chenyu\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"ALL\"]}",
                "{\"type\":1,\"userId\":\"chenyu\",\"resourceType\":6,\"resourceId\":\"level-handling\",\"permissions\":[\"READ\",\"READ_TASK\"]}",
                "{\"type\":1,\"groupId\":\"operators\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"TASK_WORK\"]}",
                "{\"type\":1,\"groupId\":\"operators\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"UPDATE_TASK\"]}",
                "{\"type\":1,\"groupId\":\"operators\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"TASK_ASSIGN\"]}",
                "{\"type\":0,\"userId\":\"*\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"READ_HISTORY\"]}",
                "{\"type\":1,\"groupId\":\"operators\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"READ_TASK_VARIABLE\"]}"
            })
    void nobody_is_given_a_hold_on_tasks(String grant) {
        long rights = authorizations.createAuthorizationQuery().count();
        for (String api : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            HttpResponse<String> answer = asAdministrator(api, "POST /authorization/create " + grant);
            assertThat(answer.statusCode()).as(api).isEqualTo(409);
            assertThat(answer.body()).contains(TASKS_ARE_ASSIGNED, "重新导入");
        }
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rights);
    }

    @Test
    void what_the_work_gives_is_neither_taken_nor_turned_into_something_else() {
        String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
        Authorization given = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(cases.task(number, "UserTask_Handle").getId())
                .listPage(0, 1)
                .get(0);

        HttpResponse<String> deleted = asAdministrator("/engine-rest", "DELETE /authorization/" + given.getId());
        HttpResponse<String> changed = asAdministrator(
                "/engine-rest",
                "PUT /authorization/" + given.getId()
                        + " {\"userId\":\"admin\",\"resourceType\":0,\"resourceId\":\"cockpit\",\"permissions\":[\"ACCESS\"]}");

        assertThat(deleted.statusCode()).isEqualTo(409);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .authorizationId(given.getId())
                        .singleResult()
                        .getUserId())
                .isEqualTo(given.getUserId());
    }

    /** Operators, groups of one's own, applications, and what a diagram's editor needs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /group/operators/members/gaoyan",
                "DELETE /group/operators/members/gaoyan",
                "POST /group/create {\"id\":\"editors\",\"name\":\"x\",\"type\":\"WORKFLOW\"}",
                "PUT /group/editors/members/gaoyan",
                "DELETE /group/editors/members/gaoyan",
                "POST /authorization/create {\"type\":1,\"groupId\":\"editors\",\"resourceType\":0,\"resourceId\":\"cockpit\",\"permissions\":[\"ACCESS\"]}",
                "POST /authorization/create {\"type\":1,\"groupId\":\"editors\",\"resourceType\":9,\"resourceId\":\"*\",\"permissions\":[\"ALL\"]}",
                "POST /authorization/create {\"type\":1,\"groupId\":\"editors\",\"resourceType\":6,\"resourceId\":\"*\",\"permissions\":[\"READ\",\"READ_INSTANCE\"]}",
                "DELETE /group/editors",
                "POST /user/create {\"profile\":{\"id\":\"visitor1\",\"firstName\":\"x\",\"lastName\":\"y\"},\"credentials\":{\"password\":\"good4passing\"}}",
                "DELETE /user/visitor1"
            })
    void the_rest_is_an_administrators_to_manage(String request) {
        if (request.contains("editors")
                && identities.createGroupQuery().groupId("editors").count() == 0
                && !request.contains("/group/create")) {
            identities.saveGroup(identities.newGroup("editors"));
        }
        if (request.equals("DELETE /user/visitor1")) {
            identities.deleteUser("visitor1");
            identities.saveUser(identities.newUser("visitor1"));
        }
        if (request.contains("/group/create")) {
            identities.deleteGroup("editors");
        }
        assertThat(asAdministrator("/engine-rest", request).statusCode()).isIn(200, 204);
    }

    @Test
    void holds_on_tasks_from_former_times_are_withdrawn_when_the_product_starts() {
        Authorization old = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        old.setUserId("lubin");
        old.setResource(Resources.TASK);
        old.setResourceId("*");
        old.addPermission(org.camunda.bpm.engine.authorization.TaskPermissions.ALL);
        authorizations.saveAuthorization(old);

        groupRights.grant();

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .authorizationId(old.getId())
                        .count())
                .isZero();
        assertThat(authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Callers.ADMINISTRATORS)
                        .resourceType(Resources.TASK)
                        .count())
                .isOne();
    }

    private HttpResponse<String> asAdministrator(String api, String request) {
        String[] parts = request.split(" ", 3);
        String body = parts.length < 3 ? null : parts[2];
        if (api.startsWith("/engine-rest")) {
            return new Http(port).send(parts[0], api + parts[1], body, as("admin", "demo"));
        }
        Http admin = new Http(port);
        admin.logInAt("admin", "admin", "demo");
        return admin.send(parts[0], api + parts[1], body, "X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"));
    }

    private long members(String group) {
        return identities.createUserQuery().memberOfGroup(group).count();
    }
}
