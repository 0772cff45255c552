package org.shangda.engine.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Modeler.shipped;
import static org.shangda.Modeler.withCell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.io.TempDir;
import org.shangda.Cases;
import org.shangda.FifthLevel;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.versions.Merge.Conflict;
import org.shangda.engine.versions.RuleChanges.Reason;
import org.shangda.engine.versions.Upgrade.Step;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An administrator has given the department five more days and called a field otherwise. A new version of the product ships
 * a fifth level: a diagram and rows of three tables, one of them the administrator's.
 */
@ShangdaTest
@Tag("h2")
class UpgradeProcessTest {

    private static final String CAMPUS_CLERK = "yuanye";
    private static final String CAMPUS_HEAD = "shidayong";

    @TempDir
    private Path jar;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProductDeployment product;

    @Autowired
    RuleChanges changes;

    @Autowired
    DifferenceWords words;

    @Autowired
    Sentences say;

    @Autowired
    Monitors monitors;

    @Autowired
    Inputs inputs;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private Set<String> before;
    private ProductDeployment next;

    @BeforeEach
    void an_administrators_changes_and_a_new_jar() throws IOException {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        before = deployments();
        Modeler modeler = new Modeler(port);
        modeler.deploy("期限", "level-deadlines.dmn", withCell("level-deadlines", "Rule_Department", "handleDays", "17"));
        modeler.deploy("叫法", "handle-concern.form", label(shipped("forms/handle-concern.form")));
        for (String file : MergeTest.everythingShipped().toList()) {
            write(file, shipped(file));
        }
        for (Map.Entry<String, String> file : FifthLevel.files().entrySet()) {
            write("bpmn/" + file.getKey(), file.getValue());
        }
        next = new ProductDeployment(
                engine, jar.toUri().toString(), product::examine, new TransactionTemplate(transactions));
    }

    @AfterEach
    void the_shipped_set_is_in_force_again() {
        List<String> added = new ArrayList<>(deployments());
        added.removeAll(before);
        Modeler.takeBack(engine.getRepositoryService(), added.toArray(String[]::new));
        cases.endAll();
    }

    @Test
    void both_are_in_force_after_the_start_and_a_concern_climbs_five_levels() {
        next.deploy();

        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.approve(COLLEGE_HEAD, number);
        cases.exit(CAMPUS_CLERK, number, "pass-up", Map.of("unit", Cases.DEPARTMENT));
        cases.approve(CAMPUS_HEAD, number);
        assertThat(cases.dueAt(number, "department")).as("17 working days").isEqualTo("2026-03-25T17:00");
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(Cases.ORGANIZATION_CLERK, number, "agenda");
        cases.decided(number, Map.of("ruling", "refused", "on", "2026-03-02", "words", "今年没有这笔经费。"));
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(cases.handlings(number, "level"))
                .containsExactly("branch", "college", "campus", "department", "organization-department");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(inForce("form", "handle-concern")).contains("本校的叫法");
    }

    @Test
    void the_next_start_deploys_nothing_and_the_next_jar_starts_from_what_was_shipped_last() throws IOException {
        next.deploy();
        Set<String> afterwards = deployments();
        next.deploy();
        assertThat(deployments()).isEqualTo(afterwards);

        write(
                "bpmn/level-deadlines.dmn",
                withCell(
                        FifthLevel.files().get("level-deadlines.dmn"),
                        "level-deadlines",
                        "Rule_Branch",
                        "handleDays",
                        "8"));
        next.deploy();
        Structure table = Structure.of(".dmn", inForce("dmn", "level-deadlines").getBytes());
        assertThat(table.parts().get("Rule_Branch").facts()).containsEntry("Output_HandleDays", "8");
        assertThat(table.parts().get("Rule_Department").facts()).containsEntry("Output_HandleDays", "17");
    }

