package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangda.engine.versions.ProductDeployment;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.info.Info;
import org.springframework.transaction.support.TransactionOperations;

class ProductDeploymentTest {

    @TempDir
    private Path jar;

    private final ProcessEngine engine = BareEngine.emptied();
    private final RepositoryService repository = engine.getRepositoryService();

    @BeforeEach
    void ships() throws IOException {
        diagram("errand", "Errand");
        diagram("visit", "Visit");
        write("bpmn/size.dmn", table("'small'"));
        write("forms/errand.form", form("Errand"));
    }

    @Test
    void everything_shipped_is_one_deployment_under_stable_names() {
        start();

        Deployment deployment = repository.createDeploymentQuery().singleResult();
        assertThat(deployment.getName()).isEqualTo("shangda");
        assertThat(deployment.getSource()).isEqualTo("shangda");
        assertThat(repository.getDeploymentResources(deployment.getId()))
                .extracting(Resource::getName)
                .containsExactlyInAnyOrder("bpmn/errand.bpmn", "bpmn/visit.bpmn", "bpmn/size.dmn", "forms/errand.form");
    }

    @Test
    void a_restart_deploys_nothing() {
        start();
        start();

        assertThat(repository.createDeploymentQuery().count()).isOne();
    }

    @Test
    void a_new_jar_with_a_changed_diagram_deploys_its_version() throws IOException {
        start();
        diagram("errand", "Errand, revised");
        start();
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Errand, revised");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(2);
    }

    @Test
    void a_restart_leaves_an_administrators_files_alone() {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        administratorDeploys("size.dmn", table("'large'"));
        administratorDeploys("errand.form", form("Administrator's"));
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");
        assertThat(versionsOfTable()).isEqualTo(2);
        assertThat(latestFormVersion("errand")).isEqualTo(2);
    }

    @Test
    void what_an_administrator_and_a_new_jar_have_changed_in_different_places_is_both_in_force() throws IOException {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        diagram("visit", "Visit, revised");
        write("bpmn/errand.bpmn", process("errand", "Errand").replace("Do it", "Do it well"));
        start();
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");
        assertThat(taskOfLatest("errand")).isEqualTo("Do it well");
        assertThat(nameOfLatest("visit")).isEqualTo("Visit, revised");
        assertThat(repository.createDeploymentQuery().count())
                .as("shipped, administrator's, shipped anew, both together")
                .isEqualTo(4);
    }

    @Test
    void when_both_have_changed_the_same_the_whole_former_set_stays_and_the_info_and_health_say_so()
            throws IOException {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        diagram("errand", "Errand, revised");
        diagram("visit", "Visit, revised");
        ProductDeployment second = deployment();
        second.deploy();

        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");
        assertThat(nameOfLatest("visit")).isEqualTo("Visit");
        assertThat(second.health().getStatus()).isEqualTo(Status.UP);
        assertThat(second.health().getDetails().toString()).contains("bpmn/errand.bpmn", "/reports/rules.html");
        var info = new Info.Builder();
        second.contribute(info);
        assertThat(info.build().getDetails().get("heldBack").toString()).contains("bpmn/errand.bpmn");
    }

    @Test
    void without_the_version_that_an_administrator_has_changed_nothing_is_merged() throws IOException {
        start();
        String base = repository.createDeploymentQuery().singleResult().getId();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        repository.deleteDeployment(base);
        write("bpmn/errand.bpmn", process("errand", "Errand").replace("Do it", "Do it well"));
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");
        assertThat(taskOfLatest("errand")).isEqualTo("Do it");
    }

    @Test
    void a_file_that_an_administrator_has_only_saved_anew_follows_the_jar() throws IOException {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Errand").replace("><", ">\n    <"));
        diagram("errand", "Errand, revised");
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Errand, revised");
    }

    @Test
    void deleting_the_administrators_deployment_brings_the_shipped_version_back() throws IOException {
        start();
        Deployment administrators = administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        diagram("errand", "Errand, revised");
        start();
        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");

        repository.deleteDeployment(administrators.getId());
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Errand, revised");
    }

    @Test
    void the_info_endpoint_names_the_files_that_an_administrator_replaced() {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));

        var info = new Info.Builder();
        deployment().contribute(info);

        assertThat(info.build().getDetails().get("diagrams").toString())
                .contains("bpmn/errand.bpmn=administrator's version", "bpmn/visit.bpmn=shipped version");
    }

    @Test
    void an_unreadable_diagram_stops_the_start_and_is_named() throws IOException {
        write("bpmn/errand.bpmn", "<definitions");

        assertThatThrownBy(this::start).hasMessageContaining("bpmn/errand.bpmn");
    }

    private void start() {
        deployment().deploy();
    }

    private ProductDeployment deployment() {
        return new ProductDeployment(
                engine, jar.toUri().toString(), files -> {}, TransactionOperations.withoutTransaction());
    }

    private Deployment administratorDeploys(String name, String content) {
        return repository
                .createDeployment()
                .name("from Modeler")
                .source("Camunda Modeler")
                .addString(name, content)
                .deploy();
    }

    private String nameOfLatest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getName();
    }

    private String taskOfLatest(String key) {
        String id = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        UserTask task = repository.getBpmnModelInstance(id).getModelElementById("UserTask_Do");
        return task.getName();
    }

    private long versionsOfTable() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("size")
                .count();
    }

    private int latestFormVersion(String key) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.getCamundaFormDefinitionManager()
                        .findLatestDefinitionByKey(key)
                        .getVersion());
    }

    private void diagram(String key, String name) throws IOException {
        write("bpmn/" + key + ".bpmn", process(key, name));
    }

    private static String process(String key, String name) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="n">\
                <process id="%s" name="%s" isExecutable="true" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:historyTimeToLive="P1D">\
                <startEvent id="Start"><outgoing>One</outgoing></startEvent>\
                <sequenceFlow id="One" sourceRef="Start" targetRef="UserTask_Do"/>\
                <userTask id="UserTask_Do" name="Do it"><incoming>One</incoming><outgoing>Two</outgoing></userTask>\
                <sequenceFlow id="Two" sourceRef="UserTask_Do" targetRef="End"/>\
                <endEvent id="End"><incoming>Two</incoming></endEvent>\
                </process></definitions>""".formatted(key, name);
    }

    private static String form(String label) {
        return """
                {"id": "errand", "type": "default", "schemaVersion": 16,
                 "components": [{"type": "textfield", "id": "F1", "key": "what", "label": "%s"}]}
                """.formatted(label);
    }

    private static String table(String result) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="sizes" name="sizes" namespace="n">
                  <decision id="size" name="size">
                    <variable id="v" name="size"/>
                    <literalExpression id="e"><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(result.replace('\'', '"'));
    }

    private void write(String name, String content) throws IOException {
        Path file = jar.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
