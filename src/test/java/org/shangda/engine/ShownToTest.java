package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One browser has one session: a form that was shown to one person is not sent as another who has logged in since. */
@ShangdaTest
class ShownToTest {

    private static final String SESSION = "/camunda/api/engine/engine/default";
    private static final String RAISE = "/process-definition/key/concern-escalation";
    private static final String SOMEBODY_ELSE = "您已在另一页面以其他身份登录，请重新登录后再提交。";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private Http http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new Http(port);
    }

    @Test
    void every_start_form_says_to_whom_it_is_shown_and_draws_nothing_for_it() throws Exception {
        http.logInAt("tasklist", COLLEAGUE, "demo");
        int forms = 0;
        for (ProcessDefinition process : engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .list()) {
            HttpResponse<String> form =
                    http.get(SESSION + "/process-definition/" + process.getId() + "/deployed-start-form");
            if (form.statusCode() == 200) {
                marked(form.body(), COLLEAGUE);
                forms++;
            }
        }
        assertThat(forms).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_start_form_is_sent_as_the_person_to_whom_it_was_shown() throws Exception {
        http.logInAt("tasklist", COLLEAGUE, "demo");
        http.logInAt("tasklist", SECRETARY, "demo");
        int before = cases.concerns();
        refused(send(RAISE, Cases.concern(), COLLEAGUE), SOMEBODY_ELSE);
        refused(send(RAISE, Cases.concern(), null), "看不出这一页是给谁打开的，请重新打开后再提交。");
        refused(send(RAISE, Cases.concern(), ""), SOMEBODY_ELSE);
        assertThat(cases.concerns()).isEqualTo(before);
        assertThat(send(RAISE, Cases.concern(), SECRETARY).statusCode()).isEqualTo(200);
        assertThat(cases.concerns()).isEqualTo(before + 1);
    }

    @Test
    void whoever_sends_another_persons_task_is_told_of_the_other_login_and_not_that_there_is_no_task()
            throws Exception {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_MyConcern");
        String address = "/task/" + task.getId();
        Map<String, Object> words = Map.of("action", "paper", "words", "周末也打不开。");
        http.logInAt("tasklist", COLLEAGUE, "demo");
        marked(http.get(SESSION + address + "/deployed-form").body(), COLLEAGUE);

        http.logInAt("tasklist", SECRETARY, "demo");
        refused(send(address, words, COLLEAGUE), SOMEBODY_ELSE);
        assertThat(send(address, words, SECRETARY).statusCode()).isEqualTo(404);
        http.logInAt("tasklist", COLLEAGUE, "demo");
        assertThat(send(address, words, COLLEAGUE).statusCode()).isBetween(200, 204);
        assertThat(cases.steps(number)).contains("PAPER");
    }

    @Test
    void a_program_brings_its_login_with_every_request_and_need_not_say_it_twice() throws Exception {
        String[] login = Http.as(COLLEAGUE, "demo");
        String address = "/engine-rest" + RAISE + "/submit-form";
        assertThat(http.post(address, body(Cases.concern(), null), login).statusCode())
                .isEqualTo(200);
        refused(http.post(address, body(Cases.concern(), SECRETARY), login), SOMEBODY_ELSE);
    }

    private static void marked(String form, String person) throws Exception {
        JsonNode fields = JSON.readTree(form).path("components");
        assertThat(fields.get(fields.size() - 1))
                .isEqualTo(JSON.readTree("{\"type\":\"expression\",\"id\":\"Field_shownTo\",\"key\":\"shownTo\","
                        + "\"computeOn\":\"presubmit\",\"expression\":\"=\\\"" + person + "\\\"\"}"));
    }

    private HttpResponse<String> send(String of, Map<String, Object> form, String shownTo) throws Exception {
        return http.post(SESSION + of + "/submit-form", body(form, shownTo), "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN"));
    }

    private static String body(Map<String, Object> form, String shownTo) throws Exception {
        Map<String, Object> fields = new HashMap<>(form);
        if (shownTo != null) {
            fields.put("shownTo", shownTo);
        }
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        fields.forEach((key, value) -> variables.putObject(key).set("value", JSON.valueToTree(value)));
        return JSON.writeValueAsString(body);
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(sentence);
    }
}
