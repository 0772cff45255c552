package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.probe.Http.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever has left, lost a post or got another password is told so by the next request, in Tasklist as in the API. */
@ShangdaTest
@Tag("h2")
class LoginSessionsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String OWNER = "tangjing";
    private static final String NEW_PASSWORD = "quite7another";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    private String number;
    private String task;

    @BeforeEach
    void aConcernThatWaitsForTheDepartment() {
        TestTime.set(TestTime.MONDAY);
        number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(Cases.SECRETARY, number, "pass-up");
        cases.exit(Cases.COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        cases.act(Cases.COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "请办理"));
        task = cases.task(number, "UserTask_Handle").getId();
    }

    @AfterEach
    void asBefore() {
        pairings.roster(lines -> lines);
        database.update("delete from password_set");
        database.update("delete from notice");
    }

    @Test
    void who_has_left_the_roster_does_nothing_any_more_in_a_session_that_is_open() {
        Http clerk = loggedIn(DEPARTMENT_CLERK);
        assertThat(clerk.get(ENGINE + "/task?maxResults=50").body()).contains(task);

        pairings.without(DEPARTMENT_CLERK);

        assertThat(tries(clerk)).containsOnly(401);
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNull();
        assertThat(clerk.get("/camunda/api/admin/auth/user/default").statusCode())
                .as("the page asks for a login")
                .isEqualTo(404);
        assertThat(clerk.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void what_had_been_received_is_lost_with_the_account() {
        Http clerk = loggedIn(DEPARTMENT_CLERK);
        assertThat(send(clerk, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + DEPARTMENT_CLERK + "\"}"))
                .isEqualTo(204);

        pairings.without(DEPARTMENT_CLERK);

        assertThat(tries(clerk)).containsOnly(401);
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNull();
    }

    @Test
    void who_comes_back_to_the_roster_logs_in_anew() {
        Http clerk = loggedIn(DEPARTMENT_CLERK);
        pairings.without(DEPARTMENT_CLERK);
        assertThat(tries(clerk)).containsOnly(401);
        pairings.roster(lines -> lines);

        assertThat(tries(clerk)).containsOnly(401);
        assertThat(loggedIn(DEPARTMENT_CLERK)
                        .get(ENGINE + "/task?maxResults=50")
                        .body())
                .contains(task);
    }

    @Test
    void who_has_lost_the_post_finds_the_units_tasks_no_more_in_a_session_that_is_open() {
        Http clerk = loggedIn(DEPARTMENT_CLERK);
        assertThat(clerk.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(200);

        pairings.roster(lines ->
                lines.replaceAll("(?m)^(" + DEPARTMENT_CLERK + ",[^,]*,[^,]*,[^,]*),hqc,[^,]*,[^,]*,", "$1,,,,"));

        HttpResponse<String> list = clerk.get(ENGINE + "/task?maxResults=50");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).doesNotContain(task);
        assertThat(tries(clerk).subList(1, 6)).containsOnly(404);
        assertThat(clerk.get("/api/concerns/" + number).statusCode()).isEqualTo(404);
    }

    @Test
    void a_password_set_by_an_administrator_ends_the_owners_sessions_and_the_owner_is_told_until_it_is_put_away()
            throws IOException {
        Http owner = loggedIn(OWNER);
        assertThat(owner.get("/api/account/password-notice").body()).isEqualTo("{\"sentences\":[]}");

        setByAdministrator();

        try {
            assertThat(owner.get(ENGINE + "/task?maxResults=50").statusCode()).isEqualTo(401);
            assertThat(owner.get("/api/account/password-notice").statusCode()).isEqualTo(401);
            Http anew = new Http(port);
            assertThat(anew.logInAt("tasklist", OWNER, "demo").statusCode()).isEqualTo(401);
            TestTime.set("2026-03-02T10:01:00");
            assertThat(anew.logInAt("tasklist", OWNER, NEW_PASSWORD).statusCode())
                    .isEqualTo(200);
            for (int login = 0; login < 2; login++) {
                assertThat(sentences(anew))
                        .containsExactly("您的密码已于2026年3月2日 10:00由系统管理员（账号 admin）重新设置。如非您本人要求，请立即修改密码，并向学校信息化主管部门反映。");
            }
            assertThat(anew.send(
                                    "DELETE",
                                    "/api/account/password-notice",
                                    null,
                                    "X-XSRF-TOKEN",
                                    anew.cookie("API-XSRF-TOKEN"),
                                    "Shown-To",
                                    OWNER)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(sentences(anew)).isEmpty();

            // Whoever knows the password may have put the notice away: the next one tells of both.
            TestTime.set("2026-03-03T09:30:00");
            setByAdministrator();
            Http later = new Http(port);
            later.logInAt("tasklist", OWNER, NEW_PASSWORD);
            assertThat(sentences(later)).hasSize(2).last().isEqualTo("近一年内还由他人设置过：2026年3月2日 10:00。");
        } finally {
            passwordAsBefore();
        }
        assertThat(database.queryForList("select account || '<' || set_by from password_set", String.class))
                .containsExactly(OWNER + "<admin", OWNER + "<admin");
    }

    @Test
    void ones_own_new_password_ends_ones_other_sessions_and_tells_nobody() {
        Http here = loggedIn(OWNER);
        Http elsewhere = loggedIn(OWNER);

        assertThat(send(
                        here,
                        "PUT",
                        "/user/" + OWNER + "/credentials",
                        "{\"password\":\"" + NEW_PASSWORD + "\",\"authenticatedUserPassword\":\"demo\"}"))
                .isEqualTo(204);

        try {
            assertThat(here.get(ENGINE + "/task?maxResults=50").statusCode()).isEqualTo(200);
            assertThat(here.get("/api/account/password-notice").body()).isEqualTo("{\"sentences\":[]}");
            assertThat(elsewhere.get(ENGINE + "/task?maxResults=50").statusCode())
                    .isEqualTo(401);
            assertThat(database.queryForObject("select count(*) from password_set", Long.class))
                    .isZero();
        } finally {
            passwordAsBefore();
        }
    }

    @Test
    void a_password_that_was_set_on_another_node_ends_the_sessions_here() {
        Http owner = loggedIn(OWNER);
        // Not through this node's pages or API: only the database knows.
        passwordAsBefore();
        assertThat(owner.get(ENGINE + "/task?maxResults=50").statusCode()).isEqualTo(401);
    }

    @Test
    void a_name_that_the_roster_changes_ends_no_session() {
        Http owner = loggedIn(OWNER);
        pairings.roster(lines -> lines.replaceAll("(?m)^(" + OWNER + "),[^,]*,", "$1,唐静静,"));
        assertThat(owner.get(ENGINE + "/task?maxResults=50").statusCode()).isEqualTo(200);
    }

    /** Listing, looking, the form, its values, receiving, submitting, and the product's API. */
    private List<Integer> tries(Http clerk) {
        return List.of(
                clerk.get(ENGINE + "/task?maxResults=50").statusCode(),
                clerk.get(ENGINE + "/task/" + task).statusCode(),
                clerk.get(ENGINE + "/task/" + task + "/form-variables").statusCode(),
                send(clerk, "POST", "/task/" + task + "/claim", "{\"userId\":\"" + DEPARTMENT_CLERK + "\"}"),
                send(
                        clerk,
                        "POST",
                        "/task/" + task + "/submit-form",
                        "{\"variables\":{\"exit\":{\"value\":\"answer\"},\"shownTo\":{\"value\":\"" + DEPARTMENT_CLERK
                                + "\"}}}"),
                clerk.get("/api/concerns/" + number).statusCode());
    }

    private static int send(Http session, String method, String address, String body) {
        return session.send(method, ENGINE + address, body, "X-XSRF-TOKEN", session.cookie("XSRF-TOKEN"))
                .statusCode();
    }

    private static List<String> sentences(Http session) throws IOException {
        List<String> sentences = new ArrayList<>();
        new ObjectMapper()
                .readTree(session.get("/api/account/password-notice").body())
                .get("sentences")
                .forEach(sentence -> sentences.add(sentence.asText()));
        return sentences;
    }

    private Http loggedIn(String person) {
        Http session = new Http(port);
        assertThat(session.logInAt("tasklist", person, "demo").statusCode()).isEqualTo(200);
        return session;
    }

    private void setByAdministrator() {
        assertThat(new Http(port)
                        .send(
                                "PUT",
                                "/engine-rest/user/" + OWNER + "/credentials",
                                "{\"password\":\"" + NEW_PASSWORD + "\",\"authenticatedUserPassword\":\"demo\"}",
                                as("admin", "demo"))
                        .statusCode())
                .isEqualTo(204);
    }

    private void passwordAsBefore() {
        var identities = (IdentityServiceImpl) engine.getIdentityService();
        User user = identities.createUserQuery().userId(OWNER).singleResult();
        user.setPassword("demo");
        identities.saveUser(user, true);
    }
}
