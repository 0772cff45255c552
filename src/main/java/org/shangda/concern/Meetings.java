package org.shangda.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.programme.PracticeDays.What;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * The meetings of the university that hear items: two days of each month, of which each is put off to the next working day,
 * without those that the office has struck out and with those that it has added (adr/0080).
 */
@Component
class Meetings {

    /**
     * Days that are working days for everybody: weekends and the State Council's notices. Vacations belong to a campus, and a
     * meeting of the university to none: one that falls into a vacation is struck out by the office.
     */
    private static final Counting COUNTING = new Counting(null, true);

    private final MeetingDays days;
    private final WorkingCalendar calendar;
    private final LevelClock clock;

    Meetings(MeetingDays days, WorkingCalendar calendar, LevelClock clock) {
        this.days = days;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** From today on, as far ahead as items may be put off. */
    List<LocalDate> ahead() {
        LocalDate today = clock.today();
        LocalDate last = today.plusDays(clock.days(What.MEETING_WITHIN));
        SortedSet<LocalDate> meetings = new TreeSet<>();
        // One at the end of last month may have been put off into this one.
        for (YearMonth month = YearMonth.from(today).minusMonths(1);
                !month.atDay(1).isAfter(last);
                month = month.plusMonths(1)) {
            YearMonth of = month;
            Stream.of(What.AGENDA_FIRST_DAY, What.AGENDA_SECOND_DAY)
                    .map(clock::days)
                    .map(day -> workingDay(of.atDay(Math.min(day, of.lengthOfMonth()))))
                    .forEach(meetings::add);
        }
        days.findAll().forEach(one -> {
            if (one.held()) {
                meetings.add(one.meetsOn());
            } else {
                meetings.remove(one.meetsOn());
            }
        });
        return meetings.stream()
                .filter(day -> !day.isBefore(today) && !day.isAfter(last))
                .toList();
    }

    private LocalDate workingDay(LocalDate day) {
        LocalDate at = day;
        while (!calendar.isWorkingDay(at, COUNTING)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** Until when a meeting takes items. */
    Instant closes(LocalDate day) {
        return calendar.before(clock.closingOf(day), clock.days(What.AGENDA_CLOSES), COUNTING);
    }

    boolean takesItems(LocalDate day) {
        return !clock.passed(closes(day));
    }

    /** Those that take items now. */
    List<LocalDate> open() {
        return ahead().stream().filter(this::takesItems).toList();
    }

    /** The next one that takes items. @throws Refusal {@code agenda.no-meeting} */
    LocalDate next() {
        return nextAfter(clock.today());
    }

    /** @throws Refusal {@code agenda.no-meeting} */
    LocalDate nextAfter(LocalDate day) {
        return ahead().stream()
                .filter(one -> one.isAfter(day) && takesItems(one))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("agenda.no-meeting"));
    }

    /** @throws Refusal when nothing is heard on that day, or nothing is taken any more */
    void requireOpen(LocalDate day) {
        if (day == null) {
            throw Refusal.invalid("text.missing", Inputs.label("meetsOn"));
        }
        if (!ahead().contains(day)) {
            throw Refusal.invalid("agenda.no-meeting-then", day.toString());
        }
        if (!takesItems(day)) {
            throw Refusal.conflict("agenda.meeting-closed", day.toString());
        }
    }

    /** @throws Refusal when there is one, or it is not a day to come within the time that may be planned */
    void add(LocalDate day) {
        int within = clock.days(What.MEETING_WITHIN);
        LocalDate today = clock.today();
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusDays(within))) {
            throw Refusal.invalid("agenda.day-out-of-range", within);
        }
        if (ahead().contains(day)) {
            throw Refusal.conflict("agenda.meeting-there", day.toString());
        }
        is(day, true);
    }

    /** @throws Refusal when there is none */
    void strikeOut(LocalDate day) {
        if (!ahead().contains(day)) {
            throw Refusal.conflict("agenda.no-meeting-then", day.toString());
        }
        is(day, false);
    }

    private void is(LocalDate day, boolean held) {
        MeetingDay differs = days.findByMeetsOn(day).orElseGet(() -> new MeetingDay(day, held));
        differs.held(held);
        days.save(differs);
    }
}
