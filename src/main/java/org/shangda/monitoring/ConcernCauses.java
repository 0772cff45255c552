package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.RUNS;
import static org.shangda.monitoring.StandingHandlings.RUNS_TO_ITS_DATE;
import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shangda.calendar.OfficeHours;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.springframework.stereotype.Component;

/** What the dates and counts of concerns tell. */
@Component
class ConcernCauses implements Causes {

    private final StandingHandlings handlings;
    private final StalledWhen thresholds;
    private final OfficeHours hours;

    ConcernCauses(StandingHandlings handlings, StalledWhen thresholds, OfficeHours hours) {
        this.handlings = handlings;
        this.thresholds = thresholds;
        this.hours = hours;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                days(
                        Cause.RECEIVE_OVERDUE,
                        "h.receive_by",
                        "where h.received_at is null and h.receive_by < :now and " + RUNS),
                days(Cause.HANDLE_OVERDUE, "h.due_at", "where h.due_at < :now and " + RUNS_TO_ITS_DATE),
                days(Cause.WAITS_COLLEAGUE, "h.paused_from", "where h.paused_for = 'asked-colleague'"),
                days(Cause.RESTS, "h.paused_from", "where h.paused_for = 'explained'"),
                new CauseRule(Cause.AGENDA_PASSED, Pace.MINUTE, Measure.DAYS, this::agendaPassed),
                times(
                        Cause.SUPERVISION_LAPSED,
                        Pace.MINUTE,
                        "s.opened_at",
                        "s.lapses + case when s.until < :now then 1 else 0 end",
                        "join standing_supervisions s on s.handling = h.handling where not s.with_leader"
                                + " and (s.lapses > 0 or s.until < :now)"),
                new CauseRule(
                        Cause.SUPERVISION_WITH_LEADER,
                        Pace.MINUTE,
                        Measure.ALWAYS,
                        now -> handlings.seen(
                                "s.opened_at",
                                "s.lapses",
                                "null",
                                "join standing_supervisions s on s.handling = h.handling where s.with_leader",
                                Map.of())),
                times(Cause.RETURNED_AGAIN, Pace.MINUTE, "h.entered_at", "h.returns", "where h.returns > 0"),
                times(
                        Cause.DISSATISFIED,
                        Pace.MINUTE,
                        "h.entered_at",
                        "h.dissatisfactions",
                        "where h.dissatisfactions > 0"),
                times(
                        Cause.MOVED_AGAIN,
                        Pace.PROOF,
                        "h.entered_at",
                        "m.moves",
                        "join concern_moves m on m.number = h.number where m.moves > 0"),
                times(
                        Cause.EXTENDED_AGAIN,
                        Pace.PROOF,
                        "h.entered_at",
                        "m.extensions",
                        "join concern_moves m on m.number = h.number where m.extensions > 0"),
                new CauseRule(
                        Cause.OPINION_UNANSWERED,
                        Pace.MINUTE,
                        Measure.DAYS,
                        now -> handlings.seen(
                                "o.due_at",
                                "0",
                                "o.asked_unit",
                                "join standing_opinions o on o.handling = h.handling where o.due_at < :now",
                                at(now))),
                new CauseRule(Cause.NO_MOVEMENT, Pace.PROOF, Measure.DAYS, this::withoutMovement));
    }

    private CauseRule days(Cause cause, String since, String from) {
        return new CauseRule(
                cause, Pace.MINUTE, Measure.DAYS, now -> handlings.seen(since, "0", "null", from, at(now)));
    }

    private CauseRule times(Cause cause, Pace pace, String since, String amount, String from) {
        return new CauseRule(cause, pace, Measure.TIMES, now -> handlings.seen(since, amount, "null", from, at(now)));
    }

    private static Map<String, ?> at(Instant now) {
        return Map.of("now", utc(now));
    }

    /** The day of the meeting is a day of the calendar: what it was to decide is late from its close of business. */
    private List<Sighting> agendaPassed(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, hours.zone());
        return handlings
                .seen(
                        "h.entered_at",
                        "0",
                        "cast(h.exit_on as varchar(10))",
                        "where h.outcome = 'agenda' and h.exit_on < :today",
                        Map.of("today", today))
                .stream()
                .map(seen -> seen.since(hours.closeOf(LocalDate.parse(seen.detail()))))
                .toList();
    }

    /** So many working days are at least as many days of the calendar: those that moved since need no looking at. */
    private List<Sighting> withoutMovement(Instant now) {
        int least = handlings.distinct("programme, level, type", "1 = 1").stream()
                .mapToInt(one -> thresholds
                        .of(Cause.NO_MOVEMENT, one.get(0), one.get(1), one.get(2))
                        .n())
                .min()
                .orElse(0);
        return handlings.seen(
                "(select max(t.at) from concern_steps t where t.number = h.number)",
                "0",
                "null",
                "where " + RUNS
                        + " and not exists (select 1 from concern_steps t where t.number = h.number and t.at > :latest)",
                Map.of("latest", utc(now.minus(Duration.ofDays(least)))));
    }
}
