package org.shangda.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import java.util.ArrayList;
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
import org.shangda.engine.WaitingWork;
import org.shangda.monitoring.ManyConcerns;
import org.shangda.work.Desk.Page;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a page of the desk costs a clerk with 300 open concerns and whoever supervises 2,000, on PostgreSQL. With {@code
 * -Dshangda.benchmark.concerns=100000} among as many as a large university has open; without, among a few thousand.
 *
 * <p>{@code mvn test-compile surefire:test@postgresql -Dtest=DeskCostTest} prints the figures. Statements are held to numbers always;
 * times are the machine's, and are held to what is aimed at only where a number of concerns is asked for.
 */
@ShangdaTest
@Tag("postgresql")
class DeskCostTest {

    private static final Integer ASKED_FOR = Integer.getInteger("shangda.benchmark.concerns");
    private static final int CONCERNS = ASKED_FOR == null ? 4_000 : ASKED_FOR;
    private static final int AT_THE_DEPARTMENT = 300;
    private static final int SUPERVISED = 2_000;
    private static final int TIMES = 40;

    /** Milliseconds in which 95 of 100 first pages and searches are to be there. */
    private static final long FIRST_PAGE = 150;

    private static final long SEARCH = 300;

    @Autowired
    Cases cases;

    @Autowired
    WaitingWork work;

    @Autowired
    JdbcTemplate database;

    private ManyConcerns many;

    /** What everything else that waits for them is asked for. */
    private Map<String, Integer> without;

    @BeforeEach
    void university() {
        many = new ManyConcerns(database);
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        without = Map.of(
                COLLEGE_CLERK, statements(COLLEGE_CLERK, "late", null),
                DEPARTMENT_CLERK, statements(DEPARTMENT_CLERK, "doing", null));
        String late = cases.raise(Cases.COLLEAGUE, Cases.concern());
        cases.passTo(late, "2026-03-12T10:00:00");
        String received = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(received, "UserTask_Handle"));
        String toReceive = cases.at("department", "problem");
        String elsewhere = cases.raise("zhoutao", Cases.concern());
        many.copy(List.of(late), SUPERVISED - 1);
        many.copy(List.of(received, toReceive), AT_THE_DEPARTMENT / 2 - 1);
        many.copy(List.of(elsewhere), CONCERNS - SUPERVISED - AT_THE_DEPARTMENT);
        many.settle();
    }

    @AfterEach
    void forget() {
        many.forget();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void a_page_of_the_desk_is_read_in_few_statements_however_many_wait() {
        assertThat(page(DEPARTMENT_CLERK, "receive", null).total())
                .isBetween(AT_THE_DEPARTMENT / 2, AT_THE_DEPARTMENT / 2 + 100);
        assertThat(page(COLLEGE_CLERK, "late", null).total()).isBetween(SUPERVISED, SUPERVISED + 100);
        assertThat(page(COLLEGE_CLERK, "late", null).rows()).hasSize(25);

        System.out.printf("%d open concerns%n", CONCERNS);
        time("clerk, first page", DEPARTMENT_CLERK, null, null, FIRST_PAGE);
        time("clerk, search", DEPARTMENT_CLERK, "doing", "公寓", SEARCH);
        time("clerk, no hit", DEPARTMENT_CLERK, "doing", "食堂", SEARCH);
        time("supervisor, first page", COLLEGE_CLERK, null, null, FIRST_PAGE);
        time("supervisor, search", COLLEGE_CLERK, "late", "SD26", SEARCH);
        assertThat(statements(COLLEGE_CLERK, "late", null)).isLessThanOrEqualTo(without.get(COLLEGE_CLERK) + 9);
        assertThat(statements(DEPARTMENT_CLERK, "doing", null)).isLessThanOrEqualTo(without.get(DEPARTMENT_CLERK) + 8);
        assertThat(statements(DEPARTMENT_CLERK, "doing", "公寓"))
                .as("the gate is asked of all that are found at once")
                .isLessThanOrEqualTo(without.get(DEPARTMENT_CLERK) + 8);
    }

    private Page page(String person, String list, String wanted) {
        return cases.as(person, () -> work.desk(person, new Wish(list, wanted, null, null, null, null, 0)));
    }

    private int statements(String person, String list, String wanted) {
        return SentStatements.during(() -> page(person, list, wanted)).size();
    }

    private void time(String what, String person, String list, String wanted, long aim) {
        int statements = statements(person, list, wanted);
        List<Long> took = new ArrayList<>();
        IntStream.range(0, TIMES).forEach(i -> {
            long start = System.nanoTime();
            page(person, list, wanted);
            took.add((System.nanoTime() - start) / 1_000_000);
        });
        List<Long> sorted = took.stream().sorted().toList();
        long p95 = sorted.get(TIMES * 95 / 100 - 1);
        System.out.printf(
                "%-24s median %5d ms, p95 %5d ms (of %d), %d round trips%n",
                what, sorted.get(TIMES / 2), p95, TIMES, statements);
        if (ASKED_FOR != null) {
            assertThat(p95).as(what + ", milliseconds").isLessThan(aim);
        }
    }
}
