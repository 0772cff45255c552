package org.shangda.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The calendar as the tables had it when it was last refreshed. */
@Component
class LoadedCalendar implements WorkingCalendar {

    private static final String SHIPPED = "calendar/china-working-days-2018-2026.csv";

    private final CalendarTables tables;
    private final OfficeHours hours;
    private volatile Almanac almanac;

    LoadedCalendar(CalendarTables tables, OfficeHours hours) {
        this.tables = tables;
        this.hours = hours;
        try {
            tables.addMissing(shippedNotices());
        } catch (DuplicateKeyException e) {
            // Another node has started for the first time at the same moment, and has stored the same.
        }
        refresh();
    }

    /** Call when a load is committed. Synchronized so that an older state never overtakes a newer one. */
    synchronized void refresh() {
        almanac = new Almanac(hours, tables.noticeDays(), tables.vacations());
    }

    Almanac almanac() {
        return almanac;
    }

    static List<Notice> shippedNotices() {
        return Notice.perYear(CalendarFile.noticeDays(new ClassPathResource(SHIPPED)));
    }

    @Override
    public boolean isWorkingDay(LocalDate day, Counting counting) {
        return almanac.isWorkingDay(day, counting);
    }

    @Override
    public int workingDays(LocalDate from, LocalDate to, Counting counting) {
        return almanac.workingDays(from, to, counting);
    }

    @Override
    public Instant deadline(Instant from, int workingDays, Counting counting, List<Pause> pauses) {
        return almanac.deadline(from, workingDays, counting, pauses);
    }

    @Override
    public Instant before(Instant deadline, int workingDays, Counting counting) {
        return almanac.before(deadline, workingDays, counting);
    }

    @Override
    public ClockReading read(
            Instant from, Instant until, Instant deadline, Counting counting, List<Pause> pauses, Instant now) {
        return almanac.read(from, until, deadline, counting, pauses, now);
    }

    @Override
    public int daysLeft(Instant from, Instant deadline, Counting counting, Instant now) {
        return almanac.daysLeft(from, deadline, counting, now);
    }

    @Override
    public int knownUntil() {
        return almanac.knownUntil();
    }
}
