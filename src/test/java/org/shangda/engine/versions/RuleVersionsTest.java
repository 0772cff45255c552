package org.shangda.engine.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Modeler.shipped;
import static org.shangda.Modeler.withCell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.FifthLevel;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 流程与规则: what an administrator reads and does, over HTTP. */
@ShangdaTest
@Tag("h2")
class RuleVersionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEADLINES = "bpmn/level-deadlines.dmn";

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private Modeler modeler;
    private Set<String> before;

    @BeforeEach
    void the_shipped_set() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        modeler = new Modeler(port);
        before = deployments();
    }

    @AfterEach
    void the_shipped_set_is_in_force_again() {
        List<String> added = new ArrayList<>(deployments());
        added.removeAll(before);
        Modeler.takeBack(engine.getRepositoryService(), added.toArray(String[]::new));
        cases.endAll();
    }

    @Test
    void every_shipped_file_is_there_with_a_title_in_words_and_is_shipped() throws IOException {
        JsonNode files = get("/api/rules").path("files");

        assertThat(texts(files, "file"))
                .containsAll(MergeTest.everythingShipped().toList());
        assertThat(files).filteredOn(file -> file.path("known").asBoolean()).allSatisfy(file -> {
            assertThat(file.path("title").asText()).matches(".*\\p{IsHan}.*");
            assertThat(file.path("origin").path("at").asText()).isNotBlank();
        });
        assertThat(file(files, DEADLINES).path("title").asText()).isEqualTo("各层级的办理期限");
        assertThat(file(files, "forms/rate-answer.form").path("title").asText()).isEqualTo("评价答复");
        assertThat(file(files, "bpmn/level-handling.bpmn").path("own").asBoolean())
                .isFalse();
    }

    @Test
    void a_changed_cell_is_told_with_row_column_both_values_and_clause() throws IOException {
        modeler.deploy("期限", "level-deadlines.dmn", withCell("level-deadlines", "Rule_Department", "handleDays", "17"));

        JsonNode file = file(get("/api/rules").path("files"), DEADLINES);
        assertThat(file.path("own").asBoolean()).isTrue();
        assertThat(file.path("differences").asInt()).isEqualTo(1);
        assertThat(file.path("origin").path("by").asText()).isEqualTo("admin");
        assertThat(file.path("effect").asText()).contains("保持原期限");
        JsonNode found = get("/api/rules/file?name=" + DEADLINES);
        assertThat(found.path("lines")).hasSize(1);
        JsonNode line = found.path("lines").get(0);
        assertThat(line.path("where").asText()).matches("第 \\d+ 行（职能部门 · 首次办理）");
        assertThat(line.path("text").get(0).asText()).contains("办结").contains("由 12 改为 17");
        assertThat(line.path("text").get(1).asText()).startsWith("依据：实践做法");
        assertThat(found.path("versions")).hasSizeGreaterThan(1);
    }

    @Test
    void new_elements_are_told_by_name_and_id_and_fields_by_their_label() throws IOException {
        deployFifthLevel();
        modeler.deploy(
                "叫法",
                "handle-concern.form",
                shipped("forms/handle-concern.form").replaceFirst("\"label\": \"情况说明\"", "\"label\": \"本校的叫法\""));

        JsonNode diagram =
                get("/api/rules/file?name=bpmn/concern-escalation.bpmn").path("lines");
        assertThat(texts(diagram, "where")).contains("“校区办理”（CallActivity_Campus）");
        assertThat(texts(diagram, "what")).containsOnly("new", "changed");
        JsonNode form = get("/api/rules/file?name=forms/handle-concern.form").path("lines");
        assertThat(form.toString()).contains("由 情况说明 改为 本校的叫法");
    }

    @Test
    void what_is_deployed_from_the_page_passes_the_door_and_keeps_author_reason_and_document() throws IOException {
        String table = withCell("level-deadlines", "Rule_Department", "handleDays", "17");

        assertThat(upload("level-deadlines.dmn", table, "").statusCode()).isEqualTo(400);
        assertThat(upload("level-deadlines.dmn", table.replace("integer", "integer\" junk=\"x"), "期限改为十五个工作日")
                        .body())
                .contains("junk");
        assertThat(upload("level-deadlines.dmn", table, "期限改为十五个工作日").statusCode())
                .isEqualTo(204);
        assertThat(upload("level-deadlines.dmn", table, "再来一次").statusCode()).isEqualTo(409);

        JsonNode change = get("/api/rules/changes").get(0);
        assertThat(change.path("origin").path("by").asText()).isEqualTo("admin");
        assertThat(change.path("origin").path("reason").asText()).isEqualTo("期限改为十五个工作日");
        assertThat(change.path("origin").path("document").asText()).isEqualTo("校发〔2026〕8 号");
        assertThat(change.path("files").get(0).asText()).isEqualTo("各层级的办理期限");
    }

    @Test
    void one_click_goes_back_to_an_earlier_set_while_cases_run_and_forward_again() throws IOException {
        long shippedSet = get("/api/rules/changes").get(0).path("id").asLong();
        deployFifthLevel();
        String withLevel = FifthLevel.files().get("level-deadlines.dmn");
        modeler.deploy(
                "期限", "level-deadlines.dmn", withCell(withLevel, "level-deadlines", "Rule_Branch", "handleDays", "9"));
        long ownSet = get("/api/rules/changes").get(0).path("id").asLong();
        String running = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(post("/api/rules/back", Map.of("change", shippedSet)).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/rules/back", Map.of("change", shippedSet, "reason", "试行结束"))
                        .statusCode())
                .isEqualTo(204);

        JsonNode files = get("/api/rules").path("files");
        assertThat(file(files, DEADLINES).path("own").asBoolean()).isFalse();
        assertThat(file(files, "bpmn/concern-escalation.bpmn").path("own").asBoolean())
                .isFalse();
        assertThat(cases.instance(running, "concern-escalation").getProcessDefinitionId())
                .as("a case ends as it began")
                .isNotEqualTo(cases.instance(cases.raise(COLLEAGUE, Cases.concern()), "concern-escalation")
                        .getProcessDefinitionId());
        cases.exit(SECRETARY, running, "answer");
        assertThat(post("/api/rules/back", Map.of("change", shippedSet, "reason", "再来"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/api/rules/back", Map.of("change", ownSet, "reason", "恢复试行"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(file(get("/api/rules").path("files"), DEADLINES).path("own").asBoolean())
                .isTrue();
    }

    @Test
    void a_deployment_on_which_a_case_runs_is_not_deleted_and_the_answer_says_what_to_do_instead() throws IOException {
        String deployment = deployFifthLevel();
        cases.raise(COLLEAGUE, Cases.concern());

        var answer =
                new Http(port).send("DELETE", "/engine-rest/deployment/" + deployment, null, Http.as("admin", "demo"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("还有事项按此版本办理", "流程与规则");
        Map<String, String> shipped = FifthLevel.files().keySet().stream()
                .collect(Collectors.toMap(name -> "bpmn/" + name, name -> "shipped"));
        var back = post("/api/rules/decision", Map.of("choices", shipped, "reason", "试行结束"));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(204);
        assertThat(file(get("/api/rules").path("files"), "bpmn/concern-escalation.bpmn")
                        .path("own")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void nobody_deploys_under_the_products_name() {
        var body = "--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nshangda\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"deployment-source\"\r\n\r\nshangda\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"summary-tiers.dmn\"\r\n\r\n"
                + shipped("bpmn/summary-tiers.dmn") + "\r\n--b--\r\n";
        var answer = new Http(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                        .header("Authorization", Http.basic("admin", "demo"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    }

    @Test
    void the_set_in_force_can_be_downloaded_and_holds_the_administrators_version() throws Exception {
        String table = withCell("level-deadlines", "Rule_Department", "handleDays", "17");
        modeler.deploy("期限", "level-deadlines.dmn", table);

        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/rules/set"))
                .header("Authorization", Http.basic("admin", "demo"))
                .build();
        byte[] zip = java.net.http.HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofByteArray())
                .body();

        Map<String, String> files = new HashMap<>();
        try (var unpacked = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = unpacked.getNextEntry(); entry != null; entry = unpacked.getNextEntry()) {
                files.put(entry.getName(), new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsEntry(DEADLINES, table);
        for (String file : MergeTest.everythingShipped().toList()) {
            if (!file.equals(DEADLINES)) {
                assertThat(files).containsEntry(file, shipped(file));
            }
        }
    }

    @Test
    void the_same_in_english() throws IOException {
        modeler.deploy("期限", "level-deadlines.dmn", withCell("level-deadlines", "Rule_Department", "handleDays", "17"));
        String english = new Http(port)
                .get(
                        "/api/rules/file?name=" + DEADLINES,
                        "Authorization",
                        Http.basic("admin", "demo"),
                        "Accept-Language",
                        "en")
                .body();
        assertThat(english).contains("How long a level has", "Functional department", "from 12 to 17");
    }

    private static JsonNode file(JsonNode files, String name) {
        return StreamSupport.stream(files.spliterator(), false)
                .filter(file -> file.path("file").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private JsonNode get(String path) throws IOException {
        var answer = new Http(port).get(path, Http.as("admin", "demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String path, Map<String, ?> body) throws IOException {
        return new Http(port).post(path, JSON.writeValueAsString(body), Http.as("admin", "demo"));
    }

    private HttpResponse<String> upload(String file, String content, String reason) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n" + content
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\n" + reason
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n校发〔2026〕8 号\r\n--b--\r\n";
        return new Http(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/rules/files"))
                        .header("Authorization", Http.basic("admin", "demo"))
                        .header("Content-Type", "multipart/form-data; boundary=b; charset=utf-8")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private Set<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    /** Its rows first: a diagram that calls a level without rows is not let in. @return id of the diagram's deployment */
    private String deployFifthLevel() {
        Map<String, String> files = FifthLevel.files();
        List.of("level-units.dmn", "level-exits.dmn", "level-deadlines.dmn")
                .forEach(table -> modeler.deploy("五级", table, files.get(table)));
        return modeler.deploy("五级", "concern-escalation.bpmn", files.get("concern-escalation.bpmn"));
    }
}
