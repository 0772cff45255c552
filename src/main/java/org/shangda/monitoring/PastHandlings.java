package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.instant;
import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.monitoring.Forecast.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What visits to levels have taken in the last two years. Read once a day: one day more changes little. */
@Component
class PastHandlings {

    private static final Period REMEMBERED = Period.ofYears(2);

    /** Rows that are fetched at once. */
    private static final int AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;

    private LocalDate readOn;
    private Forecast forecast = new Forecast();

    PastHandlings(DataSource database, WorkingCalendar calendar, OfficeHours hours) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_ONCE);
        this.calendar = calendar;
        this.hours = hours;
    }

    synchronized Forecast forecast(Instant now) {
        LocalDate today = StalledList.day(now, hours.zone());
        if (!today.equals(readOn)) {
            forecast = read(today);
            readOn = today;
        }
        return forecast;
    }

    private Forecast read(LocalDate today) {
        Forecast read = new Forecast();
        Map<Days, Integer> counted = new HashMap<>();
        jdbc.query(
                "select level, category, unit, campus, vacations_count, due_at, ended_at from past_handlings"
                        + " where ended_at > ?",
                row -> {
                    Instant due = instant(row, "due_at");
                    Instant ended = instant(row, "ended_at");
                    Days days = new Days(
                            StalledList.day(ended, hours.zone()),
                            StalledList.day(due, hours.zone()),
                            new Counting(row.getString("campus"), row.getBoolean("vacations_count")));
                    read.add(
                            new Kind(row.getString("level"), row.getString("category"), row.getString("unit")),
                            ended.isAfter(due),
                            counted.computeIfAbsent(days, this::left));
                },
                utc(hours.openingOf(today.minus(REMEMBERED))));
        return read;
    }

    private record Days(LocalDate from, LocalDate due, Counting counting) {}

    private int left(Days days) {
        return calendar.workingDays(days.from().plusDays(1), days.due(), days.counting());
    }

    /** Working days from a moment to a deadline, the day of the moment left out. */
    int daysLeft(Instant now, Instant due, Counting counting) {
        return left(new Days(StalledList.day(now, hours.zone()), StalledList.day(due, hours.zone()), counting));
    }
}
