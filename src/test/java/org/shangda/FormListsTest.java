package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.words.Choice;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.springframework.beans.factory.annotation.Autowired;

/** Every list that a form asks for is there when somebody opens it, in any form that there is or will be. */
@ShangdaTest
@Tag("h2")
class FormListsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What somebody has of their own, which may be nothing. */
    private static final Set<String> OWN = Set.of("unusedFiles");

    @Autowired
    ProcessEngine engine;

    @Autowired
    Courses courses;

    @Autowired
    Cases cases;

    @Test
    void a_start_form_comes_with_every_list_that_it_asks_for() {
        assertThat(courses.all().stream().map(Course::startForm).flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(form -> {
                    Set<String> asked = valuesKeys(new File("forms/" + form.id() + ".form"));
                    Map<String, Object> shown = cases.as(Cases.SECRETARY, () -> form.show(Cases.SECRETARY));
                    assertThat(shown.keySet()).as(form.id()).containsAll(asked);
                    asked.forEach(key -> assertThat((List<?>) shown.get(key))
                            .as(form.id() + "." + key)
                            .matches(list -> !list.isEmpty() || OWN.contains(key))
                            .allMatch(Choice.class::isInstance));
                });
    }

    @Test
    void a_start_form_is_served_with_its_lists_written_into_it() throws IOException {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("concern-collection")
                .latestVersion()
                .singleResult()
                .getId();
        InputStream served =
                cases.as(Cases.SECRETARY, () -> engine.getFormService().getDeployedStartForm(definition));
        JsonNode form = JSON.readTree(served);
        assertThat(form.findValues("valuesKey")).isEmpty();
        assertThat(form.findValues("label")).extracting(JsonNode::asText).contains("住房与后勤", "实名办理", "意见箱");
    }

    @Test
    void a_start_form_does_not_show_a_list_with_nothing_in_it() throws IOException {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("concern-escalation")
                .latestVersion()
                .singleResult()
                .getId();
        InputStream served =
                cases.as(Cases.SECRETARY, () -> engine.getFormService().getDeployedStartForm(definition));
        for (JsonNode component : JSON.readTree(served).get("components")) {
            boolean hidden = component.at("/conditional/hide").asText().equals("=true");
            assertThat(hidden)
                    .as(component.path("key").asText())
                    .isEqualTo(component.path("key").asText().equals("files"));
        }
    }

    @Test
    void a_task_form_finds_its_lists_among_what_it_shows() {
        String number = cases.answeredBy("branch", "problem");
        Task rate = cases.task(number, "UserTask_Rate");
        Map<String, Object> shown = cases.show(Cases.COLLEAGUE, rate);
        assertThat(shown)
                .containsKeys(valuesKeys(new File("forms/rate-answer.form")).toArray(String[]::new));
        assertThat(shown.get("ratings").toString()).contains("基本满意").doesNotContain("未评价");
    }

    private static Set<String> valuesKeys(File form) {
        try {
            Set<String> keys = new TreeSet<>();
            JSON.readTree(form).findValues("valuesKey").forEach(key -> keys.add(key.asText()));
            return keys;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
