package org.shangda.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The terms as the table had them when it was last refreshed. */
@Component
class LoadedTerms implements AcademicTerms {

    private final CalendarTables tables;
    private volatile List<Term> terms;

    LoadedTerms(CalendarTables tables) {
        this.tables = tables;
        refresh();
    }

    /** Call when a load is committed. Synchronized so that an older state never overtakes a newer one. */
    synchronized void refresh() {
        terms = List.copyOf(tables.terms());
    }

    @Override
    public Optional<Term> on(LocalDate day) {
        return terms.stream()
                .filter(term -> !day.isBefore(term.from()) && !day.isAfter(term.to()))
                .findFirst();
    }

    @Override
    public Optional<Term> term(String code) {
        return terms.stream().filter(term -> term.code().equals(code)).findFirst();
    }

    @Override
    public List<Term> all() {
        return terms;
    }
}
