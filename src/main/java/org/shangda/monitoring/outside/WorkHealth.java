package org.shangda.monitoring.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the work goes on. For people: a machine that takes the product out of service because a job is late makes it worse
 * ({@link WorkApart}). From what {@link Watch} has measured, so that asking costs nothing.
 */
@Component(WorkHealth.NAME)
class WorkHealth implements HealthIndicator {

    static final String NAME = "workGoesOn";
    static final Duration LATE = Duration.ofMinutes(10);
    static final Duration OLD = Duration.ofMinutes(10);
    static final int CALENDAR_DAYS = 14;

    private final Watch watch;
    private final Clock clock;

    WorkHealth(Watch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public Health health() {
        List<String> reasons = reasons();
        return reasons.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("reasons", reasons).build();
    }

    /** In codes; docs/operations.md says what to do about each. */
    private List<String> reasons() {
        Instant old = clock.instant().minus(OLD);
        List<String> reasons = new ArrayList<>();
        add(reasons, !watch.isSince(old), "figures-old");
        add(reasons, watch.sum(Measured.JOB_LATENESS) > LATE.toSeconds(), "job-late");
        add(reasons, watch.value(Measured.JOBS, "state", "no_retries") > 0, "job-failed");
        add(reasons, watch.sum(Measured.INVARIANT_VIOLATIONS) > 0, "invariant-broken");
        add(reasons, watch.sum(Measured.LOOK_FAILED) > 0, "look-failed");
        add(reasons, watch.value(Measured.OPENING_LAST_SUCCESS, "job", "stuck") < old.getEpochSecond(), "look-old");
        // Before anything was measured, nothing is known of the calendar.
        add(reasons, watch.isSince(Instant.MIN) && watch.sum(Measured.CALENDAR_KNOWN) < CALENDAR_DAYS, "calendar-ends");
        return reasons;
    }

    private static void add(List<String> reasons, boolean is, String reason) {
        if (is) {
            reasons.add(reason);
        }
    }
}
