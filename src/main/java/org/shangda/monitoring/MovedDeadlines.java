package org.shangda.monitoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.monitoring.Findings.Found;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.springframework.stereotype.Component;

/**
 * What is late if levels had other days: the deadlines of open visits, moved by as many working days as the table in force now
 * differs from an earlier one. A deadline that was extended or put off by a pause is moved as well.
 */
@Component
class MovedDeadlines {

    private static final String OF_SITUATION = " and " + StandingHandlings.RUNS_TO_ITS_DATE
            + " and h.programme = :programme and h.level = :level and h.stage = :stage and h.type = :type";

    private final StandingHandlings handlings;
    private final Rules rules;
    private final StalledWhen thresholds;
    private final WorkingCalendar calendar;

    MovedDeadlines(StandingHandlings handlings, Rules rules, StalledWhen thresholds, WorkingCalendar calendar) {
        this.handlings = handlings;
        this.rules = rules;
        this.thresholds = thresholds;
        this.calendar = calendar;
    }

    /** The days that each situation of an open visit has. */
    record Days(Map<Situation, LevelDeadline> of) {}

    Days inForce() {
        Map<Situation, LevelDeadline> days = new HashMap<>();
        handlings.distinct("programme, level, stage, type", "1 = 1").forEach(one -> {
            Situation situation = new Situation(one.get(0), one.get(1), one.get(2), one.get(3));
            rules.deadline(situation).ifPresent(deadline -> days.put(situation, deadline));
        });
        return new Days(days);
    }

    /** Puts what would be late in the place of what is, where the days in force now differ from those before. */
    void move(Days before, Instant now, Map<String, Found> found) {
        inForce().of().forEach((situation, then) -> {
            LevelDeadline earlier = before.of().get(situation);
            int handle = earlier == null ? 0 : then.handleDays() - earlier.handleDays();
            int receive = earlier == null || earlier.receiveDays() == null || then.receiveDays() == null
                    ? 0
                    : then.receiveDays() - earlier.receiveDays();
            move(Cause.HANDLE_OVERDUE, "h.due_at", "h.due_at is not null", situation, handle, now, found);
            move(
                    Cause.RECEIVE_OVERDUE,
                    "h.receive_by",
                    "h.received_at is null and h.receive_by is not null",
                    situation,
                    receive,
                    now,
                    found);
        });
    }

    private void move(
            Cause cause,
            String date,
            String condition,
            Situation situation,
            int days,
            Instant now,
            Map<String, Found> found) {
        if (days == 0) {
            return;
        }
        Judging judging = new Judging(thresholds, calendar, now);
        CauseRule rule = new CauseRule(cause, Pace.MINUTE, Measure.DAYS, at -> List.of());
        handlings
                .seen(
                        date,
                        "0",
                        "null",
                        "where " + condition + OF_SITUATION,
                        Map.of(
                                "programme", situation.programme(),
                                "level", situation.level(),
                                "stage", situation.stage(),
                                "type", situation.type()))
                .stream()
                .map(seen -> seen.since(moved(seen, days)))
                .map(seen -> new Found(cause, Pace.MINUTE, seen, judging.threshold(cause, seen.at()), now))
                .forEach(late -> {
                    found.remove(late.subject());
                    if (judging.standsStill(rule, late.seen())) {
                        found.put(late.subject(), late);
                    }
                });
    }

    private Instant moved(Sighting seen, int days) {
        Counting counting = new Counting(seen.at().campus(), seen.at().vacationsCount());
        Instant date = Objects.requireNonNull(seen.since());
        return days > 0 ? calendar.deadline(date, days, counting, List.of()) : calendar.before(date, -days, counting);
    }
}
