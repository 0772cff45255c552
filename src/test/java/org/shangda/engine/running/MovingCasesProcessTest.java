package org.shangda.engine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator lets running cases go on along another version of their diagram. It is Monday, 2 March 2026. */
@ShangdaTest
class MovingCasesProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAY = "concern-escalation";
    private static final String LEVEL = "level-handling";
    private static final String REASON = "按校发〔2026〕8 号改用新流程。";

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private final List<String> deployed = new ArrayList<>();

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @AfterEach
    void the_shipped_diagrams_are_in_force() {
        cases.endAll();
        pairings.clear();
        Collections.reverse(deployed);
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    @Test
    void a_case_goes_on_along_the_other_version_with_what_was_received_and_a_line_in_its_way() throws IOException {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        Task before = cases.task(number, "UserTask_Handle");
        int from = latest(LEVEL);
        int to = deploy(LEVEL, "", "");

        JsonNode result = move(LEVEL, from, to, List.of(number), 200).get(0);

        assertThat(result.path("moved").asBoolean()).as(result.toString()).isTrue();
        Task after = cases.task(number, "UserTask_Handle");
        assertThat(after.getProcessDefinitionId()).isNotEqualTo(before.getProcessDefinitionId());
        assertThat(after.getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(cases.steps(number)).endsWith("VERSION_CHANGED");
        assertThat(new Http(port)
                        .get(
                                "/api/concerns/" + number,
                                "Authorization",
                                Http.basic(COLLEAGUE, "demo"),
                                "Accept-Language",
                                "zh")
                        .body())
                .contains("管理员已将本事项转入新版流程“本级办理”继续办理", "原因：" + REASON);
        cases.exit(COLLEGE_CLERK, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.instances(number)).isEmpty();
    }

    /** As the engine leaves it with whom it was, a task that was offered to nobody would stay so. */
    @Test
    void what_was_offered_to_nobody_is_offered_again_when_it_is_moved() throws IOException {
        String number = cases.at("department", "problem");
        Task task = cases.task(number, "UserTask_Handle");
        engine.getTaskService().getIdentityLinksForTask(task.getId()).forEach(link -> {
            if (link.getGroupId() != null) {
                engine.getTaskService().deleteCandidateGroup(task.getId(), link.getGroupId());
            } else {
                engine.getTaskService().deleteCandidateUser(task.getId(), link.getUserId());
            }
        });
        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .isEmpty();
        int from = latest(LEVEL);
        int to = deploy(LEVEL, "", "");

        move(LEVEL, from, to, List.of(number), 200);

        assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .isNotEmpty();
        cases.exit(DEPARTMENT_CLERK, number, "answer");
    }

    @Test
    void twenty_cases_at_six_places_are_moved_in_one_go_and_each_goes_on() throws IOException {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(cases.at("branch", "problem"));
        }
        for (int i = 0; i < 4; i++) {
            numbers.add(cases.at("college", "problem"));
            numbers.add(cases.at("department", "problem"));
        }
        for (int i = 0; i < 3; i++) {
            String referral = cases.at("department", "problem");
            cases.exit(DEPARTMENT_CLERK, referral, "pass-up");
            numbers.add(referral);
        }
        for (int i = 0; i < 2; i++) {
            numbers.add(cases.at("organization-department", "problem"));
            numbers.add(cases.answeredBy("branch", "problem"));
        }
        int from = latest(WAY);
        int to = deploy(WAY, "", "");
        assertThat(onVersion(WAY, from)).isEqualTo(20);
        JsonNode listed = get("/api/cases/running?diagram=" + WAY + "&version=" + from);
        assertThat(listed.path("cases")).hasSize(20);
        assertThat(listed.toString())
                .contains("党支部办理", "院级党组织办理", "职能部门办理", "确认报党委组织部汇总", "党委组织部汇总", "评价答复")
                .doesNotContain("我的事项");

        JsonNode results = move(WAY, from, to, numbers, 200);

        assertThat(results).hasSize(20).allMatch(one -> one.path("moved").asBoolean());
        assertThat(onVersion(WAY, from)).isZero();
        assertThat(onVersion(WAY, to)).isEqualTo(20);
        cases.exit(SECRETARY, numbers.get(0), "answer");
        cases.exit(DEPARTMENT_CLERK, numbers.get(6), "pass-up");
        cases.act(COLLEGE_CLERK, numbers.get(13), "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, numbers.get(16), "agenda", Map.of("on", "2026-03-20"));
        cases.act(COLLEAGUE, numbers.get(17), "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(numbers.get(17), "state")).isEqualTo("CLOSED");
    }

    @Test
    void what_cannot_go_on_says_where_it_stands_and_is_put_back_and_moved_then() throws IOException {
        String rating = cases.answeredBy("branch", "problem");
        String branch = cases.at("branch", "problem");
        int from = latest(WAY);
        int to = deploy(WAY, "UserTask_Rate\"", "UserTask_RateOnPaper\"");

        JsonNode results = move(WAY, from, to, List.of(rating, branch), 200);

        assertThat(results.get(0).path("moved").asBoolean()).isFalse();
        assertThat(results.get(0).path("why").asText()).isEqualTo("“评价答复”这一步在第 " + to + " 版中没有，不能直接迁移。");
        assertThat(results.get(0).path("back").asBoolean()).isTrue();
        assertThat(results.get(1).path("moved").asBoolean()).isTrue();
        assertThat(cases.steps(rating)).doesNotContain("VERSION_CHANGED");
        assertThat(get("/api/cases/moves").get(0).path("numbers"))
                .extracting(JsonNode::asText)
                .contains(branch)
                .doesNotContain(rating);

        long seen = get("/api/cases/" + rating + "/back").path("seen").asLong();
        post("/api/cases/" + rating + "/back", Map.of("level", "branch", "reason", REASON, "seen", seen), 200);
        assertThat(move(WAY, from, to, List.of(rating), 200)
                        .get(0)
                        .path("moved")
                        .asBoolean())
                .isTrue();
        assertThat(cases.openTasks(rating)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    /** The engine says {@code Unknown property used in expression} then. */
    @Test
    void a_new_timer_that_reads_what_nobody_has_set_leaves_the_case_as_it_was() throws IOException {
        String number = cases.answeredBy("branch", "problem");
        List<String> steps = cases.steps(number);
        int from = latest(WAY);
        String shipped = Modeler.shipped(WAY + ".bpmn");
        int to = deployText(
                WAY,
                shipped.replace("BoundaryEvent_RatingSilence", "BoundaryEvent_Another")
                        .replace("${rateBy}", "${nobodyHasSetThis}"));

        JsonNode result = move(WAY, from, to, List.of(number), 200).get(0);

        assertThat(result.path("moved").asBoolean()).isFalse();
        assertThat(result.path("why").asText()).matches("在第 " + to + " 版中不能接着办理，事项保持原状（故障编号 [0-9a-f]{8}）。");
        assertThat(cases.steps(number)).isEqualTo(steps);
        assertThat(onVersion(WAY, from)).isEqualTo(1);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
    }

    @Test
    void supervision_and_a_pair_are_moved_as_concerns_are() throws IOException {
        String late = cases.at("college", "problem");
        cases.passTo(late, "2026-03-09T17:00:00");
        int supervision = latest("supervision");
        assertThat(move("supervision", supervision, deploy("supervision", "", ""), List.of(late), 200)
                        .get(0)
                        .path("moved")
                        .asBoolean())
                .isTrue();
        assertThat(cases.openTasks(late)).contains("UserTask_Supervise");
        TestTime.set(TestTime.MONDAY);
        String pair = pairings.ask("shixinyi", "lubin");
        int from = latest("pairing-lifecycle");
        JsonNode moved = move("pairing-lifecycle", from, deploy("pairing-lifecycle", "", ""), List.of(pair), 200)
                .get(0);
        assertThat(moved.path("moved").asBoolean()).as(moved.toString()).isTrue();
        assertThat(onVersion("pairing-lifecycle", from)).isZero();
        JsonNode record = get("/api/cases/moves").get(0);
        assertThat(record.path("name").asText()).isEqualTo("结对申请");
        assertThat(record.path("numbers")).extracting(JsonNode::asText).contains(pair);
        assertThat(record.path("by").asText()).isEqualTo("admin");
        assertThat(record.path("reason").asText()).isEqualTo(REASON);
        assertThat(record.path("from").asInt()).isEqualTo(from);
        assertThat(record.path("at").asText()).isEqualTo("2026-03-02T02:00:00Z");
    }

    @Test
    void what_is_not_on_that_version_is_not_moved_again() throws IOException {
        String number = cases.at("branch", "problem");
        int from = latest(WAY);
        int to = deploy(WAY, "", "");
        move(WAY, from, to, List.of(number), 200);

        JsonNode second = move(WAY, from, to, List.of(number, "SD-NONE"), 200);

        assertThat(second).allMatch(one -> one.path("why").asText().equals("该事项已不在所选的版本上。"));
        assertThat(cases.steps(number)).filteredOn("VERSION_CHANGED"::equals).hasSize(1);
    }

    @Test
    void versions_that_are_not_there_and_too_much_or_nothing_at_once_are_refused() throws IOException {
        String number = cases.at("branch", "problem");
        int from = latest(WAY);
        move(WAY, from, 9_999, List.of(number), 404);
        move("no-such-diagram", from, from + 1, List.of(number), 404);
        move(WAY, from, from, List.of(number), 400);
        move(WAY, from, from + 1, List.of(), 400);
        move(WAY, from, from + 1, Collections.nCopies(MovingCases.AT_ONCE + 1, number), 400);
        assertThat(send("/api/cases/move", Map.of("diagram", WAY, "from", from, "to", from, "numbers", List.of(number)))
                        .statusCode())
                .as("no reason")
                .isEqualTo(400);
    }

    @Test
    void nobody_but_an_administrator_may() throws IOException {
        for (String person : List.of(COLLEAGUE, DEPARTMENT_CLERK, ORGANIZATION_CLERK, "yebo")) {
            for (String path : List.of("/api/cases", "/api/cases/running?diagram=" + WAY + "&version=1")) {
                assertThat(new Http(port).get(path, Http.as(person, "demo")).statusCode())
                        .isEqualTo(403);
            }
            assertThat(new Http(port)
                            .post("/api/cases/move", "{}", Http.as(person, "demo"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    // --- versions ----------------------------------------------------------------------------------------------------

    private int latest(String diagram) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    /** @return its version */
    private int deploy(String diagram, String what, String with) {
        String shipped = Modeler.shipped(diagram + ".bpmn");
        return deployText(diagram, what.isEmpty() ? shipped : shipped.replace(what, with));
    }

    private int deployText(String diagram, String text) {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .name("another version")
                .addString(diagram + ".bpmn", text)
                .deploy()
                .getId());
        return latest(diagram);
    }

    private long onVersion(String diagram, int version) throws IOException {
        for (JsonNode one : get("/api/cases")) {
            for (JsonNode each : one.path("versions")) {
                if (one.path("key").asText().equals(diagram)
                        && each.path("version").asInt() == version) {
                    return each.path("cases").asLong();
                }
            }
        }
        throw new AssertionError("no version " + version + " of " + diagram);
    }

    // --- over HTTP ---------------------------------------------------------------------------------------------------

    private JsonNode move(String diagram, int from, int to, List<String> numbers, int status) throws IOException {
        Map<String, Object> move = new HashMap<>();
        move.putAll(Map.of("diagram", diagram, "from", from, "to", to, "numbers", numbers, "reason", REASON));
        return post("/api/cases/move", move, status);
    }

    private JsonNode post(String path, Map<String, Object> body, int status) throws IOException {
        var answer = send(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, Map<String, Object> body) throws IOException {
        return new Http(port).post(path, JSON.writeValueAsString(body), Http.as("admin", "demo"));
    }

    private JsonNode get(String path) throws IOException {
        return JSON.readTree(new Http(port).get(path, Http.as("admin", "demo")).body());
    }
}
