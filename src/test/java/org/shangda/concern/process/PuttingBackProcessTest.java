package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.PuttingBack;
import org.shangda.concern.PuttingBack.Decision;
import org.shangda.probe.Http;
import org.shangda.words.Choice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator puts a concern back at a level. It is Monday, 2 March 2026. */
@ShangdaTest
class PuttingBackProcessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REASON = "原流程在此中断，请学院重新办理。";

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    PuttingBack puttingBack;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private String deployed;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void the_shipped_diagram_is_in_force() {
        if (deployed != null) {
            cases.endAll();
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
    }

    @Test
    void what_a_department_has_is_handled_by_the_college_anew_and_goes_on_to_the_end() throws IOException {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Sign");

        JsonNode standing = putBack(number, "college", 200);

        assertThat(standing.path("at").get(0).asText()).isEqualTo("院级党组织 · 计算机学院党委");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handling(number, "department", "outcome")).isEqualTo("put-back");
        assertThat(cases.handling(number, "department", "ended_at")).isNotNull();
        assertThat(cases.dueAt(number, "college")).isEqualTo("2026-03-13T17:00");
        assertThat(cases.steps(number)).endsWith("PUT_BACK", "REACHED");
        assertThat(cases.step(number, "PUT_BACK", "actor")).isEqualTo("admin");
        cases.exit(COLLEGE_CLERK, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(cases.instances(number)).isEmpty();
    }

    @Test
    void the_colleague_reads_that_it_was_put_back_and_why_in_their_language() throws IOException {
        String number = cases.at("college", "problem");
        putBack(number, "branch", 200);

        assertThat(wayOf(number, "zh")).contains("管理员已将本事项转回“党支部”重新办理", "原因：" + REASON, "系统管理员");
        assertThat(wayOf(number, "en")).contains("An administrator has put this back", "Reason: " + REASON);
    }

    /** The task is there, and no form, so nobody can ever act on it. */
    @Test
    void from_a_dead_end_of_the_diagram_the_branch_has_it_again() throws IOException {
        deployed = engine.getRepositoryService()
                .createDeployment()
                .name("a dead end")
                .addString(
                        "concern-escalation.bpmn",
                        Modeler.shipped("concern-escalation.bpmn").replace("UserTask_Rate\"", "UserTask_Nobody\""))
                .deploy()
                .getId();
        String number = cases.answeredBy("branch", "problem");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        assertThat(cases.findTask(number, "UserTask_Rate")).isEmpty();

        putBack(number, "branch", 200);

        assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "branch");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
    }

    @Test
    void a_safety_hazard_leaves_both_its_places_and_is_at_one() throws IOException {
        String number = cases.at("college", "hazard");
        String other = cases.at("college", "hazard");
        cases.exitAt("college", COLLEGE_CLERK, other, "answer", Map.of());

        putBack(number, "college", 200);
        putBack(other, "department", 200);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handlings(number, "outcome")).containsExactlyInAnyOrder("put-back", "put-back", null);
        assertThat(cases.instance(number, "concern-escalation"))
                .isWaitingAt("CallActivity_College", "UserTask_MyConcern")
                .isNotWaitingAt("CallActivity_HazardDepartment", "CallActivity_HazardCollege");
        cases.exit(COLLEGE_CLERK, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.instances(number)).isEmpty();
        assertThat(cases.openTasks(other)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        cases.exit(DEPARTMENT_CLERK, other, "answer");
        cases.approve(DEPARTMENT_HEAD, other);
        cases.act(COLLEGE_CLERK, other, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        cases.act(COLLEAGUE, other, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.instances(other)).isEmpty();
    }

    @Test
    void supervision_ends_with_it() throws IOException {
        String number = cases.at("college", "problem");
        cases.passTo(number, "2026-03-09T17:00:00");
        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");

        putBack(number, "college", 200);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.supervisions(number, "decision")).containsExactly("put-back");
        assertThat(cases.handlings(number, "supervised")).allMatch(value -> value.matches("(?i)f(alse)?"));
        assertThat(cases.instances(number)).hasSize(2);
    }

    @Test
    void opinions_that_were_asked_for_are_no_longer_asked_for() throws IOException {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("cwc", "rsc")));
        assertThat(cases.openTasks(number)).contains("UserTask_Opinion");

        putBack(number, "department", 200);

        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handling(number, "department", "unit")).isEqualTo(Cases.DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        assertThat(cases.openTasks(number)).contains("UserTask_Sign");
    }

    @ParameterizedTest
    @CsvSource({"ask, 2026-03-17T17:00", "explain, 2026-03-17T17:00"})
    void a_clock_that_stands_still_goes_on_at_the_level(String exit, String due) throws IOException {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, exit, Map.of("on", "2026-03-20"));
        cases.passTo(number, "2026-03-04T09:00:00");

        putBack(number, "college", 200);

        assertThat(cases.pauses(number, "to_at")).hasSize(1).doesNotContainNull();
        assertThat(cases.dueAt(number, "college")).isEqualTo(due);
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void what_waits_for_confirmation_a_rating_or_the_university_is_put_back_too() throws IOException {
        String referral = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, referral, "pass-up");
        String rating = cases.answeredBy("college", "problem");
        String agenda = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, agenda, "agenda", Map.of("on", "2026-03-20"));
        String review = cases.review("branch", "problem");
        for (String number : List.of(referral, rating, agenda, review)) {
            putBack(number, "college", 200);

            assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
            assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
            cases.exit(COLLEGE_CLERK, number, "answer");
            cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
            assertThat(cases.instances(number)).isEmpty();
        }
    }

    @Test
    void when_anything_fails_afterwards_engine_and_domain_are_as_before() {
        String number = cases.at("department", "problem");
        List<String> steps = cases.steps(number);
        String task = cases.task(number, "UserTask_Handle").getId();
        long seen = puttingBack.standing(number).seen();

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    puttingBack.putBack(number, "admin", new Decision("college", REASON, seen));
                    throw new IllegalStateException("the power goes");
                }))
                .hasMessage("the power goes");

        assertThat(cases.steps(number)).isEqualTo(steps);
        assertThat(cases.task(number, "UserTask_Handle").getId()).isEqualTo(task);
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "department");
        assertThat(cases.handling(number, "department", "ended_at")).isNull();
        assertThat(cases.instance(number, "concern-escalation")).isWaitingAt("CallActivity_Department");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
    }

    @Test
    void whoever_clicks_twice_puts_it_back_once() throws IOException {
        String number = cases.at("department", "problem");
        long seen = puttingBack.standing(number).seen();

        assertThat(send(number, "college", REASON, seen).statusCode()).isEqualTo(200);
        HttpResponse<String> second = send(number, "college", REASON, seen);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("该事项刚有新的进展");
        assertThat(cases.steps(number)).filteredOn("PUT_BACK"::equals).hasSize(1);
    }

    @Test
    void what_is_over_stays_over_and_the_refusal_names_the_state() throws IOException {
        String closed = cases.answeredBy("branch", "problem");
        cases.act(COLLEAGUE, closed, "UserTask_Rate", Map.of("rating", "satisfied"));
        String withdrawn = cases.at("branch", "problem");
        cases.act(COLLEAGUE, withdrawn, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(putBack(closed, "branch", 409).path("detail").asText()).contains("已结案");
        assertThat(putBack(withdrawn, "branch", 409).path("detail").asText()).contains("已撤回");
    }

    @Test
    void a_level_that_is_none_for_this_concern_or_a_reason_that_says_nothing_is_refused() throws IOException {
        String hazard = cases.at("college", "hazard");
        assertThat(levels(hazard))
                .contains("college", "department", "organization-department")
                .doesNotContain("branch");
        putBack(hazard, "branch", 409);
        putBack(hazard, "nowhere", 409);
        long seen = puttingBack.standing(hazard).seen();
        for (String reason : new String[] {null, " ", "错 ", "字".repeat(2_001)}) {
            assertThat(send(hazard, "college", reason, seen).statusCode())
                    .as(reason)
                    .isEqualTo(400);
        }
        Map<String, Object> kept = Cases.concernWith("travel", "first-receiver-only");
        String first = cases.raise(COLLEAGUE, kept);
        assertThat(levels(first)).containsExactly("branch");
        assertThat(putBack(first, "college", 409).path("detail").asText()).contains("首个受理单位");
        assertThat(send("SD-NONE", "college", REASON, 1).statusCode()).isEqualTo(404);
        assertThat(cases.steps(hazard)).doesNotContain("PUT_BACK");
    }

    @Test
    void what_is_suspended_is_to_be_resumed_first() throws IOException {
        String number = cases.at("branch", "problem");
        String way = cases.instance(number, "concern-escalation").getId();
        engine.getRuntimeService().suspendProcessInstanceById(way);

        assertThat(putBack(number, "branch", 409).path("detail").asText()).contains("已被暂停");
        engine.getRuntimeService().activateProcessInstanceById(way);
        putBack(number, "branch", 200);
    }

    @Test
    void nobody_but_an_administrator_may() throws IOException {
        String number = cases.at("department", "problem");
        for (String person : List.of(COLLEAGUE, DEPARTMENT_CLERK, ORGANIZATION_CLERK, "yebo")) {
            String path = "/api/cases/" + number + "/back";
            assertThat(new Http(port).get(path, Http.as(person, "demo")).statusCode())
                    .isEqualTo(403);
            assertThat(new Http(port)
                            .post(
                                    path,
                                    body(
                                            "college",
                                            REASON,
                                            puttingBack.standing(number).seen()),
                                    Http.as(person, "demo"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(cases.steps(number)).doesNotContain("PUT_BACK");
    }

    private List<String> levels(String number) {
        return puttingBack.standing(number).levels().stream().map(Choice::value).toList();
    }

    private String wayOf(String number, String language) {
        return new Http(port)
                .get(
                        "/api/concerns/" + number,
                        "Authorization",
                        Http.basic(COLLEAGUE, "demo"),
                        "Accept-Language",
                        language)
                .body();
    }

    private JsonNode putBack(String number, String level, int status) throws IOException {
        HttpResponse<String> answer =
                send(number, level, REASON, puttingBack.standing(number).seen());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String number, String level, String reason, long seen) throws IOException {
        return new Http(port)
                .post("/api/cases/" + number + "/back", body(level, reason, seen), Http.as("admin", "demo"));
    }

    private static String body(String level, String reason, long seen) throws IOException {
        Map<String, Object> decision = new HashMap<>();
        decision.put("level", level);
        decision.put("reason", reason);
        decision.put("seen", seen);
        return JSON.writeValueAsString(decision);
    }
}
