package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;

/** The forms of Tasklist over the product's own API: the same gate, the same sentences, in plain JSON. */
@ShangdaTest
class WorkFormsTest extends AskedOverHttp {

    private static final String TITLE = "走廊的灯坏了";
    private static final Map<String, Object> PASS_UP =
            Map.of("exit", "pass-up", "words", "请房管处处理。", "tried", "已联系物业。", "unit", DEPARTMENT);

    // --- drawn -------------------------------------------------------------------------------------------------------

    @Test
    void a_form_comes_with_what_it_shows_in_plain_json_and_names_the_caller() {
        String number = raise();
        JsonNode form = form(SECRETARY, handling(number));

        assertThat(form.path("number").asText()).isEqualTo(number);
        assertThat(form.path("kind").asText()).isEqualTo("党支部办理");
        assertThat(form.path("data").path("heading").asText()).isEqualTo(TITLE);
        assertThat(form.path("data").path("exits").path(0).path("label").isTextual())
                .isTrue();
        assertThat(form.path("data").path("way").path(0).path("what").isTextual())
                .isTrue();
        assertThat(shownTo(form)).isEqualTo("=\"" + SECRETARY + "\"");
    }

    @Test
    void a_form_to_start_with_has_its_lists_filled_in() {
        Answer form = http.get(COLLEAGUE, "/api/work/start/concern-escalation");

        assertThat(form.status()).as(form.body()).isEqualTo(200);
        assertThat(form.json().path("process").asText()).isEqualTo("concern-escalation");
        assertThat(form.body()).contains("\"housing\"");
        assertThat(shownTo(form.json())).isEqualTo("=\"" + COLLEAGUE + "\"");
    }

    @Test
    void what_nobody_starts_and_what_does_not_exist_are_not_found() {
        for (String process : List.of("level-handling", "no-such-process", "%F0%9F%8F%A0")) {
            String address = "/api/work/start/" + process;
            // That people never start it is no secret: its diagram is everybody's.
            assertThat(http.get(SECRETARY, address).status()).as(process).isEqualTo(404);
            assertThat(http.post(SECRETARY, address, Map.of()).status())
                    .as(process)
                    .isEqualTo(404);
        }
    }

    // --- sent --------------------------------------------------------------------------------------------------------

    @Test
    void who_sends_one_is_told_what_has_become_of_it() {
        String number = raise();
        assertThat(sent(SECRETARY, handling(number), Map.of("exit", "pass-up", "words", "请学院处理。", "tried", "已问过。")))
                .isEqualTo("已上报（" + number + "）。");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(sent(COLLEGE_CLERK, handling(number), PASS_UP)).isEqualTo("已提交，待负责人审签（" + number + "）。");
        assertThat(sent(
                        COLLEGE_HEAD,
                        cases.task(number, "UserTask_Sign").getId(),
                        Map.of("decision", "approve", "words", "同意。")))
                .isEqualTo("已上报（" + number + "）。");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNull();
    }

    @Test
    void whoever_has_more_to_do_in_the_same_case_is_led_there() {
        String number = cases.answeredBy("branch", "problem");
        String rate = cases.task(number, "UserTask_Rate").getId();
        String follow = cases.task(number, "UserTask_MyConcern").getId();

        JsonNode sent = send(COLLEAGUE, follow, Map.of("action", "paper", "words", "是二楼。"))
                .json();
        assertThat(sent.path("next").asText()).isEqualTo(rate);
        JsonNode rated = send(COLLEAGUE, rate, Map.of("rating", "satisfied")).json();
        assertThat(rated.path("sentence").asText()).isEqualTo("已评价，事项结案（" + number + "）。");
        assertThat(rated.path("next").isNull()).isTrue();
    }

