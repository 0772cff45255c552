package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.tables.OddFiles;
import org.shangda.tables.OddFiles.OddFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is wrong is refused with a sentence that says what to do, and leaves no trace. */
@ShangdaTest
class BadInputTest {

    private static final String LONGEST = "🏠".repeat(20_000);

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    private OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

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

    // --- kept as typed -----------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emoji 👩🏽‍🔬🏠",
                "<script>alert(1)</script><b>&amp;",
                "${1+1} #{1+1} ${execution.id} {{x}} {0} '{0}'",
                "100%_' \" \\ -- ; drop table concern",
                "a\r\nb\tc",
                "العربية עברית ‮abc",
                "𠮷野家 㐀 ﷽"
            })
    void what_is_typed_is_kept_and_shown_as_typed(String typed) {
        Map<String, Object> form = Cases.concern();
        form.put("title", typed);
        form.put("description", typed);
        String number = number(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form)));
        assertShown(number, typed, typed);
        form.put("travel", "nameless-above-branch");
        JsonNode raised = http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "typed" + typed.hashCode())
                .json();
        assertShown(raised.get("number").asText(), typed, typed);

        assertThat(http.submit(
                                SECRETARY,
                                cases.task(number, "UserTask_Handle").getId(),
                                Map.of("exit", "answer", "words", typed))
                        .status())
                .isEqualTo(204);
        assertThat(http.get(COLLEAGUE, "/api/concerns/" + number)
                        .json()
                        .get("answer")
                        .asText())
                .isEqualTo(typed);
    }

    @Test
    void the_longest_text_is_as_long_as_a_person_counts() {
        Map<String, Object> form = Cases.concern();
        form.put("title", "🏠".repeat(100));
        form.put("description", LONGEST);
        assertShown(number(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form))), "🏠".repeat(100), LONGEST);
    }

    private void assertShown(String number, String title, String description) {
        JsonNode page = http.get(COLLEAGUE, "/api/concerns/" + number).json();
        assertThat(page.get("title").asText()).isEqualTo(title);
        assertThat(page.get("description").asText()).isEqualTo(description);
        JsonNode form = http.get(
                        SECRETARY,
                        "/engine-rest/task/"
                                + cases.task(number, "UserTask_Handle").getId() + "/form-variables")
                .json();
        assertThat(form.get("heading").get("value").asText()).isEqualTo(title);
        assertThat(form.get("story").get("value").asText()).isEqualTo(description);
    }

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void one_key_does_not_stand_for_two_concerns() {
        Answer first = http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", "two");
        assertThat(first.status()).isEqualTo(201);
        var before = rows();

        Answer second = http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", "two");

        assertProblem(second, 409);
        assertThat(second.body()).contains("该幂等键已用于另一份内容");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_second_click_on_the_start_form_raises_no_second_concern() {
        String form = OverHttp.variables(Cases.concern());
        String number = number(http.post(COLLEAGUE, OverHttp.RAISE, form));
        var before = rows();

        Answer second = http.post(COLLEAGUE, OverHttp.RAISE, form);

        assertRefused(second, 409);
        assertThat(second.body()).contains(number);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void ten_clicks_on_the_start_form_at_once_raise_one_concern() {
        String form = OverHttp.variables(Cases.concern());
        long before = concerns();

        List<Answer> answers = atOnce(10, () -> http.post(COLLEAGUE, OverHttp.RAISE, form));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(concerns()).isEqualTo(before + 1);
    }

    @Test
    void the_same_can_be_raised_again_later() {
        TestTime.set(TestTime.MONDAY);
        Map<String, Object> form = Cases.concern();
        String first = cases.raise(COLLEAGUE, form);
        TestTime.set("2026-03-02T10:01:59");
        assertThatThrownBy(() -> cases.raise(COLLEAGUE, form)).hasMessageContaining(first);
        TestTime.set("2026-03-02T10:02:00");

        assertThat(cases.raise(COLLEAGUE, form)).isNotEqualTo(first);
    }

    @Test
    void fifty_posts_at_once_with_one_key_are_one_concern() {
        long before = concerns();
        var rows = rows();
        Map<String, Object> form = Cases.concern();
        List<Answer> answers =
                atOnce(50, () -> http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "fifty"));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        assertThat(concerns()).isEqualTo(before + 1);
        assertThat(rows()).as("a stored concern is seen in the rows").isNotEqualTo(rows);
        assertThat(cases.openTasks(answers.get(0).json().get("number").asText()))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void a_double_click_is_one_handling_and_one_conflict() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String task = cases.task(number, "UserTask_Handle").getId();
        Map<String, Object> form = Map.of("exit", "pass-up", "words", "请协调", "tried", "已联系");
        List<Answer> answers = atOnce(2, () -> http.submit(SECRETARY, task, form));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> assertRefused(answer, 409));
        assertRefused(http.submit(SECRETARY, task, form), 409);
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        assertThat(cases.steps(number)).containsOnlyOnce("EXIT");
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) {
        ExecutorService people = Executors.newFixedThreadPool(times);
        try {
            CyclicBarrier start = new CyclicBarrier(times);
            List<Future<T>> calls = IntStream.range(0, times)
                    .mapToObj(i -> people.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : calls) {
                results.add(one.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            people.shutdown();
        }
    }

    // --- round the forms ---------------------------------------------------------------------------------------------

    @Test
    void somebody_elses_task_is_not_there() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        var before = rows();
        for (String person : List.of(STRANGER, COLLEAGUE, COLLEGE_CLERK)) {
            assertRefused(http.submit(person, task.getId(), Map.of("exit", "answer", "words", "a")), 404);
            assertRefused(http.claim(person, task.getId()), 404);
            assertRefused(http.get(person, "/engine-rest/task/" + task.getId() + "/form-variables"), 404);
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void nothing_goes_round_the_form() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        String t = "/engine-rest/task/" + task.getId();
        String instructions =
                "\"skipCustomListeners\":true,\"skipIoMappings\":true,\"%s\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"}]";
        var before = rows();
        for (String person : List.of(SECRETARY, COLLEAGUE, "admin")) {
            for (String[] request : List.of(
                    new String[] {t + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"answered\"}}}"},
                    new String[] {t + "/bpmnError", "{\"errorCode\":\"x\",\"errorMessage\":\"y\"}"},
                    new String[] {t + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
                    new String[] {t + "/resolve", "{}"},
                    new String[] {
                        "/engine-rest/process-definition/key/concern-escalation/start",
                        "{\"businessKey\":\"x\",\"variables\":{\"type\":{\"value\":\"problem\"}}}"
                    },
                    new String[] {
                        "/engine-rest/process-definition/key/level-handling/start",
                        "{" + instructions.formatted("startInstructions") + "}"
                    },
                    new String[] {
                        "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/modification",
                        "{" + instructions.formatted("instructions") + "}"
                    },
                    new String[] {
                        "/engine-rest/modification/execute",
                        "{\"processDefinitionId\":\"" + task.getProcessDefinitionId() + "\",\"processInstanceIds\":[\""
                                + task.getProcessInstanceId() + "\"]," + instructions.formatted("instructions") + "}"
                    })) {
                assertRefused(http.post(person, request[0], request[1]), 409);
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    // --- files -------------------------------------------------------------------------------------------------------

    private static final String UNITS = "单位代码,单位名称,单位类型,上级单位代码,校区,办公电话,值班电话\n";
    private static final String UNIVERSITY = "dhdx,东海大学(演示),学校,,zijingang,,\n";
    private static final String PEOPLE = "工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,任职日期,免职日期,电子邮箱,联系电话\n";

    static Stream<Arguments> wrong_rosters() throws IOException {
        return Stream.of(
                Arguments.of(
                        "duplicate people",
                        "people",
                        "p.csv",
                        (PEOPLE + "x1,甲,jsj1,是,,,,,,\nx1,乙,jsj1,是,,,,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "unknown branch",
                        "people",
                        "p.csv",
                        (PEOPLE + "x1,甲,mars,是,,,,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "unknown parent",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,某学院党委,院级党组织,mars,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "cycle",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,甲党委,院级党组织,y,,,\ny,乙党委,院级党组织,x,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("broken encoding", "units", "u.csv", bytes(UNITS + UNIVERSITY, 0xff, 0xfe, 0x81)),
                Arguments.of(
                        "NUL",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,某\u0000学院党委,院级党组织,dhdx,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "formula",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,=1+1,院级党组织,dhdx,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("formula", "workbook", "w.xlsx", formula()),
                Arguments.of("no workbook", "workbook", "w.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("empty", "people", "p.csv", new byte[0]),
                Arguments.of("no headings", "people", "p.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("picture", "units", "u.png", bytes("\u0089PNG", 0, 1, 2, 3)),
                Arguments.of("odd name", "units", "../../u.csv", new byte[] {1, 2, 3}));
    }

    private static byte[] bytes(String text, int... more) {
        byte[] start = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[start.length + i] = (byte) more[i];
        }
        return all;
    }

    private static byte[] formula() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("单位");
            String[] headings = UNITS.strip().split(",");
            var heading = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < headings.length; i++) {
                heading.createCell(i).setCellValue(headings[i]);
                row.createCell(i).setCellFormula("1+1");
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource
    void wrong_rosters(String what, String part, String name, byte[] file) {
        var before = rows();
        assertProblem(upload("/api/roster", part, name, file), 400);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/calendar/notices", "/api/calendar/vacations"})
    void a_calendar_that_is_none_is_refused(String address) {
        var before = rows();
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {0, 1, 2, 3},
                "garbage".getBytes(StandardCharsets.UTF_8),
                bytes("日期,类型\n", 0xff, 0xfe),
                "date,kind\n2026-02-30,x\n".getBytes(StandardCharsets.UTF_8),
                "\u0000,\u0000\n".getBytes(StandardCharsets.UTF_8),
                "\"".getBytes(StandardCharsets.UTF_8))) {
            assertProblem(upload(address, "file", "n.csv", file), 400);
        }
        assertProblem(upload(address, "other", "n.csv", new byte[] {1}), 400);
        assertProblem(http.post("admin", address, "{}"), 415);
        assertThat(rows()).isEqualTo(before);
    }

    /** What the reader makes of each of them, OddFilesTest says; here, that it comes as an answer, and never as a failure. */
    @ParameterizedTest
    @CsvSource({
        "/api/roster,people",
        "/api/roster,workbook",
        "/api/pairings/import?college=jsj,file",
        "/api/calendar/notices,file",
        "/api/calendar/terms,file"
    })
    @ExtendWith(OutputCaptureExtension.class)
    void no_odd_file_makes_an_upload_fail_and_nothing_of_it_is_logged(
            String address, String part, CapturedOutput output) {
        var before = rows();
        for (OddFile file : OddFiles.all()) {
            String expected = file.expected().get(0);
            if (expected.startsWith("file.")
                    || expected.equals("cell.broken")
                    || file.name().startsWith("broken link")) {
                Answer answer = upload(address, part, "odd", file.content());
                assertThat(answer.status()).as(file.name()).isEqualTo(400);
                assertProblem(answer, 400);
            }
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("mailto", "secret name", "org.apache.poi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/roster", "/api/calendar/notices", "/api/calendar/vacations"})
    void a_file_of_a_hundred_megabytes_is_too_large(String address) {
        var before = rows();
        long size = 100L * 1024 * 1024;
        BodyPublisher zeros = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size);
        assertProblem(
                http.send(request(address, "admin", zeros)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .build()),
                413);
        assertThat(rows()).isEqualTo(before);
    }

    private static class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }

    private Answer upload(String address, String part, String name, byte[] file) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        return http.send(request(address, "admin", BodyPublishers.ofByteArrays(List.of(head, file, foot)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .build());
    }

    private HttpRequest.Builder request(String address, String person, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Authorization", Http.basic(person, OverHttp.PASSWORD))
                .POST(body);
    }

    // --- how it is answered ------------------------------------------------------------------------------------------

    /** RFC 9457, in both languages. */
    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).containsPattern("\\p{IsHan}");
        assertThat(problem.get("detailZh").asText()).containsPattern("\\p{IsHan}");
        assertThat(problem.get("detailEn").asText()).isNotBlank().matches("[^。]*");
        assertThat(problem.get("detail")).isEqualTo(problem.get("detailZh"));
    }

    /** Through the engine's API: the sentence that Tasklist shows. */
    static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().get("message").asText())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Exception");
    }

    private String number(Answer raised) {
        assertThat(raised.status()).as("%s", raised).isEqualTo(200);
        return raised.json().get("businessKey").asText();
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> form = new HashMap<>(Cases.concern());
        form.put(field, value);
        return form;
    }

    private long concerns() {
        return database.queryForObject("select count(*) from concern", Long.class);
    }

    private Map<String, Long> rows() {
        return rows(database);
    }

    /** How many rows there are, table by table. */
    static Map<String, Long> rows(JdbcTemplate database) {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.queryForObject("select count(*) from \"" + table + "\"", Long.class),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
