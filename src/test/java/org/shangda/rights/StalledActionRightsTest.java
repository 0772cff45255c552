package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.shangda.monitoring.StalledAction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may do what from a row of 停滞事项: whoever may is offered it and does it, and everybody else is refused. */
@ShangdaTest
@Tag("h2")
class StalledActionRightsTest extends AskedOverHttp {

    /** Of a case that is late at a department, by what they have to do with it. */
    private static final Map<String, String> PEOPLE = people();

    /** Each action, the cause of the row from which it is done, and who may. An action that is not here is nobody's yet. */
    private static final String TABLE = """
            urge            handle-overdue  supervisor
            extend          handle-overdue  supervisor
            take-over       handle-overdue  supervisor
            give            handle-overdue  supervisor
            give-to-person  handle-overdue  supervisor
            move-up         handle-overdue  supervisor
            ask-to-urge     handle-overdue  operator administrator
            watch           handle-overdue  supervisor leader operator administrator
            unwatch         handle-overdue  supervisor leader operator administrator
            suspend         handle-overdue  operator administrator
            retry           job-failed      operator administrator
            retry-alike     job-failed      operator administrator
            resume          suspended       operator administrator
            offer-anew      nobody-can-act  operator administrator
            fill            opinion-vacant  supervisor administrator
            """;

    @Autowired
    Pairings pairings;

    @Autowired
    Monitoring monitoring;

    @Autowired
    List<StalledAction> actions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate database;

    private static Map<String, String> people() {
        Map<String, String> people = new LinkedHashMap<>();
        people.put("colleague", COLLEAGUE);
        people.put("handler", DEPARTMENT_CLERK);
        people.put("supervisor", ASSIGNING_CLERK);
        people.put("supervisor-of-another-line", COLLEGE_CLERK);
        people.put("leader", "xujianhua");
        people.put("operator", "yebo");
        people.put("administrator", "admin");
        return people;
    }

    private static Stream<String[]> rows() {
        return TABLE.lines().map(line -> line.split("\\s+", 3));
    }

    @BeforeEach
    void nobodyWatches() {
        database.update("delete from stalled_watch");
    }

    @AfterEach
    void asBefore() {
        nobodyWatches();
        pairings.roster(lines -> lines);
    }

    @Test
    void of_every_action_it_is_said_who_may_do_it() {
        assertThat(rows().map(row -> row[0]))
                .as("say in the table who may do it")
                .containsExactlyInAnyOrderElementsOf(
                        actions.stream().map(StalledAction::code).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whoever_may_is_offered_it_and_does_it_and_nobody_else(String action, String cause, String allowed) {
        Set<String> may = new TreeSet<>(List.of(allowed.split(" ")));
        String number = lateAtTheDepartment(cause);
        String subject = subject(number, cause);
        if (action.equals("unwatch")) {
            may.forEach(who -> act(who, "watch", subject));
        }

        Set<String> offered = new TreeSet<>();
        PEOPLE.keySet().stream()
                .filter(who -> offered(who, number, subject).contains(action))
                .forEach(offered::add);
        assertThat(offered).isEqualTo(may);

        List<String> way = cases.steps(number);
        PEOPLE.keySet().stream()
                .filter(who -> !may.contains(who))
                .forEach(who -> assertThat(done(who, action, subject)).as(who).isFalse());
        assertThat(cases.steps(number)).isEqualTo(way);
        assertThat(cases.handlings(number, "unit")).last().isEqualTo("hqc");

        for (String who : may) {
            asBefore();
            TestTime.set(TestTime.MONDAY);
            String another = subject(lateAtTheDepartment(cause), cause);
            if (action.equals("unwatch")) {
                act(who, "watch", another);
            }
            assertThat(done(who, action, another)).as(who).isTrue();
        }
    }

    private String subject(String number, String cause) {
        return database.queryForObject(
                "select min(subject) from stalled where number = ? and cause = ?", String.class, number, cause);
    }

    @Test
    void who_else_may_handle_it_is_named_to_the_supervising_unit_alone() {
        String number = lateAtTheDepartment("handle-overdue");
        String subject = database.queryForObject(
                "select min(subject) from stalled where number = ? and handling is not null", String.class, number);

        PEOPLE.forEach((who, person) -> {
            String answer = http.get(person, "/api/stalled/act/give-to-person?rows=" + subject)
                    .body();
            if (who.equals("supervisor")) {
                assertThat(answer).contains(OTHER_DEPARTMENT_CLERK, "范伟");
            } else {
                assertThat(answer).as(who).doesNotContain(OTHER_DEPARTMENT_CLERK, "范伟");
            }
        });
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    /** It stands still for one cause besides being late. */
    private String lateAtTheDepartment(String cause) {
        String number = cases.at("department", "problem");
        Task task = cases.task(number, "UserTask_Handle");
        cases.claim(DEPARTMENT_CLERK, task);
        if (cause.equals("opinion-vacant")) {
            cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,rsc,.*\\R", ""));
        }
        cases.passTo(number, "2026-03-18T17:30:00");
        switch (cause) {
            case "job-failed" ->
                management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);
            case "suspended" ->
                runtime.suspendProcessInstanceById(
                        cases.instance(number, "level-handling").getId());
            case "nobody-can-act" -> toNobody(task);
            default -> {
                // it is late
            }
        }
        assertThat(monitoring.look()).isTrue();
        return number;
    }

    private void toNobody(Task task) {
        tasks.setAssignee(task.getId(), null);
        tasks.getIdentityLinksForTask(task.getId()).forEach(link -> {
            if (link.getGroupId() != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
            } else {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
        });
    }

    /** Codes of what somebody is offered on the row. */
    private List<String> offered(String who, String number, String subject) {
        for (JsonNode row : http.get(PEOPLE.get(who), "/api/stalled?number=" + number)
                .json()
                .path("rows")) {
            if (row.path("subject").asText().equals(subject)) {
                return Stream.of(row.path("actions").toString().split("\\W*\"\\W*"))
                        .toList();
            }
        }
        return List.of();
    }

    private boolean done(String who, String action, String subject) {
        OverHttp.Answer answer = act(who, action, subject);
        assertThat(answer.status()).as(who + " " + answer.body()).isIn(200, 404);
        return answer.status() == 200 && answer.json().get(0).path("done").asBoolean();
    }

    private OverHttp.Answer act(String who, String action, String subject) {
        Map<String, Object> order = new HashMap<>();
        order.put("rows", List.of(subject));
        order.put("words", "说明");
        order.put("unit", "jwc");
        order.put("until", "2026-03-27");
        order.put("person", action.equals("fill") ? "zhengkai" : OTHER_DEPARTMENT_CLERK);
        return http.post(PEOPLE.get(who), "/api/stalled/act/" + action, order);
    }
}
