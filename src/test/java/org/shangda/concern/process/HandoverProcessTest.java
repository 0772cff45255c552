package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Those who leave, or whose post ends, hand their open tasks to the successor. */
@ShangdaTest
class HandoverProcessTest {

    /** Two thousand say how long it takes: {@code -Dshangda.benchmark.tasks=2000}. */
    private static final int TASKS = Integer.getInteger("shangda.benchmark.tasks", 10);

    /** As measured, with some room. */
    private static final int ROUND_TRIPS_A_TASK = 13;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void everybodyIsBack() {
        imports(lines -> lines);
    }

    @Test
    void a_secretary_who_leaves_hands_the_branchs_task_to_the_deputy() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        assertThat(task.getAssignee()).isEqualTo(SECRETARY);

        imports(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
        assertThat(cases.show(DEPUTY_SECRETARY, task)).containsEntry("number", number);
        assertThatThrownBy(() -> cases.show(SECRETARY, task)).hasMessageContaining("未找到该事项");
        assertThat(cases.steps(number)).endsWith("HANDED_OVER");
        assertThat(database.queryForList(
                        "select recipient from notice where number = ? order by created_at, recipient",
                        String.class,
                        number))
                .as("who is told")
                .containsExactlyInAnyOrder(SECRETARY, DEPUTY_SECRETARY);
    }

    @Test
    void what_a_clerk_had_received_who_is_clerk_no_longer_is_received_by_another() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        Task task = cases.task(number, "UserTask_Handle");
        cases.claim(COLLEGE_CLERK, task);

        imports(lines -> lines.replaceAll("(?m)^(" + COLLEGE_CLERK + ",[^,]*,[^,]*,[^,]*),jsj,[^,]*,[^,]*,", "$1,,,,"));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isNull();
        assertThatThrownBy(() -> cases.show(COLLEGE_CLERK, task)).hasMessageContaining("未找到该事项");
        cases.claim(OTHER_COLLEGE_CLERK, task);
        assertThat(cases.show(OTHER_COLLEGE_CLERK, task)).containsEntry("number", number);
    }

    @Test
    void what_awaits_a_signature_goes_to_the_new_head() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);

        imports(lines -> lines.replaceAll("(?m)^" + COLLEGE_HEAD + ",.*\\R", ""));

        String successor = cases.task(number, "UserTask_Sign").getAssignee();
        assertThat(successor).isNotEqualTo(COLLEGE_HEAD);
        cases.act(successor, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意"));
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "hqc");
    }

    @Test
    void an_import_that_changes_nothing_for_a_task_leaves_it_alone() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        imports(lines -> lines.replaceAll("(?m)^tangjing,.*\\R", ""));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(COLLEGE_CLERK);
        assertThat(cases.steps(number)).doesNotContain("HANDED_OVER");
    }

    @Test
    void what_waits_while_the_secretary_leaves_comes_back_to_the_deputy() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "ask", Map.of("words", "请补充房号"));

        imports(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "402 室"));

        assertThat(cases.task(number, "UserTask_Handle").getAssignee()).isEqualTo(DEPUTY_SECRETARY);
    }

    @Test
    void an_opinion_that_is_still_owed_after_a_transfer_does_not_stop_an_import() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up");
        cases.act(COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意"));
        cases.exit(Cases.DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("cwc")));
        cases.exit(Cases.DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        imports(lines -> lines.replaceAll("(?m)^tangjing,.*\\R", ""));

        assertThat(cases.openTasks(number)).contains("UserTask_Opinion", "UserTask_Handle");
    }

    // --- twenty leave and two thousand tasks are open ----------------------------------------------------------------

    @Test
    void an_import_asks_nothing_of_the_database_for_a_task_that_stays_where_it_is() {
        oneOfEachKind();
        int few = roundTrips(HandoverProcessTest::withoutSomebodyWhoHasNothing);
        for (int more = 0; more < 4; more++) {
            oneOfEachKind();
        }

        int many = roundTrips(HandoverProcessTest::withoutSomebodyWhoHasNothing);

        // Twenty tasks more.
        assertThat(many - few).isLessThanOrEqualTo(2);
    }

    @Test
    void a_task_that_goes_to_the_successor_costs_a_small_number_of_round_trips() {
        IntStream.range(0, 3).forEach(one -> cases.raise(COLLEAGUE, Cases.concern()));
        int few = roundTrips(HandoverProcessTest::withoutTheSecretary);
        imports(lines -> lines);
        List<String> more = IntStream.range(0, TASKS)
                .mapToObj(one -> cases.raise(COLLEAGUE, Cases.concern()))
                .toList();

        long start = System.nanoTime();
        int many = roundTrips(HandoverProcessTest::withoutTheSecretary);
        System.out.printf(
                "Two imports that hand over %d tasks each: %d ms%n",
                TASKS, Duration.ofNanos(System.nanoTime() - start).toMillis());

        assertThat(more)
                .allSatisfy(number -> assertThat(
                                cases.task(number, "UserTask_Handle").getAssignee())
                        .isEqualTo(DEPUTY_SECRETARY));
        assertThat(many - few).isLessThanOrEqualTo(TASKS * ROUND_TRIPS_A_TASK);
    }

    /** Waiting for a branch, for a college, received there, waiting for a signature, for a unit that assists. */
    private void oneOfEachKind() {
        cases.raise(COLLEAGUE, Cases.concern());
        String college = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, college, "pass-up");
        String received = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, received, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(received, "UserTask_Handle"));
        String signed = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, signed, "pass-up");
        cases.exit(COLLEGE_CLERK, signed, "pass-up");
        String assisted = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, assisted, "pass-up");
        cases.exit(COLLEGE_CLERK, assisted, "pass-up");
        cases.act(COLLEGE_HEAD, assisted, "UserTask_Sign", Map.of("decision", "approve", "words", "同意"));
        cases.exit(Cases.DEPARTMENT_CLERK, assisted, "assist", Map.of("units", List.of("cwc")));
    }

    private int roundTrips(UnaryOperator<String> change) {
        imports(lines -> lines);
        return SentStatements.during(() -> imports(change)).size();
    }

    private static String withoutSomebodyWhoHasNothing(String lines) {
        return lines.replaceAll("(?m)^tangjing,.*\\R", "");
    }

    private static String withoutTheSecretary(String lines) {
        return lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", "");
    }

    private void imports(UnaryOperator<String> change) {
        pairings.roster(change);
    }
}
