package org.shangda.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.Term;
import org.springframework.stereotype.Component;

/** The periods that are under way: months, quarters and half-years of the calendar, and academic terms. */
@Component
class Periods {

    private final AcademicTerms terms;

    Periods(AcademicTerms terms) {
        this.terms = terms;
    }

    /** Those in which a day lies; no semester between two terms. */
    List<Period> on(LocalDate day) {
        return Stream.concat(
                        Stream.of(Period.month(day), Period.quarter(day), Period.halfYear(day)),
                        terms.on(day).map(Period::semester).stream())
                .toList();
    }

    /**
     * Last day of the semester in which a day lies, else of the next one; a half year on where none is known.
     */
    LocalDate endOfSemester(LocalDate day) {
        return terms.all().stream()
                .map(Term::to)
                .filter(last -> !last.isBefore(day))
                .min(LocalDate::compareTo)
                .orElseGet(() -> day.plusDays(180));
    }
}
