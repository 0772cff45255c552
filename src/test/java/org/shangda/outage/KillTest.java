package org.shangda.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shangda.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code kill -9} while concerns move, on PostgreSQL. */
@Tag("postgresql")
class KillTest {

    private static final int OUTAGES = 3;
    private static final int PEOPLE_AT_ONCE = 4;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int CONCERNS_BETWEEN_OUTAGES = 12;

    private final String url = TestDatabase.freshPostgres();
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    private final Random random = new Random();
    private final List<Journey> journeys = new ArrayList<>();
    private List<List<String>> undisturbed;
    private int starts;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void every_concern_is_in_exactly_one_place_after_an_outage_and_nothing_is_lost_or_doubled() throws Exception {
        for (int outage = 1; outage <= OUTAGES; outage++) {
            try (Server server = start(outage == 1 ? "PT1S" : "P1D");
                    InterruptedLook look = outage == 1 ? new InterruptedLook(url) : null) {
                if (undisturbed == null) {
                    undisturbed = undisturbed(server);
                }
                if (outage == 2) {
                    assertOldListIsRead(server);
                }
                List<Journey> underWay = raiseMore();
                if (look != null) {
                    look.begin();
                }
                // Somewhere on the way of the twelve, while four people are at work.
                int acts = 20 + random.nextInt(60);
                assertThat(moveOn(server, underWay, acts))
                        .as("acts until the kill")
                        .isGreaterThanOrEqualTo(acts);
            }
            awaitSilence();
            for (Journey journey : journeys) {
                journey.findOut(undisturbed);
            }
            checkPlaces();
        }
        try (Server server = start("P1D")) {
            moveOn(server, journeys, NEVER);
            assertThat(journeys).allMatch(Journey::isOver);
        }
        awaitSilence();
        checkPlaces();
        for (Journey journey : journeys) {
            assertThat(journey.steps()).as(journey.number()).isEqualTo(undisturbed.get(Journey.length()));
        }
    }

    /** @param looks how often it looks for what stands still */
    private Server start(String looks) throws IOException {
        return Server.start(
                url,
                "Asia/Shanghai",
                Path.of("target", "outage", "server-" + ++starts + ".log"),
                "--shangda.monitoring.every=" + looks,
                "--spring.datasource.username=postgres");
    }

    /** The server was killed in the middle of a look: what the one before has found is there, and how old it is is said. */
    private void assertOldListIsRead(Server server) throws IOException {
        assertThat(InterruptedLook.listed(database)).isEqualTo(InterruptedLook.BEFORE);
        database.update("update stalled_look set at = at - interval '11 minutes'");
        String page = server.get("yebo", "/api/stalled").body();
        assertThat(page).contains("下表是 ", "的结果", "被挂起").contains("\"whole\":false");
    }

    private List<Journey> raiseMore() {
        for (int i = 0; i < CONCERNS_BETWEEN_OUTAGES; i++) {
            journeys.add(new Journey(journeys.size(), database));
        }
        return journeys.stream().filter(journey -> !journey.isOver()).toList();
    }

    /** The steps on record after each act of a concern that nothing disturbs. */
    private List<List<String>> undisturbed(Server server) throws IOException {
        Journey quiet = new Journey(-1, database);
        List<List<String>> after = new ArrayList<>();
        after.add(List.of());
        while (!quiet.isOver()) {
            quiet.goOn(server);
            after.add(quiet.steps());
        }
        return after;
    }

    // --- moving ------------------------------------------------------------------------------------------------------

    /**
     * Moves concerns on until all are over or, when so many acts are done, the server is killed under everybody's hands.
     *
     * @return how many acts were done
     */
    private int moveOn(Server server, List<Journey> underWay, int killAfter) throws Exception {
        AtomicInteger done = new AtomicInteger();
        Queue<Journey> waiting = new ConcurrentLinkedQueue<>(underWay);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < PEOPLE_AT_ONCE; i++) {
                work.add(() -> {
                    for (Journey next = waiting.poll(); next != null; next = waiting.poll()) {
                        while (!next.isOver()) {
                            if (!goOn(next, server, killAfter < NEVER)) {
                                return null;
                            }
                            if (done.incrementAndGet() == killAfter) {
                                server.close();
                            }
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> finished : people.invokeAll(work)) {
                finished.get();
            }
            return done.get();
        } finally {
            people.shutdownNow();
        }
    }

    /** @return false when the server is gone, as it may be */
    private static boolean goOn(Journey journey, Server server, boolean mayBeGone) throws IOException {
        try {
            journey.goOn(server);
            if (journey.acknowledged() % 3 == 2) {
                journey.timeIsUp();
            }
            return true;
        } catch (IOException e) {
            if (mayBeGone) {
                return false;
            }
            throw e;
        }
    }

    /** The database goes on with what it had received. */
    private void awaitSilence() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and backend_type = 'client backend' and pid <> pg_backend_pid()")
                        == 0);
    }

