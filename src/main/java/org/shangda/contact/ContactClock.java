package org.shangda.contact;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The dates of duties, notes and event talks. They are stored; timers and screens read them. */
@Component
class ContactClock {

    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Clock clock;

    ContactClock(WorkingCalendar calendar, OfficeHours hours, Clock clock) {
        this.calendar = calendar;
        this.hours = hours;
        this.clock = clock;
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

    Instant closeOf(LocalDate day) {
        return hours.closeOf(day);
    }

    /** The last day counts whole. */
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    /** Working days without the vacations of a campus. */
    int workingDays(String campus, LocalDate from, LocalDate to) {
        return calendar.workingDays(from, to, new Counting(campus, false));
    }

    /** Vacations do not stop it: what waits for it are the figures of a period that is over. */
    Instant graceAfter(Instant end, int days, String campus) {
        return calendar.deadline(end, days, new Counting(campus, true), List.of());
    }

    Instant daysFrom(Instant from, int days, String campus) {
        return calendar.deadline(from, days, new Counting(campus, false), List.of());
    }

    Instant daysBefore(Instant end, int days, String campus) {
        return calendar.before(end, days, new Counting(campus, false));
    }
}
