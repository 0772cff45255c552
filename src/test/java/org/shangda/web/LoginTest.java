package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;
import static org.shangda.probe.Http.basic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShangdaTest
@Tag("h2")
class LoginTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    Http http;

    @BeforeEach
    void somebody() {
        http = new Http(port);
        if (engine.getIdentityService().createUserQuery().userId("T1001").count() == 0) {
            Users.create(engine, "T1001", "staff");
            Users.grant(engine, "T1001", Resources.APPLICATION, Permissions.ACCESS);
        }
    }

    @Test
    void every_address_of_the_engines_api_needs_a_login() throws Exception {
        List<String> open = new ArrayList<>();
        int asked = 0;
        try (InputStream document = getClass().getResourceAsStream("/openapi.json")) {
            var paths = new ObjectMapper().readTree(document).get("paths").fields();
            while (paths.hasNext()) {
                var path = paths.next();
                var methods = path.getValue().fieldNames();
                while (methods.hasNext()) {
                    String method = methods.next().toUpperCase();
                    String address = "/engine-rest" + path.getKey().replaceAll("\\{[^}]*}", "x");
                    asked++;
                    if (http.send(method, address, null).statusCode() != 401) {
                        open.add(method + " " + address);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/api/probe/caller",
                "/actuator",
                "/actuator/env",
                "/actuator/metrics",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void without_a_login_nothing_is_told(String address) {
        assertThat(http.get(address).statusCode()).isEqualTo(401);
        assertThat(http.get(address, as("T1004", "wrong")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/h2-console", "/error", "/api", "/forms/welcome.form", "/application.yaml", "/login", "/logout"
            })
    void what_is_not_there_says_so_or_asks_for_a_login(String address) {
        assertThat(http.get(address).statusCode()).isIn(401, 404);
        assertThat(http.get(address, as("admin", "demo")).statusCode()).isEqualTo(404);
    }

    @Test
    void health_is_public_without_details_and_the_rest_of_operation_is_for_administrators() {
        assertThat(http.get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\",\"work\"]}");
        assertThat(http.get("/actuator/metrics", as("T1001", Users.PASSWORD)).statusCode())
                .isEqualTo(403);
        assertThat(http.get("/actuator/metrics", as("admin", "demo")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_description_of_the_api_is_for_those_who_are_logged_in() {
        assertThat(http.get("/v3/api-docs", as("T1001", Users.PASSWORD)).statusCode())
                .isEqualTo(200);
        assertThat(http.get("/swagger-ui/index.html", as("T1001", Users.PASSWORD))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_engine_knows_who_calls_and_forgets_it_afterwards() {
        assertThat(http.get("/api/probe/caller", as("T1001", Users.PASSWORD)).body())
                .contains("T1001", "staff");
        assertThat(http.get("/engine-rest/user?maxResults=99", as("T1001", Users.PASSWORD))
                        .body())
                .doesNotContain("admin");
        assertThat(http.get("/engine-rest/user?maxResults=99", as("admin", "demo"))
                        .body())
                .contains("T1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/roster/probe", "/api/calendar/probe"})
    void only_administrators_load_rosters_and_calendars(String address) {
        assertThat(http.post(address, "{}", as("T1001", Users.PASSWORD)).statusCode())
                .isEqualTo(403);
        assertThat(http.post(address, "{}", as("admin", "demo")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_browser_logged_in_at_tasklist_reads_the_api_and_writes_with_a_token_only() {
        assertThat(http.logInAt("tasklist", "T1001", Users.PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(http.get("/api/probe/caller").body()).contains("T1001");

        String wish = "{\"title\":\"a\",\"count\":1}";
        assertThat(http.post("/api/probe/wish", wish).statusCode()).isEqualTo(403);
        assertThat(http.post("/api/probe/wish", wish, "X-XSRF-TOKEN", "guessed").statusCode())
                .isEqualTo(403);
        assertThat(http.get("/api/probe/caller").headers().firstValue("Shown-To"))
                .hasValue("T1001");
        String[] asShown = {"X-XSRF-TOKEN", http.cookie("API-XSRF-TOKEN"), "Shown-To", "T1001"};
        assertThat(http.post("/api/probe/wish", wish, asShown).statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_changes_something_only_as_the_person_to_whom_it_was_shown() {
        Users.create(engine, "T1005");
        Users.grant(engine, "T1005", Resources.APPLICATION, Permissions.ACCESS);
        http.logInAt("tasklist", "T1005", Users.PASSWORD);
        http.get("/api/probe/caller");
        String token = http.cookie("API-XSRF-TOKEN");
        String wish = "{\"title\":\"a\",\"count\":1}";
        assertThat(http.post("/api/probe/wish", wish, "X-XSRF-TOKEN", token, "Shown-To", "T1001"))
                .returns(409, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("您已在另一页面以其他身份登录，请重新登录后再提交。");
        assertThat(http.post("/api/probe/wish", wish, "X-XSRF-TOKEN", token))
                .returns(409, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("看不出这一页是给谁打开的，请重新打开后再提交。");
        assertThat(http.post("/api/probe/wish", wish, "X-XSRF-TOKEN", token, "Shown-To", "T1005")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_session_ends_with_its_user() {
        Users.create(engine, "T1099");
        Users.grant(engine, "T1099", Resources.APPLICATION, Permissions.ACCESS);
        http.logInAt("tasklist", "T1099", Users.PASSWORD);
        assertThat(http.get("/api/probe/caller").statusCode()).isEqualTo(200);
        engine.getIdentityService().deleteUser("T1099");
        assertThat(http.get("/api/probe/caller").statusCode()).isEqualTo(401);
    }

    @Test
    void programs_need_no_token_but_another_sites_page_cannot_use_a_remembered_login() {
        String wish = "{\"title\":\"a\",\"count\":1}";
        String login = basic("T1001", Users.PASSWORD);
        assertThat(http.post("/api/probe/wish", wish, "Authorization", login).statusCode())
                .isEqualTo(200);
        assertThat(http.post("/api/probe/wish", wish, "Authorization", login, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.post("/engine-rest/task?maxResults=9", "{}", "Authorization", login)
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.post("/engine-rest/task", "{}", "Authorization", login, "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_pages_script_is_not_answered_with_the_browsers_own_login_window() {
        assertThat(http.get("/api/probe/caller").headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(http.get("/api/probe/caller", "X-Requested-With", "XMLHttpRequest")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(http.get("/api/probe/caller", "Sec-Fetch-Mode", "cors")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(http.get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/probe/caller", "/engine-rest/task"})
    void a_wrong_password_and_an_unknown_user_are_answered_alike(String address) {
        Users.create(engine, "T1002");
        var wrong = http.get(address, as("T1002", "wrong"));
        var unknown = new Http(port).get(address, as("NOBODY", "wrong"));
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(names(wrong)).isEqualTo(names(unknown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/app/admin/default/setup/",
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;x=1/default/user/create",
                "/camunda/api/admin/x/../setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create"
            })
    void nobody_becomes_administrator_without_a_login(String address) {
        http.get("/camunda/app/admin/default/");
        String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"good4passing\"}}";
        String token = String.valueOf(http.cookie("XSRF-TOKEN"));
        // The hole is open while the administrators' group has no member.
        engine.getIdentityService().deleteMembership("admin", "camunda-admin");
        try {
            assertThat(http.post(address, user, "X-XSRF-TOKEN", token).statusCode())
                    .isIn(400, 404);
            assertThat(http.get(address).statusCode()).isIn(400, 404);
        } finally {
            engine.getIdentityService().createMembership("admin", "camunda-admin");
        }
        assertThat(engine.getIdentityService().createUserQuery().userId("evil").count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//engine-rest/task",
                "/engine-rest//task",
                "/engine-rest;x=1/task",
                "/engine-rest/..;/task",
                "/api//probe/caller",
                "/api/x/../probe/caller",
                "/camunda//app/tasklist",
                "/camunda/app;x/tasklist",
                "//evil.org/camunda/app",
                "/api/%2e%2e/camunda",
                "/api/x%00y"
            })
    void odd_addresses_are_answered_as_wrong_requests(String address) {
        assertThat(http.get(address, as("T1001", Users.PASSWORD)).statusCode()).isEqualTo(400);
    }

    @Test
    void answers_of_the_api_run_no_script_and_stay_in_no_cache() {
        for (String address :
                List.of("/api/probe/caller", "/engine-rest/task?maxResults=9", "/actuator/health", "/v3/api-docs")) {
            var headers = http.get(address, as("T1001", Users.PASSWORD)).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(address)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .contains("no-store");
        }
    }

    @Test
    void the_engines_pages_keep_their_own_protection() {
        var answer = http.get("/camunda/app/tasklist/default/");
        assertThat(answer.statusCode()).isEqualTo(200);
        var headers = answer.headers();
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .containsIgnoringCase("HttpOnly")
                .containsOnlyOnce("SameSite");
    }

    private static List<String> names(HttpResponse<?> response) {
        return response.headers().map().keySet().stream().sorted().toList();
    }
}
