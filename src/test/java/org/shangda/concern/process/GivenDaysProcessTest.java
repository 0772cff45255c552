package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.Joining;
import org.shangda.concern.Joining.Join;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator gives the department fifteen working days instead of ten; with the two for receipt that is 17 instead of
 * 12 in the table. It is Monday, 2 March 2026.
 */
@ShangdaTest
@Tag("h2")
class GivenDaysProcessTest {

    private static final String REASON = "校发〔2026〕8 号：职能部门办理期限改为十五个工作日。";

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    Joining joining;

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    private String before;
    private String deployed;

    @BeforeEach
    void a_case_at_the_department_before_the_table_changes() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        before = cases.at("department", "problem");
        deployed = new Modeler(port)
                .deploy(
                        "期限改为十五个工作日",
                        "level-deadlines.dmn",
                        Modeler.withCell("level-deadlines", "Rule_Department", "handleDays", "17"));
    }

    @AfterEach
    void the_shipped_table_is_in_force_again() {
        Modeler.takeBack(repository, deployed);
        cases.endAll();
    }

    @Test
    void a_changed_table_counts_for_what_arrives_and_leaves_what_is_under_way() throws IOException {
        String after = cases.at("department", "problem");

        assertThat(cases.dueAt(before, "department")).isEqualTo("2026-03-18T17:00");
        assertThat(cases.dueAt(after, "department")).isEqualTo("2026-03-25T17:00");
        assertThat(kept()).hasSize(1);
        JsonNode group = kept().get(0);
        assertThat(group.path("where").asText()).isEqualTo("职能部门 · 首次办理");
        assertThat(group.path("unitName").asText()).isEqualTo("后勤管理处");
        assertThat(group.path("days").asInt()).isEqualTo(12);
        assertThat(group.path("daysNow").asInt()).isEqualTo(17);
        assertThat(group.path("cases").asInt()).isEqualTo(1);
    }

    @Test
    void an_administrator_extends_what_is_under_way_and_the_colleague_reads_why() throws IOException {
        JsonNode extended = extend(Map.of("level", "department", "reason", REASON), 200);

        assertThat(extended.path("cases").asInt()).isEqualTo(1);
        assertThat(cases.dueAt(before, "department")).isEqualTo("2026-03-25T17:00");
        assertThat(cases.dueOf(before, "UserTask_Handle").toInstant()).isEqualTo(TestTime.at("2026-03-25T17:00:00"));
        assertThat(cases.show(COLLEAGUE, cases.task(before, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("办理期限延长", "2026-03-25", REASON);
        assertThat(kept()).isEmpty();
        extend(Map.of("reason", REASON), 409);
        assertThat(cases.steps(before)).filteredOn("DEADLINE_EXTENDED"::equals).hasSize(1);
    }

    @Test
    void after_an_extension_reminder_and_supervision_come_when_the_new_deadline_says() throws IOException {
        cases.claim(DEPARTMENT_CLERK, cases.task(before, "UserTask_Handle"));
        extend(Map.of("reason", REASON), 200);

        cases.passTo(before, "2026-03-20T17:00:00");
        assertThat(cases.steps(before)).doesNotContain("REMINDED", "SUPERVISED");
        cases.passTo(before, "2026-03-23T17:00:00");
        assertThat(cases.steps(before)).contains("REMINDED").doesNotContain("SUPERVISED");
        cases.passTo(before, "2026-03-25T17:00:00");
        assertThat(cases.steps(before)).contains("SUPERVISED");
    }

    @Test
    void where_the_clock_stands_still_the_new_days_count_when_it_goes_on() throws IOException {
        cases.exit(DEPARTMENT_CLERK, before, "ask");
        extend(Map.of("reason", REASON), 200);

        cases.act(COLLEAGUE, before, "UserTask_Supplement", Map.of("words", "补充说明。"));

        assertThat(cases.dueAt(before, "department")).isEqualTo("2026-03-25T17:00");
    }

    @Test
    void what_is_supervised_is_left_to_whoever_supervises_it() throws IOException {
        cases.passTo(before, "2026-03-18T17:00:00");
        assertThat(cases.openTasks(before)).contains("UserTask_Supervise");

        assertThat(kept().get(0).path("supervised").asInt()).isEqualTo(1);
        extend(Map.of("reason", REASON), 409);
    }

    // --- handled together --------------------------------------------------------------------------------------------

    /** One that arrived under the changed table leads, and is due as early as the one that waits for it. */
    private String leadingBefore() {
        String leading = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(DEPARTMENT_CLERK, leading, before);
        assertThat(cases.dueAt(leading, "department")).isEqualTo("2026-03-18T17:00");
        return leading;
    }

    @Test
    void what_is_handled_with_others_is_due_later_when_the_one_that_waits_is_given_more_days() throws IOException {
        String leading = leadingBefore();

        assertThat(extend(Map.of("reason", REASON), 200).path("cases").asInt()).isEqualTo(1);

        for (String number : List.of(leading, before)) {
            assertThat(cases.dueAt(number, "department")).isEqualTo("2026-03-25T17:00");
        }
        assertThat(cases.dueOf(leading, "UserTask_Handle").toInstant()).isEqualTo(TestTime.at("2026-03-25T17:00:00"));
        cases.passTo(leading, "2026-03-20T17:00:00");
        assertThat(cases.steps(leading)).doesNotContain("SUPERVISED");
    }

    @Test
    void what_waits_for_one_that_is_supervised_is_left_to_whoever_supervises_that() throws IOException {
        cases.passTo(leadingBefore(), "2026-03-18T17:00:00");

        assertThat(kept().get(0).path("supervised").asInt()).isEqualTo(1);
        extend(Map.of("reason", REASON), 409);
    }

    @Test
    void who_joins_with_fewer_days_brings_the_task_of_the_leading_one_forward() {
        String leading = cases.at("department", "problem");
        String fewer = new Modeler(port)
                .deploy(
                        "期限改为八个工作日",
                        "level-deadlines.dmn",
                        Modeler.withCell("level-deadlines", "Rule_Department", "handleDays", "10"));
        try {
            long visit = Long.parseLong(cases.handling(leading, "department", "id"));
            String own = cases.as(
                    Cases.MEMBER,
                    () -> joining.join(Cases.MEMBER, visit, new Join("", "named", true, null, List.of())));

            assertThat(cases.dueAt(own, "department")).isEqualTo("2026-03-16T17:00");
            assertThat(cases.dueAt(leading, "department")).isEqualTo("2026-03-16T17:00");
            assertThat(cases.dueOf(leading, "UserTask_Handle").toInstant())
                    .isEqualTo(TestTime.at("2026-03-16T17:00:00"));
        } finally {
            Modeler.takeBack(repository, fewer);
        }
    }

    @Test
    void without_a_reason_and_for_others_than_administrators_nothing_is_extended() throws IOException {
        extend(Map.of("level", "department"), 400);
        assertThat(new Http(port).post("/api/given-days", "{\"reason\":\"x\"}", Http.as(DEPARTMENT_CLERK, "demo")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403));
        assertThat(cases.dueAt(before, "department")).isEqualTo("2026-03-18T17:00");
    }

    private List<JsonNode> kept() throws IOException {
        return List.of(new ObjectMapper()
                .readValue(
                        new Http(port)
                                .get("/api/given-days", Http.as("admin", "demo"))
                                .body(),
                        JsonNode[].class));
    }

    private JsonNode extend(Map<String, String> what, int status) throws IOException {
        ObjectMapper json = new ObjectMapper();
        var answer = new Http(port).post("/api/given-days", json.writeValueAsString(what), Http.as("admin", "demo"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }
}
