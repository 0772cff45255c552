package org.shangda.monitoring.outside;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Term;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of what has to be looked after from outside: the roster, the calendar, the terms. */
@Component
class RosterFigures implements Figures {

    private final JdbcClient jdbc;
    private final University university;
    private final WorkingCalendar calendar;
    private final AcademicTerms terms;
    private final OfficeHours hours;

    RosterFigures(
            JdbcClient jdbc, University university, WorkingCalendar calendar, AcademicTerms terms, OfficeHours hours) {
        this.jdbc = jdbc;
        this.university = university;
        this.calendar = calendar;
        this.terms = terms;
        this.hours = hours;
    }

    @Override
    public String part() {
        return "roster";
    }

    @Override
    public List<Figure> at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, hours.zone());
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                Measured.UNITS_WITHOUT_ANYBODY,
                university.units().stream()
                        .map(Unit::code)
                        .filter(university::isVacant)
                        .count()));
        figures.add(Figure.of(
                Measured.CALENDAR_KNOWN, ChronoUnit.DAYS.between(today, LocalDate.of(calendar.knownUntil(), 12, 31))));
        figures.add(Figure.of(
                Measured.TERMS_KNOWN,
                terms.all().stream()
                        .map(Term::to)
                        .max(Comparator.naturalOrder())
                        .map(last -> ChronoUnit.DAYS.between(today, last))
                        .orElse(0L)));
        jdbc.sql("select at from roster_imported where at is not null").query(row -> {
            LocalDate day = LocalDate.ofInstant(
                    row.getObject("at", OffsetDateTime.class).toInstant(), hours.zone());
            figures.add(Figure.of(Measured.ROSTER_AGE, ChronoUnit.DAYS.between(day, today)));
        });
        return figures;
    }
}
