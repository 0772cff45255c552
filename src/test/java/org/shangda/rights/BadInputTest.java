package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.rights.OverHttp.Answer;

/** What is wrong is refused with a sentence that says what to do, and leaves no trace. */
@ShangdaTest
class BadInputTest extends BadlyAsked {

    // --- the API -----------------------------------------------------------------------------------------------------

    static Stream<Arguments> wrong_concerns() {
        List<Arguments> wrong = new ArrayList<>(wrongFields()
                .map(field -> Arguments.of(
                        field.get()[0],
                        400,
                        OverHttp.json(with((String) field.get()[0], field.get()[1])),
                        new String[] {"Idempotency-Key", "wrong"}))
                .toList());
        String good = OverHttp.json(Cases.concern());
        String[] key = {"Idempotency-Key", "wrong"};
        for (String json : List.of(
                "",
                " ",
                "null",
                "{}",
                "[]",
                "[" + good + "]",
                "\"text\"",
                "17",
                good.substring(0, good.length() - 1),
                good + "}{",
                good.replace("\"problem\"", "{}"),
                good.replace("\"problem\"", "[\"problem\"]"),
                good.replace("\"type\"", "\"typo\""),
                good.replace("\"type\"", "\"standaside\":\"保卫处\",\"type\""),
                good.replace("教师公寓漏水", "\\u00"))) {
            wrong.add(Arguments.of("body " + json.substring(0, Math.min(40, json.length())), 400, json, key));
        }
        wrong.add(Arguments.of("no key", 400, good, new String[0]));
        wrong.add(Arguments.of("empty key", 400, good, new String[] {"Idempotency-Key", " "}));
        wrong.add(Arguments.of("long key", 400, good, new String[] {"Idempotency-Key", "k".repeat(101)}));
        wrong.add(Arguments.of(
                "other format", 415, good, new String[] {"Idempotency-Key", "wrong", "Content-Type", "text/plain"}));
        wrong.add(Arguments.of("a form", 415, "title=a", new String[] {
            "Idempotency-Key", "wrong", "Content-Type", "application/x-www-form-urlencoded"
        }));
        wrong.add(Arguments.of("a form with a name of no letters", 400, "a%01b=1", new String[] {
            "Idempotency-Key", "wrong", "Content-Type", "application/x-www-form-urlencoded"
        }));
        wrong.add(Arguments.of("deep", 400, "{\"a\":".repeat(2_000), key));
        wrong.add(Arguments.of("huge", 413, "{\"title\":\"" + "a".repeat(7_000_000) + "\"}", key));
        return wrong.stream();
    }

