package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.AtOnce;
import org.shangda.AtOnce.During;
import org.shangda.AtOnce.Outcome;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.engine.Conflicts;
import org.shangda.engine.RefusedRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two who do different things with the same case at the same moment: one wins, and the other is told so. The one happens
 * as a whole after each of the reads of the other in turn, so that no place between two reads is left to chance.
 */
@ShangdaTest
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestsTest {

    private static final int MOST_READS = 80;

    /** Every second place of the one and the other; {@code -Dshangda.once.stride=1} takes all, in twice the time. */
    private static final int STRIDE = Integer.getInteger("shangda.once.stride", 2);

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    private Traces traces;

    @BeforeAll
    void remember() {
        traces = new Traces(engine, database);
    }

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
    }

    @AfterAll
    void asBefore() {
        monday();
        pairings.roster(lines -> lines);
        traces.end();
    }

    /**
     * @param open brings a case to where both are possible, and gives its number
     * @param one what the first does with it
     * @param other what the second does
     */
    record Contest(
            Function<ContestsTest, String> open,
            Function<ContestsTest, Function<String, Callable<Object>>> one,
            Function<ContestsTest, Function<String, Callable<Object>>> other) {}

    private static Arguments contest(
            String name,
            Function<ContestsTest, String> open,
            Function<ContestsTest, Function<String, Callable<Object>>> one,
            Function<ContestsTest, Function<String, Callable<Object>>> other) {
        return Arguments.of(name, new Contest(open, one, other));
    }

    static Stream<Arguments> contests() {
        return Stream.of(
                contest(
                        "withdraw and answer",
                        test -> test.atBranch(),
                        test -> test.withdraw(),
                        test -> number -> test.send(Cases.SECRETARY, number, "UserTask_Handle", exit("answer"))),
                contest(
                        "withdraw and pass up",
                        test -> test.atBranch(),
                        test -> test.withdraw(),
                        test -> number -> test.send(Cases.SECRETARY, number, "UserTask_Handle", exit("pass-up"))),
                contest(
                        "withdraw and claim",
                        test -> test.cases.at("college", "problem"),
                        test -> test.withdraw(),
                        test -> test.claim(Cases.COLLEGE_CLERK)),
                contest(
                        "withdraw and rate",
                        test -> test.cases.answeredBy("branch", "problem"),
                        test -> test.withdraw(),
                        test -> number ->
                                test.send(Cases.COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"))),
                contest(
                        "claim and timer",
                        test -> test.late("college", "2026-03-13T16:59:59"),
                        test -> test.claim(Cases.COLLEGE_CLERK),
                        test -> test.timer()),
                contest(
                        "claim and the first timer",
                        test -> test.beforeTheFirstTimer("college"),
                        test -> test.claim(Cases.COLLEGE_CLERK),
                        test -> test.timer()),
                contest(
                        "answer and timer",
                        test -> test.late("branch", "2026-03-11T16:59:59"),
                        test -> number -> test.send(Cases.SECRETARY, number, "UserTask_Handle", exit("answer")),
                        test -> test.timer()),
                contest(
                        "sign and give to another unit",
                        test -> test.signedLate(),
                        test -> number -> test.send(
                                Cases.COLLEGE_HEAD,
                                number,
                                "UserTask_Sign",
                                Map.of("decision", "approve", "words", "同意。")),
                        test -> number -> test.send(
                                Cases.ORGANIZATION_CLERK,
                                number,
                                "UserTask_Supervise",
                                Map.of("measure", "take-over", "words", "由我部办理。"))),
                contest(
                        "take back and agree to a pair",
                        test -> test.pairings.ask("sunyan", "majie"),
                        test -> number -> () -> test.pairings.change("sunyan", number, "take-back", Map.of()),
                        test -> number -> test.send("majie", number, "UserTask_Consent", Map.of("decision", "agree"))),
                contest(
                        "take back and accept a pair",
                        test -> test.pairings.ask("lubin", "zhaoxin"),
                        test -> number -> () -> test.pairings.change("lubin", number, "take-back", Map.of()),
                        test -> number ->
                                test.send("zhaoxin", number, "UserTask_Accept", Map.of("decision", "accept"))),
                contest(
                        "agree and no answer",
                        test -> test.pairings.ask("sunyan", "majie"),
                        test -> number -> test.send("majie", number, "UserTask_Consent", Map.of("decision", "agree")),
                        test -> test.timer()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contests")
    void one_wins_and_the_other_is_told_so(String name, Contest contest) {
        sweep(0, contest.open, contest.one.apply(this), contest.other.apply(this));
        sweep(STRIDE / 2, contest.open, contest.other.apply(this), contest.one.apply(this));
    }

    private void sweep(
            int first,
            Function<ContestsTest, String> open,
            Function<String, Callable<Object>> interrupted,
            Function<String, Callable<Object>> meanwhile) {
        for (int reads = first; reads < MOST_READS; reads += STRIDE) {
            monday();
            String number = open.apply(this);
            During<Object> both = AtOnce.during(reads, interrupted.apply(number), meanwhile.apply(number));
            if (!both.reached()) {
                // One after the other: that is what other tests are about.
                assertThat(reads).isGreaterThan(first);
                return;
            }
            assertThat(both.second().thrown())
                    .as("it was alone, after %d reads of the other", reads)
                    .isNull();
            assertThat(both.first().thrown()).as("after %d reads", reads).satisfies(ContestsTest::wonOrWasTold);
            Invariants.hold(database);
        }
    }

    /** What nobody had received and is over looks to whoever would receive it as if it never was. */
    private static void wonOrWasTold(Throwable thrown) {
        boolean neverWas = thrown instanceof RefusedRequest refused && refused.status() == 404;
        if (thrown != null && !neverWas) {
            FormsAtOnceTest.isTold(new Outcome<>(null, thrown));
        }
    }

    // --- who does what -----------------------------------------------------------------------------------------------

    private String atBranch() {
        return cases.raise(Cases.COLLEAGUE, Cases.concern());
    }

    private String late(String level, String until) {
        String number = cases.at(level, "problem");
        cases.passTo(number, until);
        TestTime.set("2026-03-13T17:00:00");
        return number;
    }

    /** Before anything has moved in the case since the task was offered. */
    private String beforeTheFirstTimer(String level) {
        String number = cases.at(level, "problem");
        TestTime.set(cases.nextJob(number).orElseThrow().getDuedate().toInstant());
        return number;
    }

    /** The college's exit waits for its head; meanwhile the time of the college is over. */
    private String signedLate() {
        String number = cases.at("college", "problem");
        cases.exit(Cases.COLLEGE_CLERK, number, "pass-up", Map.of("unit", Cases.DEPARTMENT));
        cases.passTo(number, "2026-03-16T10:00:00");
        return number;
    }

    private static Map<String, Object> exit(String exit) {
        return Map.of("exit", exit, "words", "内容。", "tried", "已联系。");
    }

    private Function<String, Callable<Object>> withdraw() {
        return number -> send(Cases.COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));
    }

    private Function<String, Callable<Object>> claim(String person) {
        return number -> {
            Task task = cases.task(number, "UserTask_Handle");
            return () -> {
                cases.claim(person, task);
                return null;
            };
        };
    }

    private Function<String, Callable<Object>> timer() {
        return number -> {
            String job = cases.nextJob(number).orElseThrow().getId();
            return () -> {
                try {
                    engine.getManagementService().executeJob(job);
                } catch (RuntimeException tooLate) {
                    // Nobody is told; it is tried again, and finds that there is nothing left to do.
                }
                return null;
            };
        };
    }

    private Callable<Object> send(String person, String number, String key, Map<String, Object> form) {
        Task task = cases.task(number, key);
        if (task.getAssignee() == null) {
            cases.claim(person, task);
        }
        return () -> {
            cases.submit(person, task, form);
            return null;
        };
    }

    /** Whoever passes it up has seen under which name it travels. */
    @Test
    void of_changing_how_the_name_travels_and_passing_up_at_once_one_is_refused() {
        String number = atBranch();

        List<Outcome<Object>> both = AtOnce.together(
                send(
                        Cases.COLLEAGUE,
                        number,
                        "UserTask_MyConcern",
                        Map.of("action", "travel", "travel", "nameless-above-branch")),
                send(Cases.SECRETARY, number, "UserTask_Handle", exit("pass-up")));

        assertThat(both).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(both).filteredOn(one -> !one.succeeded()).allSatisfy(FormsAtOnceTest::isTold);
    }

    // --- pairs, and the roster ---------------------------------------------------------------------------------------

    @Test
    void two_members_who_ask_for_one_colleague_at_once_do_not_exceed_the_tables_maximum() {
        List<Outcome<String>> asked =
                AtOnce.together(() -> pairings.ask("sunyan", "majie"), () -> pairings.ask("limei", "majie"));

        assertThat(asked).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(pairings.numbers("colleague = 'majie'")).hasSize(1);
    }

    /** As two proposals might have come to be before there was a lock, or by a wave of another college's. */
    @Test
    void the_rules_are_asked_again_when_a_pair_begins() {
        String first = pairings.ask("sunyan", "majie");
        database.update("update pairing set colleague = 'lubin' where number = ?", first);
        String second = pairings.ask("limei", "majie");
        database.update("update pairing set colleague = 'majie' where number = ?", first);

        List<Outcome<Object>> agreed = AtOnce.together(
                send("majie", first, "UserTask_Consent", Map.of("decision", "agree")),
                send("majie", second, "UserTask_Consent", Map.of("decision", "agree")));

        assertThat(Stream.of(first, second).map(pairings::state).filter("ACTIVE"::equals))
                .hasSizeLessThan(2);
        assertThat(agreed).filteredOn(Outcome::succeeded).hasSizeLessThan(2);
    }

    @Test
    void the_same_two_have_one_open_pairing_even_if_nothing_but_the_database_looks() {
        String first = pairings.ask("sunyan", "majie");
        String key = pairings.value(first, "open_key");

        assertThat(key).isEqualTo("sunyan majie");
        assertThat(Outcome.of(() -> database.update(
                                "insert into pairing (number, version, relation, programme, category, mode, state, carrier,"
                                        + " colleague, branch, passed_over, proposed_at, open_key)"
                                        + " select 'PR26-SECOND', version, relation, programme, category, mode, state,"
                                        + " carrier, colleague, branch, passed_over, proposed_at, open_key"
                                        + " from pairing where number = ?",
                                first))
                        .thrown())
                .satisfies(refused -> assertThat(Conflicts.among(refused)).isTrue());
    }

    @Test
    void two_imports_of_the_roster_at_once_follow_each_other() {
        String joins = "\ntwice1,一次,jsj1,否,,,,,,\n";
        List<Outcome<Object>> both = AtOnce.together(
                () -> pairings.roster(lines -> lines + joins),
                () -> pairings.roster(lines -> lines + joins.replace("twice1", "twice2")));

        assertThat(both).allMatch(Outcome::succeeded);
        assertThat(database.queryForObject(
                        "select count(*) from person where id in ('twice1', 'twice2') and left_on is null",
                        Integer.class))
                .isEqualTo(1);
    }
}
