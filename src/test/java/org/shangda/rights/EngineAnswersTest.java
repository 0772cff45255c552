package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a caller can cause has a status and a sentence, on the engine's API and on the one behind its pages. */
@ShangdaTest
class EngineAnswersTest {

    private static final String NOT_POSSIBLE = "请求不完整，或所指的对象不存在，请检查后重试。";
    private static final String UNREADABLE = "无法读取请求内容";

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    /** Status and sentence, and what is asked; without a body it is a GET. */
    static Stream<Arguments> requests() {
        String start = "/process-definition/key/concern-escalation";
        return Stream.of(
                // Everything that the engine's API once answered as a failure of the server.
                arguments(
                        400,
                        NOT_POSSIBLE,
                        "POST",
                        start + "/submit-form",
                        "{'variables':{'category':{'type':'File'}}}"),
                arguments(400, "内容嵌套过深", "POST", "/task", "{'a':".repeat(1_200) + "1" + "}".repeat(1_200)),
                arguments(400, NOT_POSSIBLE, "GET", "/process-instance/count?superCaseInstance=x", null),
                arguments(400, NOT_POSSIBLE, "GET", "/process-instance/count?subCaseInstance=x", null),
                arguments(400, NOT_POSSIBLE, "GET", "/history/variable-instance/count?caseActivityIdIn=x", null),
                arguments(400, NOT_POSSIBLE, "GET", "/job?maxResults=5&jobId=a&processInstanceIds=b", null),
                arguments(
                        400,
                        NOT_POSSIBLE,
                        "GET",
                        "/history/user-operation?maxResults=5&deploymentId=a&processDefinitionKey=b",
                        null),
                arguments(
                        400,
                        NOT_POSSIBLE,
                        "POST",
                        "/process-instance/count",
                        "{'leafProcessInstances':true,'subProcessInstance':'x'}"),
                arguments(400, NOT_POSSIBLE, "GET", "/authorization/count?userIdIn=a&groupIdIn=b", null),
                arguments(400, NOT_POSSIBLE, "GET", "/process-definition/count?version=0", null),
                arguments(400, NOT_POSSIBLE, "GET", "/history/job-log/count?hostname=%20", null),
                arguments(400, NOT_POSSIBLE, "GET", "/metrics?maxResults=500", null),
                arguments(400, NOT_POSSIBLE, "PUT", "/job/x/retries", "{'retries':-1}"),
                arguments(400, NOT_POSSIBLE, "POST", "/job/retries", "{'retries':1}"),
                arguments(400, NOT_POSSIBLE, "POST", "/job/%20/duedate/recalculate", ""),
                arguments(400, NOT_POSSIBLE, "POST", start + "/start", "{'skipIoMappings':true}"),
                arguments(400, NOT_POSSIBLE, "POST", start + "/start", "{'skipCustomListeners':true}"),
                arguments(400, NOT_POSSIBLE, "OPTIONS", "/group/%7B%7Bx%7D%7D", null),
                arguments(400, NOT_POSSIBLE, "OPTIONS", "/user/%7B%7Bx%7D%7D", null),
                arguments(400, NOT_POSSIBLE, "OPTIONS", "/tenant/%7B%7Bx%7D%7D", null),
                arguments(
                        409,
                        "本系统没有外部任务。",
                        "POST",
                        "/external-task/fetchAndLock",
                        "{'workerId':'x','maxTasks':1,'topics':[]}"),
                // What it always refused, in other words than the engine's.
                arguments(400, UNREADABLE, "POST", "/task", "{"),
                arguments(400, UNREADABLE, "POST", "/task", "{'name':{}}"),
                arguments(409, "请通过办理表单提交。", "POST", start + "/start", "{}"),
                arguments(400, NOT_POSSIBLE, "GET", "/task?maxResults=5&sortBy=nothing&sortOrder=asc", null),
                arguments(400, NOT_POSSIBLE, "GET", "/task?maxResults=x", null),
                arguments(404, "未找到所指的对象", "GET", "/process-definition/nothing", null),
                arguments(404, "没有这个地址。", "GET", "/nothing", null),
                arguments(405, "此地址不支持 PATCH 操作。", "PATCH", "/task", "{}"),
                arguments(404, "未找到所指的对象", "GET", "/user/nobody/profile", null));
    }

    @ParameterizedTest(name = "{2} {3} {4}")
    @MethodSource("requests")
    void what_a_caller_causes_has_a_status_and_a_sentence(
            int status, String sentence, String method, String path, String body) {
        String sent = body == null ? null : body.replace('\'', '"');
        Answer api = new OverHttp(port).send(Cases.COLLEAGUE, method, "/engine-rest" + path, sent);
        Http browser = new Http(port);
        browser.logInAt("tasklist", Cases.COLLEAGUE, OverHttp.PASSWORD);
        var page = browser.send(
                method,
                "/camunda/api/engine/engine/default" + path,
                sent,
                "X-XSRF-TOKEN",
                String.valueOf(browser.cookie("XSRF-TOKEN")));
        assertSaid(status, sentence, api.status(), api.body());
        if (!path.equals("/nothing")) {
            assertSaid(status, sentence, page.statusCode(), page.body());
        }
    }

    private static void assertSaid(int status, String sentence, int answered, String body) {
        assertThat(answered).as(body).isEqualTo(status);
        assertThat(body).contains(sentence).doesNotContain("ENGINE-", "org.camunda", "Exception", "SQL", "java.");
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void a_charset_that_nobody_knows_is_no_failure(String type) {
        for (String address :
                List.of("/engine-rest/task?maxResults=5", "/engine-rest/job/x/retries", "/api/concerns")) {
            for (String body : List.of("", "{}", "{\"title\":\"漏水\"}")) {
                Answer answer = new OverHttp(port).post(Cases.COLLEAGUE, address, body, "Content-Type", type);
                assertThat(answer.status()).as(address + answer.body()).isLessThan(500);
                assertThat(answer.body()).doesNotContain("Exception", "java.");
            }
        }
    }

    static Stream<String> charsets() {
        return Stream.of("application/json; charset=nope", "application/json; charset=%%", "text/csv");
    }

    /** Whoever asks in English is answered in English, and an administrator is told no more than others. */
    @ParameterizedTest
    @MethodSource("people")
    void the_engines_words_reach_nobody(String person) {
        List<String> said = new ArrayList<>();
        for (String path : List.of(
                "/job?maxResults=5&jobId=a&processInstanceIds=b",
                "/task/nothing",
                "/process-definition/count?version=0")) {
            said.add(new OverHttp(port)
                    .send(person, "GET", "/engine-rest" + path, null, "Accept-Language", "en")
                    .body());
        }
        assertThat(said)
                .allSatisfy(body -> assertThat(body)
                        .doesNotContain("ENGINE-", "org.", "Exception", "SQL", "select", "Cannot")
                        .matches("\\{\"type\":\"Refused\",\"message\":\"[A-Z][^\"]+\\.\"}"));
    }

    static Stream<String> people() {
        return Stream.of(Cases.COLLEAGUE, Cases.COLLEGE_CLERK, "yebo", "admin");
    }
}
