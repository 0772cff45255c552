package org.shangda;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How the shipped diagrams and tables are written, and what Java says about them besides; of forms it is in {@link
 * ShippedFormsTest}. What an administrator's files must be like as well is the door's ({@code engine.door}), which {@link
 * ShippedFilesTest} asks about the shipped ones.
 */
class ModelTest {

    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ELEMENT =
            Pattern.compile("(StartEvent|EndEvent|IntermediateEvent|BoundaryEvent|Gateway|UserTask|ServiceTask"
                    + "|CallActivity|SubProcess)_[A-Z][A-Za-z]+");
    private static final Pattern FLOW = Pattern.compile("Flow_[A-Z][A-Za-z]+_[A-Z][A-Za-z]+");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)(\\w+)(?: (?:==|>) (?:'[a-z-]+'|0))?}");

    private static final Map<String, BpmnModelInstance> DIAGRAMS = new HashMap<>();

    static {
        Folder.files("bpmn", ".bpmn").forEach(file -> DIAGRAMS.put(Folder.stem(file), Bpmn.readModelFromFile(file)));
    }

    static Collection<BpmnModelInstance> diagrams() {
        return DIAGRAMS.values();
    }

    @Test
    void a_file_is_named_after_what_is_in_it() {
        DIAGRAMS.forEach((name, diagram) -> assertThat(diagram.getModelElementsByType(Process.class))
                .singleElement()
                .extracting(Process::getId)
                .isEqualTo(name));
        Folder.files("bpmn", ".dmn")
                .forEach(file -> assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Decision.class))
                        .singleElement()
                        .extracting(Decision::getId)
                        .isEqualTo(Folder.stem(file)));
        Folder.files("forms", ".form")
                .forEach(file -> assertThat(ShippedForm.read(file).id()).isEqualTo(Folder.stem(file)));
        Stream.of("bpmn", "forms")
                .flatMap(folder -> Folder.files(folder, ""))
                .forEach(file -> assertThat(Folder.stem(file)).matches(KEBAB));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void an_element_is_named_by_type_and_meaning(BpmnModelInstance diagram) {
        assertThat(diagram.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .allMatch(ELEMENT.asMatchPredicate());
        assertThat(diagram.getModelElementsByType(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .allMatch(FLOW.asMatchPredicate());
        assertThat(diagram.getModelElementsByType(Error.class))
                .allMatch(error -> error.getId().matches("Error_[A-Z]\\w+")
                        && KEBAB.matcher(error.getErrorCode()).matches());
    }

    @Test
    void every_process_is_described_with_its_user_tasks_and_the_names_in_its_vocabulary() {
        Map<String, Set<String>> vocabularies = Descriptions.vocabularies();
        assertThat(vocabularies.keySet()).isEqualTo(DIAGRAMS.keySet());
        assertThat(Descriptions.COURSES.keySet()).isEqualTo(DIAGRAMS.keySet());
        DIAGRAMS.forEach((process, diagram) -> {
            assertThat(diagram.getModelElementsByType(UserTask.class))
                    .extracting(UserTask::getId)
                    .containsExactlyInAnyOrderElementsOf(
                            Descriptions.COURSES.get(process).tasks());
            assertThat(matching(vocabularies.get(process), "UserTask_\\w+"))
                    .containsExactlyInAnyOrderElementsOf(
                            Descriptions.COURSES.get(process).tasks());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_gateway_asks_one_question_of_one_variable(BpmnModelInstance diagram) {
        for (Gateway gateway : diagram.getModelElementsByType(Gateway.class)) {
            boolean choosesOne =
                    gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            if (!choosesOne) {
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
            SequenceFlow otherwise = ((ExclusiveGateway) gateway).getDefault();
            assertThat(gateway.getOutgoing())
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            assertThat(gateway.getOutgoing().stream()
                            .filter(flow -> !flow.equals(otherwise))
                            .map(flow -> variable(flow.getConditionExpression()))
                            .distinct())
                    .as(gateway.getId())
                    .hasSize(1);
        }
    }

    @Test
    void history_is_kept_as_long_as_the_description_says() {
        DIAGRAMS.forEach((process, diagram) -> assertThat(diagram.getModelElementsByType(Process.class))
                .extracting(Process::getCamundaHistoryTimeToLiveString)
                .containsExactly("P" + Descriptions.COURSES.get(process).daysRemembered() + "D"));
        Folder.files("bpmn", ".dmn")
                .forEach(file -> assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Decision.class))
                        .extracting(Decision::getCamundaHistoryTimeToLiveString)
                        .allMatch("P1825D"::equals));
    }

    @Test
    void every_process_and_every_task_has_an_english_name_beside_the_chinese_one() {
        DIAGRAMS.values()
                .forEach(diagram -> Stream.of(Process.class, UserTask.class)
                        .flatMap(type -> diagram.getModelElementsByType(type).stream())
                        .forEach(named -> assertThat(english(named))
                                .as(named.getAttributeValue("id"))
                                .matches("[A-Z][ -~]+")));
    }

    /** Of tables Modeler shows no place for it. */
    @Test
    void every_table_has_an_english_name_among_the_sentences() throws IOException {
        Properties chinese = sentences("engine.properties");
        Properties english = sentences("engine_en.properties");
        Folder.files("bpmn", ".dmn")
                .forEach(file -> Dmn.readModelFromFile(file)
                        .getModelElementsByType(Decision.class)
                        .forEach(table -> {
                            String code = "engine.table." + table.getId();
                            assertThat(chinese.getProperty(code)).isEqualTo(table.getName());
                            assertThat(english.getProperty(code)).as(code).matches("[A-Z][ -~]+");
                        }));
    }

    private static String english(BaseElement named) {
        return named.getExtensionElements() == null
                ? ""
                : named.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(one -> one.getCamundaName().equals("en.name"))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse("");
    }

    private static Properties sentences(String file) throws IOException {
        Properties sentences = new Properties();
        try (var read = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            sentences.load(read);
        }
        return sentences;
    }

    private static String variable(ModelElementInstance expression) {
        var found = CONDITION.matcher(expression.getTextContent());
        assertThat(found.matches()).as(expression.getTextContent()).isTrue();
        return found.group(2);
    }

    private static Set<String> matching(Set<String> names, String pattern) {
        return names.stream()
                .filter(Pattern.compile(pattern).asMatchPredicate())
                .collect(toSet());
    }
}