    @Test
    void where_both_have_changed_one_row_the_whole_former_set_stays_until_an_administrator_decides()
            throws IOException {
        Set<String> formerly = deployments();
        write(
                "bpmn/level-deadlines.dmn",
                withCell(
                        FifthLevel.files().get("level-deadlines.dmn"),
                        "level-deadlines",
                        "Rule_Department",
                        "handleDays",
                        "15"));
        next.deploy();

        assertThat(deployments()).isEqualTo(formerly);
        assertThat(inForce("bpmn", "concern-escalation")).doesNotContain("CallActivity_Campus");
        assertThat(next.conflicts()).singleElement().satisfies(step -> {
            assertThat(step.file().name()).isEqualTo("bpmn/level-deadlines.dmn");
            assertThat(step.conflicts())
                    .extracting(conflict -> conflict.part().id())
                    .containsExactly("Rule_Department");
        });
        assertThat(next.health().getStatus().getCode()).isEqualTo("UP");

        RuleUpkeep upkeep = new RuleUpkeep(engine, next, changes, monitors, inputs, transactions);
        Reason reason = new Reason("经部务会研究，保留本校期限", "组发〔2026〕3 号");
        cases.as("admin", () -> {
            upkeep.decide(Map.of("bpmn/level-deadlines.dmn", "mine"), reason, "admin");
            return null;
        });

        assertThat(next.conflicts()).isEmpty();
        assertThat(next.health().getDetails()).isEmpty();
        assertThat(inForce("bpmn", "concern-escalation")).contains("CallActivity_Campus");
        assertThat(inForce("dmn", "level-deadlines"))
                .as("the row that both changed is the administrator's, the new level's row came along")
                .contains(">17<", "campus")
                .doesNotContain(">15<");
        assertThat(changes.latest(null, 1)).singleElement().satisfies(change -> {
            assertThat(change.author()).isEqualTo("admin");
            assertThat(change.document()).isEqualTo("组发〔2026〕3 号");
        });
    }

    /** Each by itself is right; together two rows answer the same. */
    @Test
    void
            an_administrators_row_for_the_new_level_beside_the_shipped_one_leaves_the_former_set_and_page_and_health_say_so() {
        new Modeler(port)
                .deploy("校区一级", "level-deadlines.dmn", FifthLevel.files().get("level-deadlines.dmn"));
        Set<String> formerly = deployments();
        RuleVersions page = new RuleVersions(engine, next, changes, words, say);

        next.deploy();

        assertThat(deployments()).isEqualTo(formerly);
        assertThat(inForce("bpmn", "concern-escalation")).doesNotContain("CallActivity_Campus");
        assertThat(next.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(next.health().getDetails().get("shippedSetNotInForce"))
                .asInstanceOf(list(String.class))
                .contains("bpmn/level-deadlines.dmn");
        assertThat(page.overview().heldBack())
                .filteredOn(one -> one.file().equals("bpmn/level-deadlines.dmn"))
                .singleElement()
                .satisfies(one -> assertThat(one.conflicts().toString()).contains("level-deadlines", "campus"));
        String number = cases.at("department", "problem");
        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "department");

        Map<String, String> shipped = next.conflicts().stream()
                .collect(Collectors.toMap(step -> step.file().name(), step -> "shipped"));
        cases.as("admin", () -> {
            new RuleUpkeep(engine, next, changes, monitors, inputs, transactions)
                    .decide(shipped, new Reason("采用系统版本", null), "admin");
            return null;
        });
        assertThat(page.overview().heldBack()).isEmpty();
        assertThat(next.health().getDetails()).isEmpty();
        assertThat(inForce("bpmn", "concern-escalation")).contains("CallActivity_Campus");
    }

    @Test
    void what_together_is_refused_leaves_the_whole_former_set_and_says_why() throws IOException {
        Set<String> formerly = deployments();
        String inForce = inForce("form", "handle-concern");
        write(
                "forms/handle-concern.form",
                shipped("forms/handle-concern.form")
                        .replaceFirst("\\n\\s*\"id\": \"Field_006\"", "\"unheard\": \"\", \"id\": \"Field_006\""));

        next.deploy();

        assertThat(deployments()).isEqualTo(formerly);
        assertThat(inForce("form", "handle-concern")).isEqualTo(inForce);
        assertThat(next.conflicts())
                .flatExtracting(Step::conflicts)
                .extracting(Conflict::words)
                .anyMatch(words -> words.contains("unheard"));
    }

    @Test
    void what_together_leads_astray_leaves_the_whole_former_set_and_says_where() throws IOException {
        Set<String> formerly = deployments();
        write(
                "bpmn/concern-escalation.bpmn",
                FifthLevel.files()
                        .get("concern-escalation.bpmn")
                        .replaceFirst(
                                "(id=\"Flow_SecondReturn_College\"[^>]*targetRef=\")\\w+",
                                "$1CallActivity_Department"));

        next.deploy();

        assertThat(deployments()).isEqualTo(formerly);
        assertThat(next.conflicts())
                .flatExtracting(Step::conflicts)
                .extracting(Conflict::words)
                .anyMatch(words -> words.contains("CallActivity_Department") && words.contains("试走"));
    }

    private Set<String> deployments() {
        return engine.getRepositoryService().createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    private String inForce(String kind, String key) {
        Deployed now = Deployed.lookUp(engine);
        return new String(now.content(now.inForce(kind, key).orElseThrow()), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String label(String form) {
        String changed = form.replaceFirst("\"label\": \"情况说明\"", "\"label\": \"本校的叫法\"");
        assertThat(changed).isNotEqualTo(form);
        return changed;
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(jar.resolve(file).getParent());
        Files.writeString(jar.resolve(file), content);
    }
}
