package org.shangda.contact;

import java.time.LocalDate;
import java.time.YearMonth;
import org.shangda.calendar.Term;

/**
 * A stretch of time in which contacts are owed.
 *
 * @param kind {@code month}, {@code quarter}, {@code half-year} or {@code semester}
 * @param code tells it from all others, of its own kind and of other kinds: {@code 2026-03}, {@code 2026-Q1},
 *     {@code 2026-H1}, or the code of the academic term
 * @param from first day
 * @param to last day
 */
public record Period(String kind, String code, LocalDate from, LocalDate to) {

    static Period month(LocalDate day) {
        return months("month", YearMonth.from(day).toString(), day, 1);
    }

    static Period quarter(LocalDate day) {
        return months("quarter", day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1), day, 3);
    }

    static Period halfYear(LocalDate day) {
        return months("half-year", day.getYear() + "-H" + (day.getMonthValue() <= 6 ? 1 : 2), day, 6);
    }

    static Period semester(Term term) {
        return new Period("semester", term.code(), term.from(), term.to());
    }

    /** From the calendar, never by adding months to a day: that would drift from the 31st to the 28th for ever. */
    private static Period months(String kind, String code, LocalDate day, int length) {
        int first = (day.getMonthValue() - 1) / length * length + 1;
        YearMonth start = YearMonth.of(day.getYear(), first);
        return new Period(
                kind, code, start.atDay(1), start.plusMonths(length - 1L).atEndOfMonth());
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
