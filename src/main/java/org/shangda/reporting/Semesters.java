package org.shangda.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Term;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/** What belongs to a semester, and when its summaries are due. */
@Component
class Semesters {

    /** Where the next term is not known yet. */
    private static final int VACATION_MONTHS = 1;

    private final AcademicTerms terms;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Clock clock;

    Semesters(AcademicTerms terms, WorkingCalendar calendar, OfficeHours hours, Clock clock) {
        this.terms = terms;
        this.calendar = calendar;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * A term with the vacation after it: what happened between two terms belongs to the first.
     *
     * @param to last day
     */
    record Semester(Term term, LocalDate from, LocalDate to) {}

    /** @throws Refusal when no such term is loaded */
    Semester semester(String code) {
        return terms.term(code == null ? "" : code)
                .map(this::withVacation)
                .orElseThrow(() -> Refusal.notFound("summary.no-such-term"));
    }

    /** The semester under way, also during the vacation after it; that of a term's code if there is one. */
    Semester semesterOrPresent(String code) {
        return code == null || code.isBlank() ? present() : semester(code);
    }

    private Semester present() {
        LocalDate today = today();
        return terms.all().stream()
                .filter(term -> !term.from().isAfter(today))
                .max(Comparator.comparing(Term::from))
                .map(this::withVacation)
                .orElseThrow(() -> Refusal.notFound("summary.no-such-term"));
    }

    /** Terms over for at most so many days. */
    List<Semester> over(int days) {
        LocalDate today = today();
        return terms.all().stream()
                .filter(term -> term.to().isBefore(today) && !term.to().isBefore(today.minusDays(days)))
                .map(this::withVacation)
                .toList();
    }

    private Semester withVacation(Term term) {
        LocalDate to = terms.all().stream()
                .map(Term::from)
                .filter(from -> from.isAfter(term.to()))
                .min(Comparator.naturalOrder())
                .map(from -> from.minusDays(1))
                .orElseGet(() -> term.to().plusMonths(VACATION_MONTHS));
        return new Semester(term, term.from(), to);
    }

    /** Working days after the term's last day. The school's vacation stops this clock like others. */
    Instant due(Term term, int workingDays, String campus) {
        return workingDaysAfter(hours.closeOf(term.to()), workingDays, campus);
    }

    Instant workingDaysAfter(Instant from, int workingDays, String campus) {
        return calendar.deadline(from, workingDays, new Counting(campus, false), List.of());
    }

    Instant before(Instant due, int workingDays, String campus) {
        return calendar.before(due, workingDays, new Counting(campus, false));
    }

    /** As the database compares it. */
    OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC);
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }
}
