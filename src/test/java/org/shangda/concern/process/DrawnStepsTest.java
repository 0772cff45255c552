package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Modeler;
import org.shangda.ShippedDoor;
import org.shangda.engine.door.Finding;

/** A step of the school's own and a reminder, as the templates draw them: what is filled in wrongly is refused at the door. */
class DrawnStepsTest {

    private static final Map<String, String> STEP = Map.of("question", "现场核实了吗？", "who", "named", "unit", "hqc");
    private static final Map<String, String> REMINDER = Map.of("whom", "head", "sentence", "please-watch");

    @Test
    void what_is_filled_in_well_passes() {
        assertThat(refused("level-handling.bpmn", step("核实现场", STEP))).isEmpty();
        assertThat(refused("level-handling.bpmn", reminder(REMINDER))).isEmpty();
        assertThat(refused("level-handling.bpmn", reminder(Map.of()))).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("setting.nameless", step("", STEP)),
                arguments("setting.question", step("核实", with(STEP, "question", " "))),
                arguments("setting.unknown", step("核实", with(STEP, "who", "rector"))),
                arguments("setting.unknown", step("核实", with(STEP, "told", "everybody"))),
                arguments("setting.unknown", step("核实", with(STEP, "answers", "number"))),
                arguments("setting.unit", step("核实", with(STEP, "unit", "nowhere"))),
                arguments("setting.unit", step("核实", with(STEP, "unit", ""))),
                arguments("setting.unknown", reminder(with(REMINDER, "whom", "rector"))),
                arguments("setting.sentence", reminder(with(REMINDER, "sentence", "hurry"))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_would_ask_or_tell_the_wrong_people_is_refused(String reason, String drawn) {
        assertThat(refused("level-handling.bpmn", drawn)).containsExactly(reason);
    }

    @Test
    void a_step_is_asked_only_where_the_case_is_a_concern() {
        String diagram = Modeler.shipped("contact-note.bpmn");

        assertThat(refused("contact-note.bpmn", diagram.replaceFirst("<bpmn:userTask ", step("核实", STEP) + "$0")))
                .contains("setting.elsewhere");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_offers_every_code_that_is_known_and_no_other(String file, Map<String, Set<String>> known)
            throws IOException {
        JsonNode template = new ObjectMapper()
                .readTree(Path.of(".camunda/element-templates", file).toFile())
                .get(0);
        Map<String, Set<String>> offered = new TreeMap<>();
        template.get("properties").forEach(property -> {
            if (property.has("choices")) {
                Set<String> codes = new TreeSet<>();
                property.get("choices")
                        .forEach(choice -> codes.add(choice.get("value").asText()));
                offered.put(property.at("/binding/name").asText(), codes);
            }
        });

        assertThat(offered).isEqualTo(known);
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments("step.json", DrawnStepsAreFilledIn.OF_A_STEP),
                arguments("reminder.json", DrawnStepsAreFilledIn.OF_A_REMINDER));
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new TreeMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    private static String step(String name, Map<String, String> settings) {
        return "<bpmn:userTask id=\"UserTask_Own\" name=\"" + name
                + "\" camunda:modelerTemplate=\"org.shangda.step\" camunda:formRef=\"own-step\""
                + " camunda:formRefBinding=\"latest\">" + properties(settings) + "</bpmn:userTask>";
    }

    private static String reminder(Map<String, String> settings) {
        return "<bpmn:serviceTask id=\"UserTask_Own\" name=\"提醒\" camunda:delegateExpression=\"${remind}\">"
                + properties(settings) + "</bpmn:serviceTask>";
    }

    private static String properties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(one -> "<camunda:property name=\"" + one.getKey() + "\" value=\"" + one.getValue() + "\"/>")
                .collect(Collectors.joining(
                        "",
                        "<bpmn:extensionElements><camunda:properties>",
                        "</camunda:properties></bpmn:extensionElements>"));
    }

    /** Between the decision and 办理; a whole file is taken as it is. */
    private static Set<String> refused(String file, String drawn) {
        String diagram = drawn.startsWith("<?xml")
                ? drawn
                : Modeler.changed(
                        Modeler.shipped(file),
                        "sourceRef=\"Gateway_AwaitsDecision\" targetRef=\"UserTask_Handle\" />",
                        "sourceRef=\"Gateway_AwaitsDecision\" targetRef=\"UserTask_Own\" />" + drawn
                                + "<bpmn:sequenceFlow id=\"Flow_Own\" sourceRef=\"UserTask_Own\""
                                + " targetRef=\"UserTask_Handle\" />");
        return ShippedDoor.open().examine(Map.of(file, diagram.getBytes(StandardCharsets.UTF_8))).stream()
                .filter(Finding::refuses)
                .map(Finding::code)
                .collect(Collectors.toSet());
    }
}
