package org.shangda.browser;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Modeler;
import org.shangda.programme.Outcome;

/** What an administrator opens in Modeler is what is shipped, and what is saved there unchanged differs in nothing. */
@Tag("browser")
class EditorsTest {

    private static final String LEVEL = "org.shangda.level";

    private static Browser browser;
    private static Editor editor;

    @BeforeAll
    static void modeler_is_started() {
        browser = new Browser(0);
        editor = new Editor(browser);
    }

    @AfterAll
    static void modeler_is_left() {
        browser.close();
    }

    static Stream<String> drawn() {
        return Stream.of(new File("bpmn").list()).sorted();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void a_file_that_is_opened_and_saved_is_the_same_to_the_byte(String file) {
        String shipped = Modeler.shipped(file);

        assertThat(editor.open(file, shipped)).isEmpty();
        assertThat(editor.save()).isEqualTo(shipped);
    }

    @Test
    void a_table_is_opened_as_a_table() {
        editor.open("level-deadlines.dmn", Modeler.shipped("level-deadlines.dmn"));
        browser.awaitText("几个工作日内办结");
        browser.picture("modeler-table");
    }

    @Test
    void the_template_of_a_level_makes_what_the_shipped_levels_are() {
        String file = "concern-escalation.bpmn";
        String shipped = Modeler.shipped(file);
        Set<String> levels = levels(shipped);
        assertThat(levels).hasSize(7);

        for (String level : levels) {
            assertThat(editor.open(file, shipped)).isEmpty();
            editor.follow(LEVEL, level);
            editor.select(level);
            String code = code(shipped, level);
            editor.type("层级代码", code);

            assertThat(call(editor.save().replaceAll(" camunda:modelerTemplate(Version)?=\"[^\"]*\"", ""), level))
                    .containsExactlyInAnyOrderElementsOf(call(shipped, level));
        }
    }

    @Test
    void the_template_of_an_outcome_offers_every_outcome_with_which_a_level_is_left() throws IOException {
        String template = Files.readString(Path.of(".camunda/element-templates/outcome.json"));
        Set<String> offered = Pattern.compile("\\$\\{outcome == '([a-z-]+)'}\" }")
                .matcher(template)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(toSet());

        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Outcome.values())
                        .filter(Outcome::isOfAnExit)
                        .filter(outcome -> outcome.endsTheVisit() && !outcome.isHandedOn())
                        .map(Outcome::code)
                        .toList());
    }

    /** Where a level is reached for the first time and its outcome decides the way; the college at a hazard decides nothing. */
    private static Set<String> levels(String diagram) {
        return model(diagram).getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getCalledElement().equals("level-handling"))
                .filter(call -> mapped(call, "stage").equals(List.of("first")))
                .filter(call -> !call.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaOut.class)
                        .list()
                        .isEmpty())
                .map(CallActivity::getId)
                .collect(toSet());
    }

    /** Its lines in the file; the order of mappings says nothing. */
    private static List<String> call(String diagram, String level) {
        return Pattern.compile("<bpmn:callActivity id=\"" + level + "\".*?</bpmn:callActivity>", Pattern.DOTALL)
                .matcher(diagram)
                .results()
                .flatMap(found -> found.group().lines())
                .toList();
    }

    private static String code(String diagram, String level) {
        return mapped(model(diagram).getModelElementById(level), "level").get(0);
    }

    private static List<String> mapped(CallActivity call, String variable) {
        return call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                .filter(in -> variable.equals(in.getCamundaTarget()))
                .map(CamundaIn::getCamundaSourceExpression)
                .toList();
    }

    private static BpmnModelInstance model(String diagram) {
        return Bpmn.readModelFromStream(
                new java.io.ByteArrayInputStream(diagram.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
