package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/** What becomes of what an administrator sends out of Modeler; what passes and what not is in {@code door.*AtTheDoorTest}. */
@ShangdaTest
@Tag("h2")
class SafeDiagramsTest {

    private static final String DIAGRAM = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:activiti="http://activiti.org/bpmn"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://shangda.org/test">
              %s
            </definitions>
            """;
    private static final String PROCESS = """
            <process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D">
              <startEvent id="Start"/><sequenceFlow id="Flow" sourceRef="Start" targetRef="Element"/>%s
            </process>
            """;
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d"
                name="d" namespace="x"><decision id="probe" name="t" camunda:historyTimeToLive="P1D">%s</decision></definitions>
            """;
    private static final String INPUT =
            "<input id='i'><inputExpression id='e' typeRef='string'><text>a</text></inputExpression></input>";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    static Stream<Path> shippedFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("bpmn", "forms", "src/test/resources/door")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                files.addAll(all.sorted().toList());
            }
        }
        return files.stream();
    }

    /** Another line makes it another file, so that the engine reads it again. */
    @ParameterizedTest
    @MethodSource("shippedFiles")
    void a_file_as_modeler_saves_it_passes_the_door_and_the_engine(Path file) throws IOException {
        var answer = upload("admin", file.getFileName().toString(), Files.readString(file) + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        engine.getRepositoryService().deleteDeployment(json(answer).get("id").asText());
    }

    /** The two that ran commands on the server. */
    static Stream<String> commands() {
        return Stream.of(
                "<serviceTask id='Element' activiti:type='shell'><extensionElements><activiti:field name='command' stringValue='sh'/>"
                        + "</extensionElements></serviceTask>",
                "<serviceTask id='Element' camunda:expression=\"${'\\'}' == ''.getClass().forName('java.lang.Runtime')"
                        + ".getMethod('getRuntime').invoke(null).exec('sh')}\"/>");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_diagram_runs_a_command_on_the_server(String element) {
        assertRefused(
                upload("admin", "probe.bpmn", DIAGRAM.formatted(PROCESS.formatted(element))), "probe.bpmn（Element）：");
    }

    @Test
    void modeler_is_told_file_element_and_what_to_do_line_by_line() {
        var answer = upload(
                "admin",
                "probe.bpmn",
                DIAGRAM.formatted(
                        PROCESS.formatted(
                                "<scriptTask id='Element' scriptFormat='groovy'/><userTask id='Other' camunda:formHandlerClass='x.Y'/>")));
        assertRefused(
                answer, "probe.bpmn（Element）：scriptTask：流程图中不能有脚本", "probe.bpmn（Other）：camunda:formHandlerClass：表单");
        assertThat(json(answer).get("message").asText().lines()).hasSize(3);
    }

    @Test
    void whoever_is_no_administrator_deploys_nothing() {
        assertThat(upload("liumin", "probe.bpmn", DIAGRAM.formatted(PROCESS.formatted("<task id='Element'/>")))
                        .statusCode())
                .isEqualTo(403);
    }

    // --- what passes the door and cannot be read
    // -------------------------------------------------------------------------

    static Stream<Arguments> unreadableFiles() {
        String end = "</decisionTable>";
        String begin = "<decisionTable id='dt'>" + INPUT;
        return Stream.of(
                arguments(
                        "two.dmn",
                        TABLE.formatted(begin
                                + "<output id='o1' name='x' typeRef='string'/><output id='o2' name='x' typeRef='string'/>"
                                + end),
                        "name of output 'o2' is duplicate"),
                arguments(
                        "unnamed.dmn",
                        TABLE.formatted(
                                begin + "<output id='o1' typeRef='string'/><output id='o2' typeRef='string'/>" + end),
                        "output 'o1' does not have an output name"),
                arguments(
                        "rule-without-id.dmn",
                        TABLE.formatted(
                                begin + "<output id='o' name='x'/><rule><inputEntry id='r1'><text>1</text></inputEntry>"
                                        + "<outputEntry id='r2'><text>1</text></outputEntry></rule>" + end),
                        "must have a 'id' attribute"),
                arguments(
                        "input-without-id.dmn",
                        TABLE.formatted(begin.replace(" id='i'", "") + "<output id='o' name='x'/>" + end),
                        "must have a 'id' attribute"),
                arguments(
                        "output-without-id.dmn",
                        TABLE.formatted(begin + "<output name='x'/>" + end),
                        "must have a 'id' attribute"),
                arguments(
                        "points-to-itself.dmn",
                        TABLE.formatted(
                                "<informationRequirement><requiredDecision href='#probe'/></informationRequirement>"
                                        + begin + "<output id='o' name='x'/>" + end),
                        "'probe' has a loop"),
                arguments(
                        "points-to-nothing.dmn",
                        TABLE.formatted(
                                "<informationRequirement><requiredDecision href='#gone'/></informationRequirement>"
                                        + begin + "<output id='o' name='x'/>" + end),
                        "id gone"),
                arguments("empty.dmn", TABLE.formatted("<decisionTable/>"), "'decisionTable' is not complete"),
                arguments(
                        "collaborations.bpmn",
                        DIAGRAM.formatted("<collaboration id='c1'/><collaboration id='c2'/>"
                                + PROCESS.formatted("<task id='Element'/>")),
                        "multiple elements with tag name collaboration"),
                arguments("flow-to-nowhere.bpmn", DIAGRAM.formatted(PROCESS.formatted("")), "IDREF 'Element'"),
                arguments(
                        "step-without-step.bpmn",
                        DIAGRAM.formatted(PROCESS.formatted("<serviceTask id='Element'/>")),
                        "（Element）：One of the attributes"),
                arguments(
                        "odd-timer.bpmn",
                        DIAGRAM.formatted(
                                PROCESS.formatted("<intermediateCatchEvent id='Element'><timerEventDefinition id='T'/>"
                                        + "</intermediateCatchEvent>")),
                        "（Element）：Timer needs configuration"),
                arguments(
                        "misplaced.bpmn",
                        DIAGRAM.formatted("<userTask id='Element'/>"),
                        "starting with element '{userTask}'"),
                arguments(
                        "for-ever.bpmn",
                        DIAGRAM.formatted(PROCESS.formatted("<task id='Element'/>")
                                .replace("camunda:historyTimeToLive=\"P1D\"", "camunda:historyTimeToLive=\"x\"")),
                        "（probe）：Cannot parse historyTimeToLive"),
                arguments(
                        "twice.bpmn",
                        DIAGRAM.formatted(
                                PROCESS.formatted("<task id='Element'/>") + PROCESS.formatted("<task id='Element'/>")),
                        "multiple occurrences of ID value 'probe'"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableFiles")
    void what_the_engine_cannot_read_is_refused_with_the_words_of_its_parser(
            String file, String content, String words) {
        var answer = upload("admin", file, content);
        assertRefused(answer, file, words);
    }

    private void assertRefused(HttpResponse<String> answer, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("message").asText())
                .startsWith("未部署")
                .contains(words)
                .doesNotContain("ENGINE-", "DMN-", "Exception", "org.camunda", "Impl", "Entity");
    }

    @Test
    void what_was_deployed_before_still_loads_but_runs_no_script() {
        var definitions =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        @SuppressWarnings("unchecked")
        var deployers = (List<Deployer>)
                ReflectionTestUtils.getField(ReflectionTestUtils.getField(definitions, "cacheDeployer"), "deployers");
        Deployer check = deployers.remove(0);
        assertThat(check).isInstanceOf(SafeDiagrams.class);
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource("security/script.bpmn")
                    .deploy();
        } finally {
            deployers.add(0, check);
        }
        definitions.discardProcessDefinitionCache();

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("script", "C1"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Scripts are switched off");
    }

    /** As Modeler sends it. */
    private HttpResponse<String> upload(String person, String name, String content) {
        Http http = new Http(port);
        String body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nprobe\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name + "\"\r\n\r\n"
                + content
                + "\r\n--b--\r\n";
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + "/engine-rest/deployment/create"))
                .header("Authorization", Http.basic(person, "demo"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
