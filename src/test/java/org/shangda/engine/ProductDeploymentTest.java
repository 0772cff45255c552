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
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.info.Info;

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
    void an_administrators_diagram_is_superseded_neither_by_a_restart_nor_by_a_new_jar() throws IOException {
        start();
        administratorDeploys("errand.bpmn", process("errand", "Administrator's"));
        start();
        diagram("errand", "Errand, revised");
        diagram("visit", "Visit, revised");
        start();

        assertThat(nameOfLatest("errand")).isEqualTo("Administrator's");
        assertThat(nameOfLatest("visit")).isEqualTo("Visit, revised");
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentSource("shangda")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void an_administrators_table_and_form_are_kept() throws IOException {
        start();
        administratorDeploys("size.dmn", table("'large'"));
        administratorDeploys("errand.form", form("Administrator's"));
        write("bpmn/size.dmn", table("'tiny'"));
        write("forms/errand.form", form("Errand, revised"));
        start();

        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("size")
                        .count())
                .isEqualTo(2);
        assertThat(latestFormVersion("errand")).isEqualTo(2);
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
        return new ProductDeployment(engine, jar.toUri().toString());
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
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .name(name)
                .startEvent("Start")
                .userTask("UserTask_Do")
                .endEvent("End")
                .done());
    }

    private static String form(String label) {
        return """
                {"id": "errand", "type": "default", "schemaVersion": 16,
                 "components": [{"type": "textfield", "key": "what", "label": "%s"}]}
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
