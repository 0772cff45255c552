package org.shangda.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.Term;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The times of which a list may be asked by one click. */
@Component
class Spans {

    /** In the order in which they are offered. */
    static final List<String> CODES = List.of("month", "last-month", "term", "all");

    /** Before everything that is stored, and after it. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(3000, 1, 1);

    private final AcademicTerms terms;
    private final Clock clock;

    Spans(AcademicTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** @param to the first moment after it */
    record Span(Instant from, Instant to) {}

    /**
     * @param code one of {@link #CODES}; a term goes on until the next one begins
     * @throws Refusal for another one, and for a term before the first that is known
     */
    Span of(String code) {
        YearMonth month = YearMonth.now(clock);
        return switch (code) {
            case "month" -> between(month.atDay(1), month.plusMonths(1).atDay(1));
            case "last-month" -> between(month.minusMonths(1).atDay(1), month.atDay(1));
            case "term" -> between(termBegan(), LAST);
            case "all" -> between(FIRST, LAST);
            default -> throw Inputs.unknown("period");
        };
    }

    /** A moment to the minute, where the university is; nothing where there is none. */
    String shown(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                        .withZone(clock.getZone())
                        .format(at);
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    Instant now() {
        return clock.instant();
    }

    private LocalDate termBegan() {
        LocalDate today = LocalDate.now(clock);
        return terms.all().stream()
                .map(Term::from)
                .filter(from -> !from.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> Refusal.invalid("register.no-term"));
    }

    private Span between(LocalDate from, LocalDate to) {
        return new Span(
                from.atStartOfDay(clock.getZone()).toInstant(),
                to.atStartOfDay(clock.getZone()).toInstant());
    }
}
