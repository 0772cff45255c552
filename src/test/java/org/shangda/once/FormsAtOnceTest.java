package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.AtOnce;
import org.shangda.AtOnce.Outcome;
import org.shangda.OpenForms;
import org.shangda.OpenForms.Open;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.engine.RefusedRequest;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every form of every kind of work and of every process, sent twice at the same moment: it has one effect, and the second is told so. */
@ShangdaTest
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsAtOnceTest {

    private static final int ROUNDS = 2;

    @Autowired
    ProcessEngine engine;

    @Autowired
    WorkItems items;

    @Autowired
    Courses courses;

    @Autowired
    OpenForms forms;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    private Traces traces;

    @BeforeAll
    void open() {
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
        pairings.roster(lines -> lines);
        traces.end();
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_is_sent_twice_at_once_has_one_effect_and_the_second_is_told_so() {
        return OpenForms.records(items, courses).keySet().stream()
                .map(form -> DynamicTest.dynamicTest(form, () -> sentTwice(form)));
    }

    private void sentTwice(String form) throws Exception {
        Map<String, Long> once =
                effect(() -> forms.fresh(form), open -> open.send().call());
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Long> twice = effect(() -> forms.fresh(form), open -> {
                List<Outcome<Object>> outcomes = AtOnce.together(open.send(), open.send());
                assertThat(outcomes)
                        .filteredOn(Outcome::succeeded)
                        .as("%s", outcomes)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(one -> !one.succeeded())
                        .singleElement()
                        .satisfies(FormsAtOnceTest::isTold);
            });
            assertThat(twice).as("what is stored").isEqualTo(once);
            Invariants.hold(database);
        }
    }

    static void isTold(Outcome<?> second) {
        assertThat(second.thrown()).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.status()).as(refused.getMessage()).isEqualTo(409);
            assertThat(refused.getMessage()).containsPattern("\\p{IsHan}");
        });
    }

    private interface Act {
        void on(Open open) throws Exception;
    }

    /** How many rows of each table of the domain came or went. */
    private Map<String, Long> effect(java.util.function.Supplier<Open> opening, Act act) throws Exception {
        Open open = opening.get();
        Map<String, Long> before = Invariants.rows(database);
        act.on(open);
        Map<String, Long> effect = new TreeMap<>(Invariants.rows(database));
        before.forEach((table, rows) -> effect.merge(table, -rows, Long::sum));
        return effect;
    }
}
