package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

@ShangdaTest
class SafeDiagramsTest {

    private static final String DIAGRAM = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://shangda.org/test">
              <process id="probe" isExecutable="true">
                <startEvent id="StartEvent_Begin"/>
                <sequenceFlow id="Flow_1" sourceRef="StartEvent_Begin" targetRef="Element"/>
                %s
                <sequenceFlow id="Flow_2" sourceRef="Element" targetRef="EndEvent_Done"/>
                <endEvent id="EndEvent_Done"/>
              </process>
            </definitions>
            """;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='Element' scriptFormat='groovy'><script>1</script></scriptTask>",
                "<serviceTask id='Element' camunda:class='java.lang.Runtime'/>",
                "<serviceTask id='Element' camunda:type='shell'/>",
                "<serviceTask id='Element' camunda:type='mail'/>",
                "<serviceTask id='Element' camunda:expression='${\"\".getClass()}'/>",
                "<serviceTask id='Element' camunda:expression='${dataSource.getConnection()}'/>",
                "<serviceTask id='Element' camunda:expression='${execution.setVariable(\"a\",1)}'/>",
                "<serviceTask id='Element' camunda:expression='${probeRules.ready(a,b).x}'/>",
                "<serviceTask id='Element' camunda:expression='${probeRules.class.forName(a)}'/>",
                "<serviceTask id='Element' camunda:expression='${\"probeRules.ready(\" != dataSource.getConnection() &amp;&amp; \") \" == x}'/>",
                "<serviceTask id='Element' camunda:expression='${a = 1}'/>",
                "<serviceTask id='Element' camunda:expression='${S(a)}'/>",
                "<serviceTask id='Element' camunda:expression='${a[\"class\"]}'/>",
                "<serviceTask id='Element' camunda:delegateExpression='${dataSource}'/>",
                "<serviceTask id='Element' camunda:delegateExpression='${unknownStep}'/>",
                "<userTask id='Element' name='${\"\".getClass()}'/>",
                "<userTask id='Element' camunda:formKey='embedded:deployment:x.html'/>",
                "<userTask id='Element'><documentation>${dataSource.close()}</documentation></userTask>",
                "<userTask id='Element'><documentation>$<!-- -->{dataSource.close()}</documentation></userTask>",
                "<userTask id='Element'><extensionElements><camunda:formData/></extensionElements></userTask>",
                "<userTask id='Element'><extensionElements><camunda:taskListener event='create' class='x.Y'/></extensionElements></userTask>",
                "<userTask id='Element'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></extensionElements></userTask>",
                "<serviceTask id='Element'><extensionElements><camunda:connector><camunda:connectorId>http-connector"
                        + "</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
                "<userTask id='Element'/><sequenceFlow id='Flow_3' sourceRef='Element' targetRef='EndEvent_Done'>"
                        + "<conditionExpression xsi:type='tFormalExpression' language='groovy'>true</conditionExpression></sequenceFlow>"
            })
    void a_diagram_that_could_run_anything_else_is_not_deployed(String element) {
        assertThatThrownBy(() -> deploy("probe.bpmn", DIAGRAM.formatted(element)))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("probe.bpmn, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='Element' camunda:delegateExpression='${failingStep}'/>",
                "<serviceTask id='Element' camunda:expression='${probeRules.ready(execution, \"a.b(\")}'/>",
                "<userTask id='Element' name='办理 ${number} ${label}' camunda:dueDate='#{dueAt}'/>",
                "<callActivity id='Element' calledElement='x'><extensionElements>"
                        + "<camunda:in businessKey='#{execution.processBusinessKey}'/></extensionElements></callActivity>",
                "<userTask id='Element'/><sequenceFlow id='Flow_3' sourceRef='Element' targetRef='EndEvent_Done'>"
                        + "<conditionExpression>${!late &amp;&amp; exit == 'pass-up' or rounds &lt; 2}</conditionExpression></sequenceFlow>"
            })
    void variables_comparisons_and_the_products_steps_are_welcome(String element) {
        assertThatCode(() -> deploy("probe.bpmn", DIAGRAM.formatted(element))).doesNotThrowAnyException();
    }

    @Test
    void all_problems_are_told_at_once() {
        assertThatThrownBy(() -> deploy(
                        "probe.bpmn",
                        DIAGRAM.formatted("<serviceTask id='Element' camunda:class='x' name='${a.b()}'/>")))
                .hasMessageContaining("camunda:class")
                .hasMessageContaining("${a.b()}");
    }

    @Test
    void a_table_in_another_language_than_feel_is_not_deployed() {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
                  <decision id="t" name="t"><decisionTable id="dt"><input id="i"><inputExpression id="e" typeRef="string"%s>
                  <text>a</text></inputExpression></input><output id="o" name="o" typeRef="string"/></decisionTable></decision>
                </definitions>
                """;
        assertThatCode(() -> deploy("t.dmn", table.formatted(""))).doesNotThrowAnyException();
        assertThatThrownBy(() -> deploy("t.dmn", table.formatted(" expressionLanguage='juel'")))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> deploy("t.dmn", table.formatted(" expressionLanguage='groovy'")))
                .isInstanceOf(RefusedRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.groovy", "x.cmmn", "x.html", "x.js"})
    void only_diagrams_tables_and_forms_are_deployed(String name) {
        assertThatThrownBy(() -> deploy(name, "1")).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void modeler_is_told_what_is_wrong() {
        Http http = new Http(port);
        String body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nprobe\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"probe.bpmn\"; filename=\"probe.bpmn\"\r\n\r\n"
                + DIAGRAM.formatted("<scriptTask id='Element' scriptFormat='groovy'><script>1</script></scriptTask>")
                + "\r\n--b--\r\n";
        var answer = http.send(HttpRequest.newBuilder(URI.create(http.server() + "/engine-rest/deployment/create"))
                .header("Authorization", Http.basic("admin", "demo"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("probe.bpmn, Element", "脚本");
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

        var started = engine.getRuntimeService().startProcessInstanceByKey("script");
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(started.getId())
                .singleResult();
        assertThatThrownBy(() -> engine.getTaskService().complete(task.getId()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Scripts are switched off");
    }

    private void deploy(String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }
}
