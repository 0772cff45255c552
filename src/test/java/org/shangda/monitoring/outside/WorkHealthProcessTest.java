package org.shangda.monitoring.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.probe.Http.as;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code /actuator/health/work}: down while the work does not go on, up when it is mended, and no load balancer's. */
@ShangdaTest
class WorkHealthProcessTest extends WatchedFromOutside {

    @Autowired
    JdbcTemplate database;

    /** Jobs and tasks that other tests have left open. */
    private List<String> before() {
        minute();
        return reasons();
    }

    @Test
    void a_job_that_is_not_tried_again_stops_the_work_until_it_is_and_nothing_is_taken_out_of_service() {
        List<String> before = before();
        String job = failedJob();

        Scrape failed = minute();

        assertThat(failed.sum("shangda_jobs", "state", "no_retries")).isOne();
        assertThat(failed.sum("shangda_incidents", "type", "failedJob")).isOne();
        assertThat(failed.sum("shangda_stuck", "cause", "job-failed", "severity", "severe"))
                .isOne();
        assertThat(reasons()).contains("job-failed");
        for (String address : List.of("", "/liveness", "/readiness")) {
            assertThat(http.get("/actuator/health" + address).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }

        management.setJobRetries(job, 3);
        Scrape mended = minute();

        assertThat(mended.sum("shangda_jobs", "state", "no_retries")).isZero();
        assertThat(mended.sum("shangda_incidents")).isZero();
        assertThat(reasons()).isEqualTo(before);
    }

    private String failedJob() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String job = cases.nextJob(number).orElseThrow().getId();
        management.setJobRetries(job, 0);
        return job;
    }

    @Test
    void a_job_that_is_ten_minutes_late_stops_the_work() {
        cases.raise(COLLEAGUE, Cases.concern());
        // The branch's deadline is at 17:00.
        TestTime.set("2026-03-09T17:09:00");
        Scrape late = minute();
        double seconds = late.sum("shangda_job_lateness_seconds");
        assertThat(late.sum("shangda_jobs", "state", "late")).isPositive();

        TestTime.set("2026-03-09T17:11:00");
        Scrape later = minute();

        assertThat(seconds).isGreaterThanOrEqualTo(540);
        assertThat(later.sum("shangda_job_lateness_seconds")).isEqualTo(seconds + 120);
        assertThat(reasons()).contains("job-late");
    }

    @Test
    void a_case_that_the_engine_has_forgotten_breaks_the_invariant() {
        List<String> before = before();
        String number = cases.raise(COLLEAGUE, Cases.concern());
        runtime.deleteProcessInstance(
                cases.instance(number, "concern-escalation").getId(), "lost");

        assertThat(minute().sum("shangda_invariant_violations", "rule", "no-instance"))
                .isOne();
        assertThat(reasons()).contains("invariant-broken");

        cases.endAll();
        assertThat(minute().sum("shangda_invariant_violations", "rule", "no-instance"))
                .isZero();
        assertThat(reasons()).isEqualTo(before);
    }

    @Test
    void what_is_suspended_is_counted_by_its_kind() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());

        Scrape now = minute();

        assertThat(now.sum("shangda_suspended", "kind", "instance")).isOne();
        assertThat(now.sum("shangda_suspended", "kind", "job")).isZero();
        assertThat(now.sum("shangda_jobs", "state", "suspended")).isPositive();
        assertThat(now.has("shangda_suspended", Map.of("kind", "job_definition")))
                .isTrue();
    }

    @Test
    void a_lock_that_has_run_out_is_seen() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String job = cases.nextJob(number).orElseThrow().getId();
        double before = minute().sum("shangda_lock_expired");
        database.update("update act_ru_job set lock_owner_ = 'node', lock_exp_time_ = ? where id_ = ?", at(9), job);
        assertThat(minute().sum("shangda_lock_expired")).isEqualTo(before + 1);

        database.update("update act_ru_job set lock_exp_time_ = ? where id_ = ?", at(11), job);

        Scrape held = minute();
        assertThat(held.sum("shangda_lock_expired")).isEqualTo(before);
        assertThat(held.sum("shangda_jobs", "state", "locked")).isPositive();
    }

    private static LocalDateTime at(int hour) {
        return LocalDateTime.of(2026, 3, 2, hour, 0);
    }

    @Test
    void a_look_that_failed_or_is_old_stops_the_work() {
        List<String> before = before();
        database.execute("alter table stalled rename to stalled_away");
        try {
            assertThat(monitoring.look()).isFalse();
        } finally {
            database.execute("alter table stalled_away rename to stalled");
        }
        watch.measure();
        assertThat(reasons()).contains("look-failed");

        minute();
        TestTime.set("2026-03-02T10:11:00");
        watch.measure();
        assertThat(reasons()).contains("look-old");
        minute();
        assertThat(reasons()).isEqualTo(before);
    }

    @Test
    void the_work_stops_two_weeks_before_the_calendar_ends() {
        TestTime.set("2026-12-17T10:00:00");
        minute();
        assertThat(reasons()).doesNotContain("calendar-ends");

        TestTime.set("2026-12-18T10:00:00");
        minute();

        assertThat(reasons()).contains("calendar-ends");
    }

    @Test
    void probes_are_told_a_word_and_the_reasons_are_for_who_mends_them() {
        failedJob();
        minute();

        for (String address : List.of("/actuator/health/work", "/actuator/health/readiness")) {
            for (String[] caller : List.of(new String[0], as(COLLEAGUE, "demo"), as("zhaomingyuan", "demo"))) {
                assertThat(http.get(address, caller).body()).isIn("{\"status\":\"DOWN\"}", "{\"status\":\"UP\"}");
            }
        }
        assertThat(http.get("/actuator/health/work").body()).isEqualTo("{\"status\":\"DOWN\"}");
        for (String[] caller : List.of(as("yebo", "demo"), as("admin", "demo"), as(WATCHER, Users.PASSWORD))) {
            assertThat(http.get("/actuator/health/work", caller).body()).contains("job-failed");
        }
        assertThat(http.get("/actuator/health", as("admin", "demo")).body())
                .contains("engineReady", "readinessState")
                .doesNotContain("job-failed");
        assertThat(http.get("/actuator/health/readiness", as("admin", "demo")).body())
                .contains("\"migrated\":true", "\"db\"")
                .doesNotContain("\"filesInForce\"");
    }
}