    @Test
    void what_is_refused_is_said_in_one_sentence_and_changes_nothing() {
        String number = raise();
        List<String> before = cases.steps(number);
        refused(send(SECRETARY, handling(number), Map.of("exit", "answer")), 400);
        refused(send(SECRETARY, handling(number), Map.of("exit", "answer", "words", List.of(7))), 400);
        refused(send(SECRETARY, handling(number), Map.of("exit", "answer", "words", "好。", "admin", true)), 400);
        refused(http.post(SECRETARY, "/api/work/" + handling(number), "[]"), 400);
        refused(http.post(SECRETARY, "/api/work/" + handling(number), "null"), 400);
        assertThat(cases.steps(number)).isEqualTo(before);
    }

    @Test
    void a_second_click_is_told_that_it_is_done_and_does_nothing() {
        String number = raise();
        String task = handling(number);
        Map<String, Object> answer = Map.of("exit", "answer", "words", "已修好。");
        assertThat(send(SECRETARY, task, answer).status()).isEqualTo(200);
        List<String> steps = cases.steps(number);
        refused(send(SECRETARY, task, answer), 409);
        assertThat(cases.steps(number)).isEqualTo(steps);

        Map<String, Object> concern = Cases.concern();
        int before = cases.concerns();
        Answer raised = http.post(COLLEAGUE, "/api/work/start/concern-escalation", concern);
        assertThat(raised.status()).as(raised.body()).isEqualTo(201);
        assertThat(raised.json().path("sentence").asText())
                .isEqualTo("已提交（" + raised.json().path("number").asText() + "）。");
        refused(http.post(COLLEAGUE, "/api/work/start/concern-escalation", concern), 409);
        assertThat(cases.concerns()).isEqualTo(before + 1);
    }

    @Test
    void what_is_to_be_received_is_received_before_it_is_sent() {
        String number = raise();
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, DEPARTMENT);
        assertThat(form(DEPARTMENT_CLERK, handling(number)).path("number").asText())
                .isEqualTo(number);
        refused(send(DEPARTMENT_CLERK, handling(number), Map.of("exit", "answer", "words", "好。")), 409);
    }

    // --- in a session ------------------------------------------------------------------------------------------------

    /** Both guards: the request names for whom its page was shown, and the form for whom it was drawn. */
    @Test
    void in_a_session_a_form_is_sent_only_as_whom_it_was_drawn_for() {
        String number = raise();
        String task = handling(number);
        Http browser = new Http(port);
        browser.logInAt("tasklist", SECRETARY, "demo");
        browser.get("/api/work");
        Map<String, Object> answer = new HashMap<>(Map.of("exit", "answer", "words", "已修好。"));

        assertThat(inSession(browser, task, answer).body()).contains("看不出这一页是给谁打开的");
        answer.put("shownTo", COLLEAGUE);
        assertThat(inSession(browser, task, answer).body()).contains("您已在另一页面以其他身份登录");
        answer.put("shownTo", SECRETARY);
        assertThat(inSession(browser, task, answer).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> inSession(Http browser, String task, Map<String, Object> data) {
        try {
            return browser.post(
                    "/api/work/" + task,
                    new ObjectMapper().writeValueAsString(data),
                    "X-XSRF-TOKEN",
                    String.valueOf(browser.cookie("API-XSRF-TOKEN")),
                    "Shown-To",
                    SECRETARY,
                    "Accept-Language",
                    "zh-CN");
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private String raise() {
        return cases.raise(COLLEAGUE, Cases.concernWith("title", TITLE));
    }

    private String handling(String number) {
        return cases.task(number, "UserTask_Handle").getId();
    }

    private JsonNode form(String person, String task) {
        Answer form = http.get(person, "/api/work/" + task + "/form");
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        return form.json();
    }

    private static String shownTo(JsonNode form) {
        JsonNode fields = form.path("schema").path("components");
        return fields.path(fields.size() - 1).path("expression").asText();
    }

    private Answer send(String person, String task, Map<String, Object> data) {
        return http.post(person, "/api/work/" + task, data);
    }

    private String sent(String person, String task, Map<String, Object> data) {
        Answer answer = send(person, task, data);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("sentence").asText();
    }

    private static void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
}
