package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.basic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShangdaTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private static final String[] ADMIN = {"Authorization", basic("admin", "demo")};
    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({"INVALID,400", "NOT_FOUND,404", "CONFLICT,409"})
    void a_refusal_is_told_in_both_languages(String kind, int status) {
        var answer = http.get("/api/probe/refused/" + kind, ADMIN);
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode problem = problem(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText())
                .isEqualTo(problem.get("detailZh").asText())
                .isNotEqualTo(problem.get("detailEn").asText());
        assertThat(problem.get("title").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"'en-US,en;q=0.9',true", "'zh-CN,en;q=0.5',false", "'*',false", "'fr',false"})
    void the_detail_is_in_the_callers_language_and_chinese_by_default(String languages, boolean english) {
        for (String address : List.of("/api/probe/refused/CONFLICT", "/api/probe/caller", "/api//odd", "/nowhere")) {
            String[] login = address.contains("refused")
                    ? new String[] {"Authorization", basic("admin", "demo"), "Accept-Language", languages}
                    : new String[] {"Accept-Language", languages};
            JsonNode problem = problem(http.get(address, login));
            assertThat(problem.get("detail")).as(address).isEqualTo(problem.get(english ? "detailEn" : "detailZh"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"title\":{}}",
                "{\"title\":\"a\",\"count\":\"many\"}",
                "{\"title\":\"\\",
                "\u0000"
            })
    void unreadable_json_is_a_wrong_request(String json) {
        JsonNode problem = problem(http.post("/api/probe/wish", json, ADMIN));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detailEn").asText()).contains("JSON");
    }

    @Test
    void what_fails_validation_is_named_field_by_field() {
        JsonNode problem = problem(http.post("/api/probe/wish", "{\"title\":\" \",\"count\":1}", ADMIN));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errors").get(0).get("field").asText()).isEqualTo("title");
        assertThat(problem.get("errors").get(0).get("detail").asText()).containsPattern("\\p{IsHan}");

        problem = problem(http.get("/api/probe/number?number=10", ADMIN));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("errors").get(0).get("field").asText()).isEqualTo("number");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/probe/number,400",
        "GET,/api/probe/number?number=abc,400",
        "GET,/api/probe/refused/NEVER,400",
        "DELETE,/api/probe/wish,405",
        "GET,/api/nowhere,404",
        "POST,/api/probe/file,400",
        "PATCH,/engine-rest-x/y,404"
    })
    void whatever_is_wrong_with_a_request_is_a_problem(String method, String address, int status) {
        var answer = http.send(method, address, null, ADMIN);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer).get("detailZh").asText()).containsPattern("\\p{IsHan}");
    }

    @Test
    void other_formats_than_those_supported_are_refused() {
        assertThat(http.post(
                                "/api/probe/wish",
                                "a,b",
                                "Authorization",
                                basic("admin", "demo"),
                                "Content-Type",
                                "text/csv")
                        .statusCode())
                .isEqualTo(415);
        assertThat(http.get(
                                "/api/probe/number?number=1",
                                "Authorization",
                                basic("admin", "demo"),
                                "Accept",
                                "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void an_unexpected_failure_has_a_number_and_tells_nothing_else(CapturedOutput log) {
        var answer = http.get("/api/probe/failure", ADMIN);
        assertThat(answer.statusCode()).isEqualTo(500);
        String reference = problem(answer).get("detailEn").asText().replaceAll(".*number ([0-9a-f]{8})\\.", "$1");
        assertThat(log.getOut())
                .contains("Failure " + reference + ": java.lang.IllegalStateException at org.shangda.probe.");
        assertThat(answer.body()).doesNotContain("CANARY", "Exception");
        assertThat(log.getOut()).doesNotContain("CANARY-of-a-failure");
    }

    @Test
    void what_the_engine_refuses_a_controller_is_a_problem_too() {
        var answer = http.get("/api/probe/rename", ADMIN);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(problem(answer).get("detailZh").asText()).isEqualTo("请通过办理表单提交。");
    }

    @Test
    void a_file_within_the_limit_arrives() {
        assertThat(upload("file", 4, true).body()).isEqualTo(String.valueOf(4 * MEGABYTE));
    }

    @ParameterizedTest
    @CsvSource({"6,true", "6,false", "7,true", "7,false", "100,true", "100,false"})
    void a_file_over_the_limit_is_answered_clearly_while_it_still_arrives(int megabytes, boolean announced) {
        var answer = upload("file", megabytes, announced);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).get("detailEn").asText()).contains("5 MB");
    }

    @Test
    void a_hundred_megabytes_without_a_login_are_answered_too() {
        var answer = http.send(HttpRequest.newBuilder(URI.create(http.server() + "/api/probe/wish"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> zeros(100)))
                .build());
        assertThat(answer.statusCode()).isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void json_over_the_limit_is_answered_clearly(boolean announced) {
        String json = "{\"title\":\"" + "a".repeat(7 * MEGABYTE) + "\",\"count\":1}";
        var answer = http.send(HttpRequest.newBuilder(URI.create(http.server() + "/api/probe/wish"))
                .header("Content-Type", "application/json")
                .headers(ADMIN)
                .POST(
                        announced
                                ? BodyPublishers.ofString(json)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes())))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).get("detailEn").asText()).contains(" 6 MB");
    }

    @Test
    void a_missing_file_is_named() {
        var answer = upload("other", 0, true);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).get("detailZh").asText()).contains("file");
    }

    private HttpResponse<String> upload(String part, int megabytes, boolean announced) {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes();
        byte[] tail = "\r\n--b--\r\n".getBytes();
        var body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), zeros(megabytes), new ByteArrayInputStream(tail)))));
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + "/api/probe/file"))
                .headers(ADMIN)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(
                        announced
                                ? BodyPublishers.fromPublisher(
                                        body, head.length + (long) megabytes * MEGABYTE + tail.length)
                                : body)
                .build());
    }

    private static InputStream zeros(int megabytes) {
        byte[] megabyte = new byte[MEGABYTE];
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(megabytes, megabyte).stream()
                .map(ByteArrayInputStream::new)
                .toList()));
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
