package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.History.Kind;
import org.shangda.monitoring.History.Move;
import org.shangda.university.Absences;
import org.shangda.university.University;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/**
 * 「全部有主、有期、有人督办」 is said if and only if it is so: whatever people do, who leaves, what an operator suspends and
 * what breaks, and in whatever order.
 */
@ShangdaTest
@Tag("h2")
@Tag("product")
class ProofPropertiesTest {

    /** jqwik knows nothing of Spring; the product is the one that all other tests use. */
    private static final TestContextManager PRODUCT = new TestContextManager(ProofPropertiesTest.class);

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Absences absences;

    @Autowired
    Monitoring monitoring;

    @Autowired
    StalledView view;

    @Autowired
    ProcessEngine engine;

    @Autowired
    University university;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcTemplate database;

    private History history;

    @BeforeTry
    void monday() throws Exception {
        PRODUCT.prepareTestInstance(this);
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        history = new History(cases, pairings, absences, engine, database);
    }

    @AfterTry
    void as_it_was() {
        history.end();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @Property(tries = 25, seed = "20261127", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void the_proof_says_all_if_and_only_if_a_walk_from_case_to_case_finds_nothing_missing(
            @ForAll("histories") List<Move> moves) {
        CaseByCase walk = new CaseByCase(engine, university, items, database);
        for (Move move : moves) {
            history.go(move);

            List<String> missing = walk.missing();

            assertThat(monitoring.look()).isTrue();
            assertThat(saysAll())
                    .as("%s, where a walk misses %s and the list has %s", history, missing, listed())
                    .isEqualTo(missing.isEmpty());
            Statistics.label("the proof").collect(missing.isEmpty() ? "all" : "not all");
        }
        Statistics.label("the proof").coverage(coverage -> {
            coverage.check("all").count(count -> count > 10);
            coverage.check("not all").count(count -> count > 10);
        });
    }

    @Provide
    Arbitrary<List<Move>> histories() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Kind.RAISE),
                Tuple.of(12, Kind.WORK),
                Tuple.of(4, Kind.TIME),
                Tuple.of(1, Kind.TIMERS_STAND),
                Tuple.of(2, Kind.DEPART),
                Tuple.of(2, Kind.RETURN),
                Tuple.of(1, Kind.LEAVE),
                Tuple.of(2, Kind.SUSPEND),
                Tuple.of(2, Kind.RESUME),
                Tuple.of(1, Kind.FAIL),
                Tuple.of(2, Kind.RETRY),
                Tuple.of(1, Kind.FORGET),
                Tuple.of(1, Kind.OFFER_NOBODY),
                Tuple.of(1, Kind.OFFER_TO_EMPTY_GROUP),
                Tuple.of(1, Kind.BREAK_TABLE),
                Tuple.of(2, Kind.MEND_TABLE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 30))
                .as(Move::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(9)
                .map(moves -> {
                    List<Move> all = new ArrayList<>(moves);
                    all.add(0, new Move(Kind.RAISE, 0, 0));
                    return all;
                });
    }

    private boolean saysAll() {
        return view.page(
                        "admin",
                        Reader.Power.OPERATOR,
                        new StalledFilter(null, null, null, null, null, null, null, null, null))
                .whole();
    }

    private List<String> listed() {
        return database.queryForList(
                "select cause || ' ' || coalesce(number, '') from stalled order by 1", String.class);
    }
}
