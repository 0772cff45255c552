package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

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
import org.shangda.monitoring.ManyConcerns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs to read 已办 and 台账 on PostgreSQL where others have raised very many concerns. With
 * {@code -Dshangda.benchmark.concerns=100000} as many as a university has in years; without, a twenty-fifth of it. One in fifty
 * has passed through the hands of those who read.
 *
 * <p>{@code mvn test-compile surefire:test@postgresql -Dtest=RegisterCostTest} prints the figures. Scans are held to numbers,
 * times are not: they are the machine's.
 */
@ShangdaTest
@Tag("postgresql")
class RegisterCostTest {

    private static final int CONCERNS = Integer.getInteger("shangda.benchmark.concerns", 4_000);
    private static final int OURS = CONCERNS / 50;
    private static final int TIMES = 21;

    /** What grows with every step. Of concerns and visits, 2 in 100 are joined, for which the planner may read them all. */
    private static final List<String> LARGE = List.of("step");

    @Autowired
    Cases cases;

    @Autowired
    DoneList done;

    @Autowired
    UnitRegister register;

    @Autowired
    JdbcTemplate database;

    private ManyConcerns many;

    @BeforeEach
    void university() {
        TestTime.set(TestTime.MONDAY);
        many = new ManyConcerns(database);
        many.copy(List.of(cases.raise("zhoutao", Cases.concern())), CONCERNS - OURS);
        String answered = cases.answeredBy("department", "problem");
        String reserved = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.exit(SECRETARY, reserved, "answer");
        many.copy(List.of(answered, reserved), OURS / 2);
        many.settle();
    }

    @AfterEach
    void forget() {
        many.forget();
        cases.endAll();
    }

    @Test
    void what_one_has_done_and_a_unit_received_is_read_by_indexes_however_much_others_raised() {
        Wanted all = new Wanted("all", null, null, null, null, 0);
        Wanted searched = new Wanted("all", null, null, null, "公寓", 0);
        Map<String, Long> before = scans();
        time("done, page", () -> done.page(SECRETARY, all));
        time("done, search", () -> done.page(SECRETARY, searched));
        time("register, page", () -> register.page(DEPARTMENT, DEPARTMENT_CLERK, all));
        time("register, search", () -> register.page(DEPARTMENT, DEPARTMENT_CLERK, searched));
        time("register of a branch, from above", () -> register.page("jsj1", COLLEGE_CLERK, all));
        Map<String, Long> after = scans();
        System.out.printf("%d concerns, %d of them ours%n", CONCERNS, OURS);
        assertThat(LARGE.stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("read from end to end")
                .isEmpty();
    }

    private Map<String, Long> scans() {
        database.execute("select pg_stat_force_next_flush()");
        Map<String, Long> scans = new HashMap<>();
        database.query("select relname, seq_scan from pg_stat_user_tables", row -> {
            scans.put(row.getString(1), row.getLong(2));
        });
        return scans;
    }

    private void time(String what, Runnable act) {
        List<Long> took = new ArrayList<>();
        int statements = SentStatements.during(act).size();
        IntStream.range(0, TIMES).forEach(i -> {
            long start = System.nanoTime();
            act.run();
            took.add((System.nanoTime() - start) / 1_000_000);
        });
        List<Long> sorted = took.stream().sorted().toList();
        System.out.printf(
                "%-34s %5d ms median, %5d ms p95 of %d, %d round trips%n",
                what, sorted.get(TIMES / 2), sorted.get(TIMES - 2), TIMES, statements);
    }
}