    /** Fields of a concern, each with a value that it cannot have. */
    private static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("type", null),
                Arguments.of("type", ""),
                Arguments.of("type", "accusation"),
                Arguments.of("category", null),
                Arguments.of("category", "weather"),
                Arguments.of("title", null),
                Arguments.of("title", "  \n "),
                Arguments.of("title", "题".repeat(101)),
                Arguments.of("title", "a\u0000b"),
                Arguments.of("title", "a\u001bb"),
                Arguments.of("description", null),
                Arguments.of("description", "字".repeat(20_001)),
                Arguments.of("description", "a\u0000b"),
                Arguments.of("description", "🏠".repeat(20_001)),
                Arguments.of("travel", null),
                Arguments.of("travel", "everywhere"),
                Arguments.of("standAside", "没有这个单位"),
                Arguments.of("standAside", "nobody1,nobody2"),
                Arguments.of("standAside", "\u0000"),
                Arguments.of("standAside", "人".repeat(501)),
                Arguments.of("colleague", "查无此人"),
                Arguments.of("colleague", SECRETARY),
                Arguments.of("consentOn", "yesterday"),
                Arguments.of("consentOn", "2026-02-30"),
                Arguments.of("unknown", "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong_concerns(String what, int status, String json, String[] headers) {
        var before = rows();
        Answer answer = http.post(COLLEAGUE, "/api/concerns", json, headers);
        assertProblem(answer, status);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void at_most_ten_stand_aside() {
        Map<String, Object> form = Cases.concern();
        form.put("standAside", "rsc,hqc,cwc,bwc,jwc,kyy,dxb,liumin,yangfan,wulei,tangjing");

        assertThat(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form))
                        .body())
                .contains("要求回避的人和单位合计不超过十个，请减少后再提交。");
        form.put("standAside", "rsc,hqc,cwc,bwc,jwc,kyy,dxb,liumin,yangfan,wulei");
        assertThat(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_nested_too_deeply_is_not_called_too_large() {
        Answer answer = http.post(COLLEAGUE, "/api/concerns", "{\"a\":".repeat(2_000), "Idempotency-Key", "deep");

        assertThat(answer.body()).contains("内容嵌套过深").doesNotContain("MB");
    }

    @Test
    void halves_of_characters_and_bytes_that_are_no_text_are_refused() {
        var before = rows();
        String good = OverHttp.json(Cases.concern());
        assertProblem(
                http.post(COLLEAGUE, "/api/concerns", good.replace("教师公寓漏水", "\\ud83c"), "Idempotency-Key", "half"),
                400);
        assertProblem(
                http.send(request(
                                "/api/concerns",
                                COLLEAGUE,
                                BodyPublishers.ofByteArray(good.getBytes(Charset.forName("GB18030"))))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "gb")
                        .build()),
                400);
        assertRefused(
                http.post(
                        COLLEAGUE,
                        OverHttp.RAISE,
                        OverHttp.variables(Cases.concern()).replace("教师公寓漏水", "\\ud83c")),
                400);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "0000-01-01", "2025-03-01", "2026-03-03", "+999999999-12-31"})
    void consent_is_of_the_last_year(String day) {
        Map<String, Object> form = Cases.concern();
        form.putAll(Map.of("colleague", COLLEAGUE, "consentOn", day, "consentWay", "in-person"));
        var before = rows();
        assertProblem(http.post(MEMBER, "/api/concerns", form, "Idempotency-Key", day), 400);
        assertRefused(http.post(MEMBER, OverHttp.RAISE, OverHttp.variables(form)), 400);
        assertThat(rows()).isEqualTo(before);
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFields")
    void a_wrong_field_on_the_start_form_is_answered_with_a_sentence(String field, Object value) {
        var before = rows();
        assertRefused(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(with(field, value))), 400);
        assertThat(rows()).isEqualTo(before);
    }

    static Stream<Arguments> wrong_forms() {
        return Stream.of(
                Arguments.of("UserTask_Handle", Map.of("exit", "fly", "words", "a")),
                Arguments.of("UserTask_Handle", Map.of("exit", "answer")),
                Arguments.of("UserTask_Handle", Map.of("exit", "pass-up", "words", "a")),
                Arguments.of("UserTask_Handle", Map.of("exit", "pass-up", "tried", "a", "words", "a", "unit", "mars")),
                Arguments.of("UserTask_Handle", Map.of("exit", "pass-up", "tried", "a", "words", "a", "unit", "jsj2")),
                Arguments.of(
                        "UserTask_Handle",
                        Map.of("exit", "pass-up", "tried", "a", "words", "a", "unit", "x".repeat(33))),
                Arguments.of(
                        "UserTask_Handle", Map.of("exit", "pass-up", "tried", "a", "words", "a", "unit", Map.of())),
                Arguments.of("UserTask_Handle", Map.of("exit", "pass-up", "tried", "a", "words", "a", "units", "rsc")),
                Arguments.of("UserTask_Handle", Map.of("exit", "explain", "words", "a", "on", "soon")),
                Arguments.of("UserTask_Handle", Map.of("exit", "explain", "words", "a", "on", "2026-03-02")),
                Arguments.of("UserTask_Handle", Map.of("exit", "explain", "words", "a", "on", "2036-03-02")),
                Arguments.of("UserTask_Handle", Map.of("exit", "explain", "words", "a", "on", "+999999999-12-31")),
                Arguments.of("UserTask_Handle", Map.of("exit", "other-channel", "words", "a", "channel", "gossip")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "fly")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "paper")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "paper", "words", " ")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "travel")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "travel", "travel", "named")),
                Arguments.of("UserTask_MyConcern", Map.of("action", "travel", "travel", "everywhere")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void wrong_forms(String key, Map<String, Object> form) {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        var before = rows();
        String person = key.equals("UserTask_Handle") ? SECRETARY : COLLEAGUE;
        assertRefused(http.submit(person, cases.task(number, key).getId(), form), 400);
        assertThat(rows()).isEqualTo(before);
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void bodies_that_are_no_form_are_refused() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String submit =
                "/engine-rest/task/" + cases.task(number, "UserTask_Handle").getId() + "/submit-form";
        var before = rows();
        for (String address :
                List.of(submit, OverHttp.RAISE, submit.replace("/engine-rest", "/engine-rest/engine/default"))) {
            for (String body : List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "{}",
                    "{\"variables\":null}",
                    "{\"variables\":[]}",
                    "{\"variables\":{\"exit\":null}}",
                    "{\"variables\":{\"exit\":{}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"answer\",\"type\":\"Object\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"answer\",\"type\":\"Nonsense\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"{\",\"type\":\"Json\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"<\",\"type\":\"Xml\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"x\",\"type\":\"Date\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"x\",\"type\":\"Bytes\"}}}",
                    "{\"variables\":{\"exit\":{\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\",\"type\":\"Object\","
                            + "\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":"
                            + "\"application/x-java-serialized-object\"}}}}")) {
                Answer answer = http.post(SECRETARY, address, body);
                assertThat(answer.status())
                        .as("%s %s: %s", address, body, answer)
                        .isEqualTo(400);
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    // --- how it is answered ------------------------------------------------------------------------------------------

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> form = new HashMap<>(Cases.concern());
        form.put(field, value);
        return form;
    }
}
