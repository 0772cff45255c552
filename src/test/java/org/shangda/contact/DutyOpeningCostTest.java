package org.shangda.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs on PostgreSQL to open a month, five pairs to a member, and what a click costs meanwhile. With {@code
 * -Dshangda.benchmark.members=4000} it is as large as the issue asks; without, a tenth of it.
 *
 * <p>{@code mvn test-compile surefire:test@postgresql -Dtest=DutyOpeningCostTest} prints the figures. Round trips are held to
 * a number, times are not: they are the machine's.
 */
@ShangdaTest
@Tag("postgresql")
class DutyOpeningCostTest {

    private static final int MEMBERS = Integer.getInteger("shangda.benchmark.members", 400);
    private static final int PAIRS = 5;
    private static final int CLICKS = 20;

    /** As measured, with some room. */
    private static final int ROUND_TRIPS_A_SHEET = 5;

    @Autowired
    Contacts contacts;

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void pairs() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
        List<Object[]> rows = IntStream.range(0, MEMBERS * PAIRS)
                .mapToObj(i -> new Object[] {
                    "PB26-%08d".formatted(i),
                    "bench%04d".formatted(i / PAIRS),
                    "partner%05d".formatted(i),
                    LocalDate.of(2025, 9, 1)
                })
                .toList();
        database.batchUpdate(
                "insert into pairing (number, version, relation, programme, category, mode, state, carrier, colleague,"
                        + " branch, college, passed_over, proposed_at, since) values (?, 0, 'member-person', 'zhejiang',"
                        + " 'other', 'assigned', 'ACTIVE', ?, ?, 'jsj1', 'jsj', '',"
                        + " timestamp with time zone '2025-08-01 00:00:00+00', ?)",
                rows);
    }

    @AfterEach
    void forget() {
        contacts.forgetEverything();
    }

    @Test
    void a_month_is_opened_in_few_round_trips_a_sheet_and_clicks_go_on_meanwhile() {
        List<Duration> alone = clicks(() -> false);
        AtomicInteger roundTrips = new AtomicInteger();
        long start = System.nanoTime();
        CompletableFuture<Integer> opening = CompletableFuture.supplyAsync(() -> {
            AtomicInteger opened = new AtomicInteger();
            roundTrips.set(
                    SentStatements.during(() -> opened.set(contacts.open())).size());
            return opened.get();
        });
        List<Duration> meanwhile = clicks(opening::isDone);
        int opened = opening.join();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf(
                "Opening %d sheets of %d pairs: %d ms, %.1f round trips a sheet; raising a concern: median %d ms alone,"
                        + " %d ms meanwhile (slowest %d ms)%n",
                opened,
                MEMBERS * PAIRS,
                took.toMillis(),
                roundTrips.get() / (double) opened,
                median(alone),
                median(meanwhile),
                meanwhile.stream().mapToLong(Duration::toMillis).max().orElse(0));
        assertThat(opened).isEqualTo(MEMBERS);
        assertThat(roundTrips.get()).isLessThan(ROUND_TRIPS_A_SHEET * opened);
        assertThat(database.queryForObject("select count(*) from duty_owed", Integer.class))
                .isEqualTo(MEMBERS * PAIRS);
    }

    /** @param enough looked at after each click */
    private List<Duration> clicks(java.util.function.BooleanSupplier enough) {
        List<Duration> times = new ArrayList<>();
        do {
            long start = System.nanoTime();
            cases.raise(Cases.COLLEAGUE, Cases.concern());
            times.add(Duration.ofNanos(System.nanoTime() - start));
        } while (!enough.getAsBoolean() && times.size() < CLICKS);
        return times;
    }

    private static long median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2).toMillis();
    }
}
