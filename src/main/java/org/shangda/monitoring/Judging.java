package org.shangda.monitoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.programme.StalledWhen.Threshold;

/** Whether what was seen in one look stands still, by the table in force. Each question is asked once in a look. */
class Judging {

    private final StalledWhen thresholds;
    private final WorkingCalendar calendar;
    private final Instant now;
    private final Map<List<String>, Threshold> known = new HashMap<>();

    Judging(StalledWhen thresholds, WorkingCalendar calendar, Instant now) {
        this.thresholds = thresholds;
        this.calendar = calendar;
        this.now = now;
    }

    Threshold threshold(Cause cause, Standing at) {
        String programme = Objects.requireNonNullElse(at.programme(), "");
        String level = Objects.requireNonNullElse(at.level(), "");
        String type = Objects.requireNonNullElse(at.type(), "");
        return known.computeIfAbsent(
                List.of(cause.code(), programme, level, type),
                question -> thresholds.of(cause, programme, level, type));
    }

    boolean standsStill(CauseRule rule, Sighting seen) {
        int n = threshold(rule.cause(), seen.at()).n();
        return switch (rule.measure()) {
            case ALWAYS -> true;
            case TIMES -> seen.amount() >= n;
            case DAYS ->
                n == 0 ? seen.since().isBefore(now) : !daysAfter(seen, n).isAfter(now);
        };
    }

    private Instant daysAfter(Sighting seen, int n) {
        return calendar.deadline(
                seen.since(), n, new Counting(seen.at().campus(), seen.at().vacationsCount()), List.of());
    }
}
