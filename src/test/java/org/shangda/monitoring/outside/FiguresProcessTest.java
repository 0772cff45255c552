package org.shangda.monitoring.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.probe.Http.as;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What Prometheus reads: what people do, and what breaks, is counted; nobody is named. */
@ShangdaTest
class FiguresProcessTest extends WatchedFromOutside {

    @Autowired
    List<Figures> parts;

    @Autowired
    Clock clock;

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    // --- cases -------------------------------------------------------------------------------------------------------

    @Test
    void concerns_are_counted_where_they_are_and_by_what_they_wait_for() {
        cases.raise(COLLEAGUE, Cases.concern());
        cases.at("college", "problem");
        String asked = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, asked, "ask");
        String explained = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, explained, "explain", Map.of("on", "2026-04-20"));
        String agenda = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, agenda, "agenda", Map.of("on", "2026-03-20"));
        cases.answeredBy("branch", "problem");

        Scrape now = minute();

        assertThat(now.sum("shangda_concerns", "state", "open", "level", "branch"))
                .isEqualTo(2);
        assertThat(now.sum("shangda_concerns", "state", "open", "level", "college"))
                .isOne();
        assertThat(now.sum("shangda_concerns", "state", "open", "level", "department"))
                .isOne();
        assertThat(now.sum("shangda_concerns", "state", "answered", "level", "none"))
                .isOne();
        assertThat(now.sum("shangda_waiting", "for", "colleague")).isOne();
        assertThat(now.sum("shangda_waiting", "for", "review")).isOne();
        assertThat(now.sum("shangda_waiting", "for", "agenda")).isOne();
    }

    @Test
    void a_visit_is_soon_due_then_due_today_then_overdue_and_supervised() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(minute().sum("shangda_handlings_due")).isZero();

        // Due on Wednesday, 11 March, at 17:00.
        cases.passTo(number, "2026-03-09T10:00:00");
        assertThat(minute().sum("shangda_handlings_due", "when", "soon", "level", "branch"))
                .isOne();
        cases.passTo(number, "2026-03-11T10:00:00");
        assertThat(minute().sum("shangda_handlings_due", "when", "today", "level", "branch"))
                .isOne();
        cases.passTo(number, "2026-03-12T10:00:00");
        Scrape late = minute();

        assertThat(late.sum("shangda_handlings_due", "when", "overdue", "level", "branch"))
                .isOne();
        assertThat(late.sum("shangda_handlings_due", "when", "today")).isZero();
        assertThat(late.sum("shangda_supervisions", "state", "open")).isOne();
        assertThat(late.sum("shangda_supervision_lapses_max")).isZero();
        assertThat(late.sum("shangda_case_age_days", "quantile", "1")).isEqualTo(10);
    }

    @Test
    void the_age_of_most_is_not_the_age_of_the_oldest() {
        for (int day = 11; day <= 21; day++) {
            TestTime.set("2026-03-" + day + "T10:00:00");
            cases.raise(COLLEAGUE, Cases.concern());
        }
        TestTime.set("2026-03-22T10:00:00");

        Scrape now = minute();

        assertThat(now.sum("shangda_handling_age_days", "level", "branch", "quantile", "0.5"))
                .isEqualTo(6);
        assertThat(now.sum("shangda_handling_age_days", "level", "branch", "quantile", "1"))
                .isEqualTo(11);
        assertThat(now.sum("shangda_case_age_days", "quantile", "0.9")).isEqualTo(10);
    }

    @Test
    void a_safety_hazard_that_nobody_receives_in_time_is_counted_by_itself_and_a_late_one_is_severe() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        double before = minute().sum("shangda_hazards_not_received");

        TestTime.set("2026-03-03T10:00:00");

        assertThat(before).isZero();
        assertThat(minute().sum("shangda_hazards_not_received")).isPositive();
        cases.passTo(number, "2026-04-02T10:00:00");
        assertThat(minute().sum("shangda_stuck", "cause", "handle-overdue", "severity", "severe"))
                .isPositive();
    }

    // --- what has to be kept up --------------------------------------------------------------------------------------

    @Test
    void a_department_with_nobody_left_is_a_unit_without_anybody() {
        double before = minute().sum("shangda_units_without_anybody");
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,hqc,.*\\R", ""));

            assertThat(minute().sum("shangda_units_without_anybody")).isEqualTo(before + 1);
        } finally {
            pairings.roster(lines -> lines);
        }
        assertThat(before).isZero();
    }

    @Test
    void calendar_and_terms_are_known_for_ever_fewer_days_and_the_roster_grows_older() {
        pairings.roster(lines -> lines.replaceFirst("(?m)^(chenyu,.*)$", "$1"));
        Scrape now = minute();
        TestTime.set("2026-03-12T10:00:00");
        Scrape later = minute();

        assertThat(now.sum("shangda_calendar_known_days")).isEqualTo(304);
        assertThat(later.sum("shangda_calendar_known_days")).isEqualTo(294);
        assertThat(later.sum("shangda_terms_known_days")).isEqualTo(now.sum("shangda_terms_known_days") - 10);
        assertThat(later.sum("shangda_roster_age_days")).isEqualTo(now.sum("shangda_roster_age_days") + 10);
    }

    @Test
    void a_message_that_is_not_sent_waits_from_when_it_was_to_go_out() {
        database.update("update notice set state = 'DONE' where state = 'WAITING'");
        assertThat(minute().sum("shangda_outbox_oldest_waiting_seconds")).isZero();
        cases.raise(COLLEAGUE, Cases.concern());
        assertThat(minute().sum("shangda_outbox", "state", "waiting")).isPositive();

        // The digest of the next morning was to go out at 8:00.
        TestTime.set("2026-03-03T11:00:00");

        assertThat(minute().sum("shangda_outbox_oldest_waiting_seconds"))
                .isEqualTo(TestTime.now().getEpochSecond() - digest(), within(0.0));
    }

    private long digest() {
        return database.queryForObject(
                        "select min(next_attempt_at) from notice where state = 'WAITING'", OffsetDateTime.class)
                .toEpochSecond();
    }

    @Test
    void what_the_product_does_by_itself_is_known_by_when_it_last_ran_to_its_end() {
        Runnable delivery = scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(task -> task.getTask().getRunnable())
                .filter(runnable -> runnable.toString().endsWith("Delivery.deliverDue"))
                .findAny()
                .orElseThrow();
        TestTime.set("2026-03-02T10:07:00");

        delivery.run();

        assertThat(minute().sum("shangda_opening_last_success_timestamp", "job", "digest"))
                .isEqualTo(TestTime.now().getEpochSecond());
    }

    // --- counters ----------------------------------------------------------------------------------------------------

    @Test
    void a_refusal_is_counted_by_its_code_a_failure_and_a_wrong_password_as_such() {
        http.get("/api/probe/caller", as("nobody-1", "wrong"));
        http.get("/api/probe/refused/CONFLICT", as("admin", "demo"));
        http.get("/engine-rest/task/nothing/form-variables", as("admin", "demo"));
        Scrape before = scrape();

        http.get("/api/probe/refused/CONFLICT", as("admin", "demo"));
        http.get("/api/probe/failure", as("admin", "demo"));
        http.get("/engine-rest/task/nothing/form-variables", as("admin", "demo"));
        http.get("/api/probe/caller", as("nobody-2", "wrong"));

        Scrape after = scrape();
        assertThat(more(before, after, "shangda_refusals_total", "code", "engine.already-claimed", "status", "409"))
                .isOne();
        assertThat(more(before, after, "shangda_refusals_total", "code", "web.failure", "status", "500"))
                .isOne();
        assertThat(more(before, after, "shangda_refusals_total", "status", "404"))
                .isOne();
        assertThat(more(before, after, "shangda_failures_total")).isOne();
        assertThat(more(before, after, "shangda_logins_failed_total")).isOne();
        assertThat(after.names()).contains("shangda_conflicts_total", "shangda_stuck_refresh_seconds_count");
    }

    private static double more(Scrape before, Scrape after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    @Test
    void however_often_somebody_asks_nothing_is_measured_again() {
        cases.raise(COLLEAGUE, Cases.concern());
        Scrape first = minute();
        cases.raise(COLLEAGUE, Cases.concern());

        assertThat(scrape().sum("shangda_concerns")).isEqualTo(first.sum("shangda_concerns"));
        TestTime.set("2026-03-02T10:01:00");
        assertThat(minute().sum("shangda_concerns")).isEqualTo(first.sum("shangda_concerns") + 1);
    }

    @Test
    void so_many_statements_measure_any_number_of_cases() {
        watch.measure();
        int few = SentStatements.during(watch::measure).size();
        for (int i = 0; i < 5; i++) {
            cases.at("department", "problem");
        }

        assertThat(SentStatements.during(watch::measure)).hasSize(few).hasSizeLessThan(40);
    }

    @Test
    void another_node_measures_the_same() {
        cases.at("department", "problem");
        minute();
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        new Watch(parts, other, clock).measure();
        Scrape here = scrape();

        other.getMeters().stream()
                .filter(meter -> !meter.getId().getName().equals(Measured.CLOCK_SKEW.meter()))
                .forEach(meter -> {
                    List<String> labels = meter.getId().getTags().stream()
                            .flatMap(tag -> List.of(tag.getKey(), tag.getValue()).stream())
                            .toList();
                    assertThat(here.sum(meter.getId().getName().replace('.', '_'), labels.toArray(String[]::new)))
                            .as(meter.getId().toString())
                            .isEqualTo(meter.measure().iterator().next().getValue(), within(1e-6));
                });
        assertThat(other.getMeters()).hasSizeGreaterThan(50);
    }

    @Test
    void figures_that_cannot_be_measured_stay_and_tell_their_age() {
        cases.raise(COLLEAGUE, Cases.concern());
        Scrape before = minute();
        TestTime.set("2026-03-02T10:20:00");
        database.execute("alter table opening rename to opening_away");
        try {
            watch.measure();
        } finally {
            database.execute("alter table opening_away rename to opening");
        }

        Scrape after = scrape();
        assertThat(after.has("shangda_opening_last_success_timestamp", Map.of("job", "duties")))
                .isTrue();
        assertThat(after.sum("shangda_figures_timestamp_seconds", "part", "openings"))
                .isEqualTo(before.sum("shangda_figures_timestamp_seconds", "part", "openings"));
        assertThat(after.sum("shangda_figures_timestamp_seconds", "part", "cases"))
                .isEqualTo(TestTime.now().getEpochSecond());
        assertThat(reasons()).contains("figures-old");
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    @Test
    void figures_are_read_by_administrators_and_by_programs_that_watch_which_read_nothing_else() {
        assertThat(http.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        for (String person : List.of(COLLEAGUE, SECRETARY, "zhaomingyuan", "yebo")) {
            assertThat(http.get("/actuator/prometheus", as(person, "demo")).statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(http.get("/actuator/prometheus", as("admin", "demo")).statusCode())
                .isEqualTo(200);

        cases.raise(COLLEAGUE, Cases.concern());
        String[] watcher = as(WATCHER, Users.PASSWORD);
        assertThat(http.get("/actuator/prometheus", watcher).statusCode()).isEqualTo(200);
        for (String other : List.of("/actuator/metrics", "/actuator/info", "/actuator", "/api/rules", "/api/cases")) {
            assertThat(http.get(other, watcher).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(http.get("/api/stalled", watcher).statusCode()).isEqualTo(404);
        for (String list : List.of("task", "process-instance", "process-definition", "job", "history/task")) {
            assertThat(http.get("/engine-rest/" + list + "?maxResults=50", watcher)
                            .body())
                    .as(list)
                    .isEqualTo("[]");
        }
    }

    @Test
    void no_story_no_number_no_person_and_no_unit_is_a_figure() {
        Map<String, Object> concern = Cases.concern();
        concern.put("title", "Kanarienvogel7391");
        concern.put("description", "Kanarienvogel7391 im Text");
        String number = cases.raise(COLLEAGUE, concern);
        cases.passTo(number, "2026-03-12T10:00:00");
        http.get("/api/concerns/Kanarienvogel7391", as(COLLEAGUE, "demo"));
        http.get("/Kanarienvogel7391", as(COLLEAGUE, "demo"));

        String text = minute().text;

        assertThat(text)
                .doesNotContain("Kanarienvogel7391", number, COLLEAGUE, SECRETARY, "\"jsj1\"", "\"jsj\"", "\"hqc\"")
                .doesNotContainPattern("SD20\\d\\d-");
    }

    @Test
    void the_commit_the_version_and_the_time_of_the_build_are_told_to_administrators() {
        assertThat(http.get("/actuator/info", as("admin", "demo")).body())
                .containsPattern("\"build\":\\{[^}]*\"version\":\"[^\"]+\"")
                .containsPattern("\"build\":\\{[^}]*\"time\":\"20")
                .containsPattern("\"git\":\\{[^}]*\"commit\":\\{[^}]*\"id\":\"[0-9a-f]{7,}\"");
    }
}
