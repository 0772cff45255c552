package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Reader.Power;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What it costs to find what stands still, and to read it, on PostgreSQL. With {@code -Dshangda.benchmark.concerns=400000}
 * as large as a university becomes, a quarter of them open; without, a hundredth of it.
 *
 * <p>{@code mvn test-compile surefire:test@postgresql -Dtest=StalledCostTest} prints the figures. Statements and scans are
 * held to numbers, times are not: they are the machine's.
 */
@ShangdaTest
@Tag("postgresql")
class StalledCostTest extends StalledCases {

    private static final int CONCERNS = Integer.getInteger("shangda.benchmark.concerns", 12_000);

    /** Of a hundred concerns 75 are over; of a hundred open ones five stand still. */
    private static final int OPEN = CONCERNS / 4;

    private static final int STUCK = OPEN / 20;
    private static final int TIMES = 5;

    /** The tables that grow with the years, or with what is open. */
    private static final List<String> LARGE = List.of(
            "concern", "handling", "step", "act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_identitylink");

    @Autowired
    StalledView view;

    private ManyConcerns many;

    @BeforeEach
    void university() {
        many = new ManyConcerns(database);
        TestTime.set(TestTime.MONDAY);
        String neverReceived = cases.at("college", "problem");
        String neverHandled = cases.raise(COLLEAGUE, Cases.concern());
        String lapsed = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(lapsed, "UserTask_Handle"));
        cases.passTo(neverReceived, "2026-03-05T10:00:00");
        cases.passTo(neverHandled, "2026-03-17T10:00:00");
        cases.passTo(lapsed, "2026-03-31T17:30:00");
        List<String> over = List.of(rated());
        List<String> well = List.of(
                cases.raise(COLLEAGUE, Cases.concern()),
                cases.at("college", "problem"),
                cases.at("department", "problem"),
                cases.at("organization-department", "problem"),
                cases.answeredBy("branch", "problem"));
        many.copy(over, CONCERNS - OPEN);
        many.copy(well, (OPEN - STUCK) / well.size());
        many.copy(List.of(neverReceived, neverHandled, lapsed), (STUCK - TIMES) / 3);
        many.settle();
    }

    private String rated() {
        String number = cases.answeredBy("branch", "problem");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        return number;
    }

    @AfterEach
    void forget() {
        many.forget();
    }

    @Test
    void a_minute_s_look_goes_to_indexes_and_the_list_is_read_in_few_statements() {
        assertThat(monitoring.look()).isTrue();
        int rows = database.queryForObject("select count(*) from stalled", Integer.class);

        StalledFilter all = new StalledFilter(null, null, null, null, null, null, null, null, null);
        StalledFilter late = new StalledFilter("handle-overdue", null, null, null, null, null, null, null, null);
        Map<String, Long> scans = scans();
        time("look of a minute", () -> monitoring.look(Pace.MINUTE, Duration.ZERO));
        Map<String, Long> afterwards = scans();
        time("proof", () -> monitoring.look(Pace.PROOF, Duration.ZERO));
        time("page, operator", () -> view.page("admin", Power.OPERATOR, all));
        time("page, supervising clerk", () -> view.page(COLLEGE_CLERK, Power.NONE, all));
        time("export", () -> view.workbook("admin", Power.OPERATOR, late));
        monitoring
                .rules()
                .forEach(rule -> time(
                        rule.cause().code() + ", " + rule.pace().code(),
                        () -> rule.sightings().apply(TestTime.now())));

        System.out.printf("%d concerns, %d open, %d rows of the list%n", CONCERNS, OPEN, rows);
        assertThat(SentStatements.during(() -> monitoring.look(Pace.MINUTE, Duration.ZERO)))
                .as("round trips of a look, however many stand still")
                .hasSizeLessThan(60);
        assertThat(LARGE.stream().filter(table -> !scans.get(table).equals(afterwards.get(table))))
                .as("scanned from end to end")
                .isEmpty();
    }

    /** How often each large table was read from end to end. */
    private Map<String, Long> scans() {
        database.execute("select pg_stat_force_next_flush()");
        Map<String, Long> scans = new HashMap<>();
        database.query("select relname, seq_scan from pg_stat_user_tables", row -> {
            scans.put(row.getString(1), row.getLong(2));
        });
        return scans;
    }

    private static void time(String what, Runnable act) {
        List<Long> took = new ArrayList<>();
        int statements = SentStatements.during(act).size();
        IntStream.range(0, TIMES).forEach(i -> {
            long start = System.nanoTime();
            act.run();
            took.add((System.nanoTime() - start) / 1_000_000);
        });
        System.out.printf(
                "%-26s %6d ms (median of %d), %d round trips%n",
                what, took.stream().sorted().toList().get(TIMES / 2), TIMES, statements);
    }
}
