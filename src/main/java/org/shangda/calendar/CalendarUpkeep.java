package org.shangda.calendar;

import java.util.List;
import org.shangda.refusal.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * What an administrator does once a year. Files are tables with a row of headings, CSV or XLSX as {@link
 * org.shangda.tables.GridReader} reads them; a file is taken as a whole or not at all. {@link CalendarChanged} tells those who keep deadlines.
 */
@Service
public class CalendarUpkeep {

    private final CalendarTables tables;
    private final LoadedCalendar calendar;
    private final LoadedTerms terms;
    private final ApplicationEventPublisher events;

    CalendarUpkeep(
            CalendarTables tables, LoadedCalendar calendar, LoadedTerms terms, ApplicationEventPublisher events) {
        this.tables = tables;
        this.calendar = calendar;
        this.terms = terms;
        this.events = events;
    }

    /**
     * Loads the State Council's notice for one year, in place of an earlier one for that year.
     *
     * @param file columns {@code date} (a day), {@code kind} ({@code off} or {@code work}), {@code holiday}; all
     *     seven holidays of a year that is known or follows the last known one
     * @return the year as it is now known
     * @throws Refusal when anything in it is wrong; nothing is stored then
     */
    public CalendarYear loadNotice(InputStreamSource file) {
        Notice notice = Notice.of(CalendarFile.noticeDays(file));
        Almanac known = calendar.almanac();
        if (notice.year() < known.knownFrom() || notice.year() > known.knownUntil() + 1) {
            throw Refusal.invalid(
                    "calendar.notice.year",
                    String.valueOf(notice.year()),
                    String.valueOf(known.knownFrom()),
                    String.valueOf(known.knownUntil() + 1));
        }
        store(() -> tables.replace(notice));
        return year(notice.year());
    }

    /**
     * Loads vacations. Each replaces those of its campus that it overlaps; all others stay.
     *
     * @param file columns {@code campus} (code), {@code name}, {@code from}, {@code to} (first and last day)
     * @return the vacations of the file, by campus and first day
     * @throws Refusal when anything in it is wrong; nothing is stored then
     */
    public List<Vacation> loadVacations(InputStreamSource file) {
        List<Vacation> vacations = CalendarFile.vacations(file);
        store(() -> tables.replace(vacations));
        return vacations;
    }

    /**
     * Loads academic terms. Each replaces the one of its code; all others stay. Terms that have ended are loaded again
     * only to correct them: what was summed up stays as it was.
     *
     * @param file columns {@code code} (for example 2026-2027-1), {@code name}, {@code from}, {@code to} (first and last
     *     day)
     * @return all terms that are now known, by first day
     * @throws Refusal when anything in it is wrong or two terms would overlap; nothing is stored then
     */
    public List<Term> loadTerms(InputStreamSource file) {
        List<Term> loaded = CalendarFile.terms(file);
        store(() -> tables.replaceTerms(loaded));
        return terms.all();
    }

    /** @param year 2000 to 2099 */
    public CalendarYear year(int year) {
        if (year < 2000 || year > 2099) {
            throw Refusal.invalid("calendar.year");
        }
        return calendar.almanac().year(year);
    }

    boolean hasVacations() {
        return calendar.almanac().hasVacations();
    }

    boolean hasTerms() {
        return !terms.all().isEmpty();
    }

    private void store(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            throw Refusal.conflict("calendar.busy");
        }
        calendar.refresh();
        terms.refresh();
        events.publishEvent(new CalendarChanged());
    }
}
