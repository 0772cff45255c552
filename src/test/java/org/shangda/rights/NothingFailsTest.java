package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, and whoever sends it, the answer is never that the server failed. */
@ShangdaTest
@Tag("postgresql")
class NothingFailsTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "ODD");

    @LocalServerPort
    int port;

    private final List<String> failed = new ArrayList<>();
    private OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

    // --- the engine's API --------------------------------------------------------------------------------------------

    @Test
    void no_operation_of_the_engines_api_fails_on_what_does_not_exist_or_makes_no_sense() {
        List<String> bodies = new ArrayList<>(List.of("", "{}", "[]", "null", "{", "{\"id\":\"a\\u0000b\"}"));
        bodies.add(null);
        List<Operation> operations = operations("nothing");
        assertThat(operations).hasSizeGreaterThan(300);
        for (String person : List.of("admin", Cases.COLLEGE_CLERK)) {
            for (Operation operation : operations) {
                for (String body :
                        operation.method().equals("GET") ? Collections.<String>singletonList(null) : bodies) {
                    ask(person, operation.method(), operation.path(), body);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1'%20or%201=1--", "%24%7B1+1%7D", "%F0%9F%8F%A0", "*", "x%00y", "%2e%2e%2fuser"})
    void no_id_makes_the_engines_api_fail(String id) {
        operations(id).stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> ask(Cases.COLLEGE_CLERK, "GET", operation.path(), null));
        assertThat(failed).isEmpty();
    }

    @Test
    void no_condition_makes_a_query_fail() {
        for (String query : List.of(
                "name=%00",
                "nameLike=%25%00",
                "name=%F0%9F%8F%A0",
                "name=${1+1}",
                "assigneeExpression=%24%7B1%2B1%7D",
                "sortBy=nothing&sortOrder=asc",
                "sortBy=name",
                "dueBefore=yesterday",
                "maxResults=-1",
                "maxResults=x",
                "firstResult=-1",
                "firstResult=99999999999",
                "processVariables=a_eq_b,c",
                "processVariables=a_odd_b",
                "taskVariables=%00_eq_%00",
                "priority=high",
                "unknown=x")) {
            for (String list : List.of("task", "process-instance", "history/task", "variable-instance", "user")) {
                String limited = query.contains("maxResults") ? "" : "maxResults=5&";
                ask(
                        Cases.COLLEGE_CLERK,
                        "GET",
                        "/engine-rest/" + list + "?" + limited + query.replaceAll("[${}]", "%24"),
                        null);
                ask("admin", "GET", "/engine-rest/" + list + "?" + limited + query.replaceAll("[${}]", "%24"), null);
            }
        }
        for (String query : List.of(
                "{\"name\":\"\\u0000\"}",
                "{\"name\":\"\\ud83c\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[null]}",
                "{\"processVariables\":[{}]}",
                "{\"processVariables\":[null]}",
                "{\"sorting\":[{}]}",
                "{\"taskIdIn\":[null]}",
                "{\"priority\":\"x\"}")) {
            for (String list : List.of(
                    "task", "process-instance", "history/task", "history/process-instance", "variable-instance")) {
                ask(Cases.COLLEGE_CLERK, "POST", "/engine-rest/" + list + "?maxResults=5", query);
            }
        }
        assertThat(failed).isEmpty();
    }

    // --- the product's API, and everything else ----------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/error",
                "/nowhere",
                "/api",
                "/api/",
                "/api/concerns",
                "/api/concerns/",
                "/api/concerns/SD26-00000000",
                "/api/concerns/%E4%B8%8A%E8%BE%BE",
                "/api/concerns/1'%20or%201=1--",
                "/api/concerns/x/clock",
                "/api/concerns/x/clock/y",
                "/api/concerns/..%2f..%2factuator",
                "/api/concerns/%2e%2e/%2e%2e/actuator/env",
                "/api/concerns/%00",
                "/api/concerns/%0d%0aSet-Cookie:a=b",
                "/api/concerns;jsessionid=x",
                "/api//concerns",
                "/api/concerns?x=%00&x=%ff&=",
                "/api/concerns?x=%zz",
                "/api/calendar",
                "/api/calendar?year=",
                "/api/calendar?year=-1",
                "/api/calendar?year=999999999999",
                "/api/calendar?year=2026&year=2027",
                "/api/calendar/notices",
                "/api/calendar/terms",
                "/api/calendar/terms/x",
                "/api/programmes",
                "/api/programmes/uses/jx",
                "/api/contacts?pair=%00",
                "/api/contacts?pair=x",
                "/api/duties?person=x",
                "/api/event-talks",
                "/api/pairings",
                "/api/pairings/x",
                "/api/pairings/import",
                "/api/pairings/import?college=jsj&dryRun=perhaps",
                "/api/pairings?college=%F0%9F%8F%A0",
                "/api/pairings/coverage?college=x",
                "/api/pairings/handover?person=x",
                "/api/records/x.docx",
                "/api/records/x.pdf?term=x",
                "/api/records/x",
                "/api/summaries/x",
                "/api/summaries/x.docx",
                "/api/summaries/x/rows?figure=x",
                "/api/roster",
                "/api/roster?dryRun=perhaps",
                "/actuator/health",
                "/actuator/health/nothing",
                "/actuator/metrics/nothing",
                "/v3/api-docs",
                "/v3/api-docs/nothing",
                "/swagger-ui/..%2f..%2fx",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine/nothing/task",
                "/camunda",
                "/camunda/",
                "/camunda/app/nothing/",
                "/camunda/app/tasklist/nothing",
                "/camunda/app/tasklist/nothing/",
                "/camunda/app/tasklist/default/%2e%2e/x",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/nothing/task",
                "/camunda/api/admin/auth/user/nothing",
                "/camunda/api/cockpit/plugin/nothing/default/x",
                "/camunda/lib/nothing.js"
            })
    void no_address_fails_by_whatever_method(String address) {
        for (String person : List.of(OverHttp.NOBODY, Cases.COLLEAGUE, "admin")) {
            for (String method : METHODS) {
                raw(person, method, address);
                if (List.of("POST", "PUT", "PATCH").contains(method) && !address.contains("%zz")) {
                    ask(person, method, address, "{\"a\":[1,{}]}");
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void no_header_makes_the_server_fail() {
        String[][] headers = {
            {"Authorization", "Basic !!!"},
            {"Authorization", "Basic"},
            {"Authorization", "Basic " + base64(":")},
            {"Authorization", "Basic " + base64("a\0b:demo")},
            {"Authorization", "Basic " + base64("x".repeat(4_000) + ":demo")},
            {"Authorization", "Basic " + base64("shitao:" + "x".repeat(4_000))},
            {"Authorization", "Bearer x"},
            {"Cookie", "JSESSIONID=nothing; XSRF-TOKEN=; =; a"},
            {"Accept", "image/png"},
            {"Accept", "nonsense"},
            {"Accept-Language", "-,;q=x"},
            {"Accept-Encoding", "nonsense"},
            {"Content-Type", "nonsense"},
            {"Content-Type", "*/*"},
            {"Content-Type", "application/json;charset=nonsense"},
            {"Content-Type", "multipart/form-data"},
            {"Content-Encoding", "gzip"},
            {"Idempotency-Key", "x".repeat(4_000)},
            {"Range", "bytes=9-1"},
            {"If-Modified-Since", "yesterday"},
            {"Forwarded", "for=x;host=\"y"},
            {"X-HTTP-Method-Override", "DELETE"}
        };
        for (String address : List.of(
                "/api/concerns", "/api/roster", "/engine-rest/task?maxResults=5", "/camunda/app/tasklist/default/")) {
            for (String[] header : headers) {
                List<String> all = new ArrayList<>(List.of(header));
                if (!header[0].equals("Authorization")) {
                    all.addAll(List.of("Authorization", Http.basic(Cases.COLLEAGUE, OverHttp.PASSWORD)));
                }
                for (String method : List.of("GET", "POST")) {
                    String body = method.equals("GET") ? null : "{}";
                    remember(
                            http.send(OverHttp.NOBODY, method, address, body, all.toArray(String[]::new)),
                            method + " " + address + " " + Arrays.toString(header));
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=%00&password=demo", "username=", "", "username=a&username=b&password", "a=%zz"})
    void no_login_makes_the_pages_fail(String form) {
        Http browser = new Http(port);
        browser.get("/camunda/app/tasklist/default/");
        var answer = browser.send(HttpRequest.newBuilder(
                        URI.create(browser.server() + "/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", String.valueOf(browser.cookie("XSRF-TOKEN")))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private void ask(String person, String method, String path, String body) {
        remember(http.send(person, method, path, body), person + " " + method + " " + path + " " + body);
    }

    private void remember(Answer answer, String what) {
        if (answer.status() >= 500) {
            failed.add(what + " -> " + answer);
        }
    }

    /** As no client of good manners would send it. */
    private void raw(String person, String method, String address) {
        String login = person.isEmpty() ? "" : "Authorization: " + Http.basic(person, OverHttp.PASSWORD) + "\r\n";
        String request = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + login
                + "Content-Length: 0\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.startsWith("HTTP/1.1 5")) {
                failed.add(request + answer);
            }
        } catch (IOException e) {
            throw new AssertionError(request, e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Operation(String method, String path) {}

    /** Every operation of the engine's API, as its own description lists them. */
    private static List<Operation> operations(String id) {
        List<Operation> operations = new ArrayList<>();
        try (InputStream description = NothingFailsTest.class.getResourceAsStream("/openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(description).get("paths");
            paths.properties()
                    .forEach(path -> path.getValue()
                            .fieldNames()
                            .forEachRemaining(method -> operations.add(new Operation(
                                    method.toUpperCase(),
                                    "/engine-rest" + path.getKey().replaceAll("\\{[^}]*}", id)))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return operations;
    }
}
