package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names in the answers of the engine's API, which Tasklist and Cockpit show. */
@ShangdaTest
class SpokenAnswersTest {

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @AfterEach
    void over() {
        cases.endAll();
    }

    @Test
    void lists_and_their_descriptions_are_in_the_readers_language_alone() {
        JsonNode english = list("en", "In my hands");
        assertThat(english.path("properties").path("description").asText())
                .isEqualTo("Yours to handle: assigned to you, or received by you");
        assertThat(english.path("properties")
                        .path("variables")
                        .path(0)
                        .path("label")
                        .asText())
                .isEqualTo("Number");
        assertThat(list("zh-CN", "我的在办").path("properties").path("description").asText())
                .isEqualTo("由您办理的事项：直接分派给您的，和您已签收的");
    }

    @Test
    void a_task_is_called_as_at_the_desk_also_within_a_list() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String id = list("en", "In my hands").path("id").asText();
        String inList = "/filter/" + id + "/list?maxResults=15";

        assertThat(ask(SECRETARY, "en", inList).at("/_embedded/task/0/name").asText())
                .isEqualTo("Handle: Party branch " + number);
        assertThat(ask(SECRETARY, "zh-CN", inList).at("/_embedded/task/0/name").asText())
                .isEqualTo("党支部办理 " + number);
        JsonNode task = ask(SECRETARY, "en", inList).at("/_embedded/task/0");
        JsonNode opened = ask(SECRETARY, "en", "/task/" + task.path("id").asText());
        assertThat(opened.path("name").asText()).isEqualTo("Handle: Party branch " + number);
        assertThat(opened.at("/_embedded/processDefinition/0/name").asText()).isEqualTo("Handling at a level");
    }

    @Test
    void processes_are_called_as_their_diagrams_and_tables_as_their_sentences_say() {
        assertThat(names("en", "/process-definition?latestVersion=true&startableInTasklist=true"))
                .contains("Raise a problem, difficulty or suggestion", "Arrange an event talk");
        assertThat(names("zh-CN", "/process-definition?latestVersion=true&startableInTasklist=true"))
                .contains("反映问题、困难或建议", "安排事件谈话");
        assertThat(names("en", "/decision-definition?latestVersion=true")).contains("How long a level has");
        assertThat(names("zh-CN", "/decision-definition?latestVersion=true")).contains("各层级的办理期限");
    }

    private JsonNode list(String language, String name) {
        return StreamSupport.stream(
                        ask(SECRETARY, language, "/filter?maxResults=100").spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no list " + name));
    }

    private List<String> names(String language, String path) {
        return ask("admin", language, path).findValuesAsText("name");
    }

    private JsonNode ask(String person, String language, String path) {
        var answer = new Http(port)
                .get(
                        "/engine-rest" + path,
                        "Authorization",
                        Http.basic(person, "demo"),
                        "Accept-Language",
                        language,
                        "Accept",
                        "application/hal+json, application/json; q=0.5");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