    // --- looking -----------------------------------------------------------------------------------------------------

    private void checkPlaces() {
        assertNone("open concerns without exactly one case in the engine", """
                select c.number, count(e.id_) from concern c
                  left join act_ru_execution e on e.business_key_ = c.number
                    and e.parent_id_ is null and e.super_exec_ is null
                where c.state in ('OPEN', 'ANSWERED') group by c.number having count(e.id_) <> 1""");
        assertNone(
                "open concerns with more or less than one thing to be done, besides the colleague's standing task",
                """
                select c.number, count(t.id_) from concern c
                  left join (select t.id_, r.business_key_ from act_ru_task t
                      join act_ru_execution p on p.id_ = t.proc_inst_id_
                      join act_ru_execution r on r.id_ = p.root_proc_inst_id_
                    where t.task_def_key_ <> 'UserTask_MyConcern') t on t.business_key_ = c.number
                where c.state in ('OPEN', 'ANSWERED') group by c.number having count(t.id_) <> 1""");
        assertNone("open concerns at more than one level", """
                select c.number from concern c join handling h on h.number = c.number
                where h.ended_at is null group by c.number having count(*) > 1""");
        assertNone("visits to a level whose task is not there, or that are open in a closed concern", """
                select h.number, h.level from handling h join concern c on c.number = h.number
                where h.ended_at is null
                  and (c.state <> 'OPEN' or not exists (select 1 from act_ru_task t where t.id_ = h.work_item))""");
        assertNone("levels in the engine that are over in the domain", """
                select t.id_, t.task_def_key_ from act_ru_task t
                where t.task_def_key_ in ('UserTask_Handle', 'UserTask_Sign')
                  and not exists (select 1 from handling h where h.work_item = t.id_ and h.ended_at is null)""");
        assertNone("levels in the engine without a timer", """
                select t.id_ from act_ru_task t where t.task_def_key_ in ('UserTask_Handle', 'UserTask_Sign')
                  and not exists (select 1 from act_ru_job j where j.process_instance_id_ = t.proc_inst_id_)""");
        assertNone("cases in the engine without an open concern", """
                select e.id_, e.business_key_ from act_ru_execution e
                where e.parent_id_ is null and not exists
                  (select 1 from concern c where c.number = e.business_key_ and c.state in ('OPEN', 'ANSWERED'))""");
        for (String table : List.of("act_ru_task", "act_ru_variable", "act_ru_event_subscr")) {
            assertNone(
                    "rows left in " + table,
                    "select id_ from " + table + " r where r.proc_inst_id_ is not null and not exists"
                            + " (select 1 from act_ru_execution e where e.id_ = r.proc_inst_id_)");
        }
        assertNone("jobs left", """
                select id_ from act_ru_job j where j.process_instance_id_ is not null and not exists
                  (select 1 from act_ru_execution e where e.id_ = j.process_instance_id_)""");
        assertNone("timers given up", "select id_, exception_msg_ from act_ru_job where retries_ < 1");
        assertNone("concerns that were not started exactly once", """
                select c.number, count(p.id_) from concern c
                  left join act_hi_procinst p on p.business_key_ = c.number and p.super_process_instance_id_ is null
                group by c.number having count(p.id_) <> 1""");
        assertThat(count("select count(*) from act_hi_procinst where super_process_instance_id_ is null"))
                .as("cases in the engine's history")
                .isEqualTo(count("select count(distinct number) from concern"));
    }

    private void assertNone(String what, String sql) {
        assertThat(database.queryForList(sql)).as(what).isEmpty();
    }

    private int count(String sql) {
        return database.queryForObject(sql, Integer.class);
    }
}
