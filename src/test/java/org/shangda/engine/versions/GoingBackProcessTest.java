package org.shangda.engine.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_HEAD;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Modeler.withCell;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.shangda.engine.versions.RuleChanges.Reason;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * 校区 is tried as a fifth level, with six days for the branch, and given up again while concerns are before it, at it and
 * behind it. It is Monday, 2 March 2026.
 */
@ShangdaTest
@Tag("h2")
class GoingBackProcessTest {

    private static final String CAMPUS_CLERK = "yuanye";
    private static final String CAMPUS_HEAD = "shidayong";
    private static final Reason REASON = new Reason("试行校区一级", "校发〔2026〕8 号");

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuleUpkeep upkeep;

    @Autowired
    RuleChanges changes;

    @LocalServerPort
    int port;

    private Set<String> before;
    private long shippedSet;

    @BeforeEach
    void the_shipped_set() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        before = deployments();
        shippedSet = changes.latest(null, 1).get(0).id();
    }

    @AfterEach
    void the_shipped_set_is_in_force_again() {
        cases.endAll();
        List<String> added = new ArrayList<>(deployments());
        added.removeAll(before);
        Modeler.takeBack(engine.getRepositoryService(), added.toArray(String[]::new));
    }

    @Test
    void one_click_back_lets_every_case_end_on_the_way_on_which_it_began() throws IOException {
        String beforeTrial = cases.at("college", "problem");
        tryFiveLevels();
        String early = cases.at("branch", "problem");
        assertThat(cases.dueAt(early, "branch")).as("6 working days").isEqualTo("2026-03-10T17:00");
        String late = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, late, "pass-up");
        cases.approve(COLLEGE_HEAD, late);
        assertThat(cases.handlings(late, "level")).endsWith("campus");

        goBack();

        String afterwards = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(cases.dueAt(afterwards, "branch")).as("7 working days").isEqualTo("2026-03-11T17:00");
        cases.exit(SECRETARY, afterwards, "pass-up");
        for (String four : List.of(beforeTrial, afterwards)) {
            cases.passToDepartment(four, Cases.DEPARTMENT);
            answeredByTheDepartment(four);
            assertThat(cases.handlings(four, "level")).containsExactly("branch", "college", "department");
        }
        cases.exit(SECRETARY, early, "pass-up");
        cases.exit(COLLEGE_CLERK, early, "pass-up");
        cases.approve(COLLEGE_HEAD, early);
        for (String five : List.of(early, late)) {
            cases.exit(CAMPUS_CLERK, five, "pass-up", Map.of("unit", Cases.DEPARTMENT));
            cases.approve(CAMPUS_HEAD, five);
            answeredByTheDepartment(five);
            assertThat(cases.handlings(five, "level")).containsExactly("branch", "college", "campus", "department");
        }
        for (String number : List.of(beforeTrial, early, late, afterwards)) {
            assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
            assertThat(cases.instances(number)).isEmpty();
        }
    }

    @Test
    void dissatisfied_twice_and_too_late_are_as_they_were_at_a_level_that_is_in_force_no_more() throws IOException {
        tryFiveLevels();
        String twice = cases.at("college", "problem");
        String late = cases.at("college", "problem");
        for (String number : List.of(twice, late)) {
            cases.exit(COLLEGE_CLERK, number, "pass-up");
            cases.approve(COLLEGE_HEAD, number);
        }

        goBack();

        cases.exit(CAMPUS_CLERK, twice, "answer");
        cases.dissatisfied(twice);
        cases.exit(CAMPUS_HEAD, twice, "answer");
        cases.dissatisfied(twice);
        cases.exit(ORGANIZATION_HEAD, twice, "answer");
        assertThat(cases.concern(twice, "state")).isEqualTo("CLOSED");
        assertThat(cases.handlings(twice, "stage")).containsExactly("first", "first", "first", "again", "review");
        cases.passTo(late, cases.dueAt(late, "campus"));
        assertThat(cases.openTasks(late)).contains("UserTask_Handle", "UserTask_Supervise");
    }

    /** All four files at once, from the page. */
    private void tryFiveLevels() {
        Map<String, byte[]> files = new HashMap<>();
        FifthLevel.files().forEach((file, content) -> files.put(file, content.getBytes(StandardCharsets.UTF_8)));
        String deadlines = FifthLevel.files().get("level-deadlines.dmn");
        files.put(
                "level-deadlines.dmn",
                withCell(deadlines, "level-deadlines", "Rule_Branch", "handleDays", "6")
                        .getBytes(StandardCharsets.UTF_8));
        cases.as("admin", () -> {
            upkeep.deploy(files, REASON, "admin");
            return null;
        });
    }

    private void goBack() throws IOException {
        var answer = new Http(port)
                .post(
                        "/api/rules/back",
                        new ObjectMapper().writeValueAsString(Map.of("change", shippedSet, "reason", "试行结束")),
                        Http.as("admin", "demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        Deployed now = Deployed.lookUp(engine);
        assertThat(now.inForce())
                .filteredOn(version ->
                        version.key().startsWith("level-") || version.key().startsWith("concern-"))
                .hasSizeGreaterThan(4)
                .allMatch(now::isProducts);
    }

    private void answeredByTheDepartment(String number) {
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
    }

    private Set<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }
}
