package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;

/** What Cockpit shows on its diagrams is for operators and administrators, in codes: no story, nobody's name. */
@ShangdaTest
class CockpitRightsTest extends AskedOverHttp {

    private static final String CANARY = "金丝雀八二六四";
    private static final String OPERATOR = "yebo";
    private static final String LEADER = "zhaomingyuan";

    @Autowired
    ProcessEngine engine;

    @Test
    void only_operators_and_administrators_are_answered() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        for (String address : addresses(number)) {
            for (String person : List.of(COLLEAGUE, SECRETARY, COLLEGE_CLERK, ASSIGNING_CLERK, LEADER)) {
                assertThat(http.get(person, address).status())
                        .as(person + address)
                        .isEqualTo(404);
            }
            assertThat(http.get(OverHttp.NOBODY, address).status()).as(address).isEqualTo(401);
            for (String person : List.of(OPERATOR, "admin")) {
                assertThat(http.get(person, address).status())
                        .as(person + address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void nobody_reads_a_story_or_a_persons_name() {
        Map<String, Object> form = Cases.concernWith("title", CANARY);
        form.put("description", CANARY);
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up", Map.of("words", CANARY, "tried", CANARY));

        for (String address : addresses(number)) {
            for (String person : List.of(OPERATOR, "admin")) {
                assertThat(http.get(person, address).body())
                        .as(person + address)
                        .doesNotContain(CANARY, "陈宇", "张伟", COLLEAGUE, SECRETARY);
            }
        }
    }

    @Test
    void an_element_says_how_many_stand_there_how_many_are_late_and_for_how_long_the_middle_one_has() {
        String late = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-10T10:00:00");
        cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");

        JsonNode handled = element("level-handling", "UserTask_Handle");
        assertThat(handled.path("open").asInt()).isEqualTo(2);
        assertThat(handled.path("late").asInt()).isEqualTo(1);
        JsonNode branch = element("concern-escalation", "CallActivity_Branch");
        assertThat(branch.path("name").asText()).isEqualTo("党支部办理");
        assertThat(branch.path("late").asInt())
                .as("late below is late at the call")
                .isEqualTo(1);
    }

    @Test
    void tasks_are_counted_for_who_may_not_read_them() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        int before = open("level-handling").path("open").asInt();
        assertThat(before).isEqualTo(1);
        assertThat(open("level-handling").path("late").asInt()).isZero();

        cases.passTo(number, "2026-03-12T10:00:00");

        assertThat(open("level-handling").path("late").asInt()).isEqualTo(1);
        assertThat(http.get(OPERATOR, "/engine-rest/task/count").body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void a_way_is_told_in_codes_levels_and_units_and_what_stays_has_no_end() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");

        JsonNode replay = http.get(OPERATOR, "/api/stalled/replay?instance=" + instance(number, "concern-escalation"))
                .json();
        JsonNode exit = named(replay.path("steps"), "code", "exit/pass-up");
        assertThat(exit.path("level").asText()).isEqualTo("党支部");
        assertThat(exit.path("unit").asText()).isEqualTo("计算机系教工党支部");
        assertThat(exit.path("label").asText()).startsWith("办理");
        assertThat(named(replay.path("stays"), "element", "CallActivity_Branch")
                        .path("until")
                        .isNull())
                .isFalse();
        assertThat(named(replay.path("stays"), "element", "CallActivity_College")
                        .path("until")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_operator_who_stands_aside_finds_no_case() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", OPERATOR));
        String replay = "/api/stalled/replay?instance=" + instance(number, "concern-escalation");

        assertThat(http.get(OPERATOR, "/api/stalled/instances?number=" + number).body())
                .isEqualTo("[]");
        assertThat(http.get(OPERATOR, replay).status()).isEqualTo(404);
        assertThat(http.get("admin", replay).status()).isEqualTo(200);
    }

    @Test
    void what_is_no_id_is_not_found() {
        for (String odd : List.of("", "%00", "x".repeat(300), "%F0%9F%8F%A0", "concern-escalation")) {
            assertThat(http.get(OPERATOR, "/api/stalled/replay?instance=" + odd).status())
                    .as(odd)
                    .isIn(400, 404);
            assertThat(http.get(OPERATOR, "/api/stalled/elements?definition=" + odd)
                            .status())
                    .as(odd)
                    .isIn(400, 404);
            assertThat(http.get(OPERATOR, "/api/stalled/instances?number=" + odd)
                            .body())
                    .as(odd)
                    .doesNotContain("\"instance\"");
        }
    }

    @Test
    void what_is_sent_without_the_token_is_refused_and_ends_no_session() {
        Http cockpit = new Http(port);
        assertThat(cockpit.logInAt("cockpit", OPERATOR, OverHttp.PASSWORD).statusCode())
                .isEqualTo(200);
        for (String address : List.of(
                "/api/stalled/act/retry",
                "/camunda/api/engine/engine/default/process-instance/suspended",
                "/camunda/api/cockpit/plugin/base/default/process-instance")) {
            assertThat(cockpit.post(address, "{}").statusCode()).as(address).isEqualTo(403);
            assertThat(cockpit.post(address, "{}", "X-XSRF-TOKEN", "guessed").statusCode())
                    .as(address)
                    .isEqualTo(403);
            assertThat(cockpit.get("/api/stalled/tasks").statusCode())
                    .as("afterwards " + address)
                    .isEqualTo(200);
            assertThat(cockpit.get("/camunda/api/engine/engine/default/process-definition/count")
                            .statusCode())
                    .as("afterwards " + address)
                    .isEqualTo(200);
        }
    }

    private List<String> addresses(String number) {
        return List.of(
                "/api/stalled/tasks",
                "/api/stalled/instances?number=" + number,
                "/api/stalled/elements?definition=" + definition("concern-escalation"),
                "/api/stalled/elements?definition=" + definition("level-handling"),
                "/api/stalled/replay?instance=" + instance(number, "concern-escalation"),
                "/api/stalled/replay?instance=" + instance(number, "level-handling"));
    }

    private JsonNode element(String process, String id) {
        return named(
                http.get(OPERATOR, "/api/stalled/elements?definition=" + definition(process))
                        .json(),
                "element",
                id);
    }

    private JsonNode open(String process) {
        return named(http.get(OPERATOR, "/api/stalled/tasks").json(), "process", process);
    }

    private static JsonNode named(JsonNode list, String name, String value) {
        for (JsonNode one : list) {
            if (one.path(name).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError(value + " is not in " + list);
    }

    private String instance(String number, String process) {
        return cases.instance(number, process).getId();
    }

    private String definition(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
