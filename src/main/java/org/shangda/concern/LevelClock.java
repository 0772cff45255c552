package org.shangda.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.PracticeDays;
import org.springframework.stereotype.Component;

/** Sets the dates of a visit to a level, and says when its clock is to be looked at next. */
@Component
class LevelClock {

    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Clock clock;
    private final PracticeDays days;

    LevelClock(WorkingCalendar calendar, OfficeHours hours, Clock clock, PracticeDays days) {
        this.calendar = calendar;
        this.hours = hours;
        this.clock = clock;
        this.days = days;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    Instant openingOf(LocalDate day) {
        return hours.openingOf(day);
    }

    Instant closingOf(LocalDate day) {
        return hours.closeOf(day);
    }

    Instant workingDaysFrom(Instant from, int days, Counting counting) {
        return calendar.deadline(from, days, counting, List.of());
    }

    /** So many working days from now as practice gives. */
    Instant within(PracticeDays.What what, Counting counting) {
        return within(what, now(), counting);
    }

    Instant within(PracticeDays.What what, Instant from, Counting counting) {
        return workingDaysFrom(from, days(what), counting);
    }

    int days(PracticeDays.What what) {
        return days.of(what);
    }

    Instant workingDaysFromNow(int days, Counting counting) {
        return calendar.deadline(now(), days, counting, List.of());
    }

    void start(Handling handling, LevelDeadline rule) {
        Counting counting = handling.counting();
        Instant from = handling.enteredAt();
        Instant due = calendar.deadline(from, rule.handleDays(), counting, List.of());
        handling.terms().due(receiveBy(from, rule, counting), remindAt(due, rule, counting), due);
    }

    private Instant receiveBy(Instant from, LevelDeadline rule, Counting counting) {
        if (rule.receiveHours() != null) {
            return from.plus(rule.receiveHours(), ChronoUnit.HOURS);
        }
        return rule.receiveDays() == null ? null : calendar.deadline(from, rule.receiveDays(), counting, List.of());
    }

    /** After a pause or an extension: the deadline is computed anew from entry, days and pauses, and its reminder. */
    void restart(Handling handling, LevelDeadline rule) {
        dueBy(handling, earliest(handling, Stream.empty()), rule);
    }

    /** The same, with those that wait for it: what is due by the same moment as before keeps its reminder. */
    void restart(Handling handling, LevelDeadline rule, Stream<Instant> others) {
        Instant due = earliest(handling, others);
        if (!due.equals(handling.terms().dueAt())) {
            dueBy(handling, due, rule);
        }
    }

    private void dueBy(Handling handling, Instant due, LevelDeadline rule) {
        handling.terms().dueBy(due, remindAt(due, rule, handling.counting()));
    }

    /** By its own days, or by the earliest of the others where that is before. */
    private Instant earliest(Handling handling, Stream<Instant> others) {
        Instant own = calendar.deadline(
                handling.enteredAt(), handling.terms().days(), handling.counting(), handling.clockPauses());
        return Stream.concat(Stream.of(own), others).min(Instant::compareTo).orElse(own);
    }

    /** After the calendar has changed: what has not passed into the record yet is computed anew. */
    void recount(Handling handling, LevelDeadline rule, Stream<Instant> others) {
        Counting counting = handling.counting();
        Instant from = handling.enteredAt();
        Instant due = earliest(handling, others);
        handling.terms()
                .due(
                        handling.terms().receiptAsked() ? receiveBy(from, rule, counting) : null,
                        handling.terms().remindAt() == null ? null : remindAt(due, rule, counting),
                        due);
    }

    private Instant remindAt(Instant due, LevelDeadline rule, Counting counting) {
        return rule.remindDaysBefore() == null ? null : calendar.before(due, rule.remindDaysBefore(), counting);
    }

    /** The next of reminder, receipt and deadline that still lies ahead; at once when none does. */
    Instant next(Handling handling) {
        Instant now = now();
        return Stream.of(
                        handling.terms().remindAt(),
                        handling.receivedAt() == null ? handling.terms().receiveBy() : null,
                        handling.terms().dueAt())
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(now))
                .min(Instant::compareTo)
                .orElse(now);
    }

    /** When whoever has its task is to act: on the day of the meeting as long as that is to come, else by its deadline. */
    Instant taskDue(Handling handling) {
        Instant due = handling.terms().dueAt();
        if (!handling.awaitsDecision()) {
            return due;
        }
        Instant meeting = closingOf(handling.proposal().on());
        return passed(meeting) ? due : meeting;
    }

    boolean passed(Instant deadline) {
        return deadline != null && !now().isBefore(deadline);
    }

    /** Whether the days that began with receipt, or with entry where nobody received it, are over. */
    boolean within(Handling handling, int days) {
        Instant from = handling.receivedAt() == null ? handling.enteredAt() : handling.receivedAt();
        return !now().isAfter(calendar.deadline(from, days, handling.counting(), List.of()));
    }
}
