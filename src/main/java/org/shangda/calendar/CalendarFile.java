package org.shangda.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.shangda.refusal.Refusal;
import org.shangda.tables.Dates;
import org.shangda.tables.GridReader;
import org.shangda.tables.Table;
import org.shangda.tables.Unreadable;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads an administrator's files. The first row that is wrong is refused with its number; a value is never repeated in
 * the refusal, because anything may stand in a file that somebody has picked by mistake.
 */
final class CalendarFile {

    /** The columns of all the files; each file has some of them. */
    enum Column implements org.shangda.tables.Column {
        DATE,
        KIND,
        HOLIDAY,
        CAMPUS,
        CODE,
        NAME,
        FROM,
        TO;

        @Override
        public List<String> headings() {
            return List.of(name().toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean date() {
            return this == DATE || this == FROM || this == TO;
        }
    }

    private static final int MOST_ROWS = 2000;
    private static final int LONGEST_VACATION = 120;
    private static final int LONGEST_TERM = 250;
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,50}");
    private static final Pattern TERM = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern CAMPUS = Pattern.compile("[a-z0-9-]{1,40}");

    /** A row; its cells are trimmed. */
    private record Line(Table.Row<Column> row) {

        String get(Column column) {
            return row.cells().get(column).strip();
        }

        Refusal refusal(String code, Object... more) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = row.number();
            System.arraycopy(more, 0, arguments, 1, more.length);
            return Refusal.invalid(code, arguments);
        }

        LocalDate date(Column column) {
            return Dates.readDay(get(column))
                    .filter(date -> date.getYear() >= 2000)
                    .orElseThrow(() -> refusal("calendar.file.date", column.heading()));
        }

        String name(Column column) {
            String name = get(column);
            if (!NAME.matcher(name).matches()) {
                throw refusal("calendar.file.name", column.heading());
            }
            return name;
        }
    }

    private CalendarFile() {}

    /** Columns date, kind, holiday; at least one row, no date twice. */
    static List<NoticeDay> noticeDays(InputStreamSource file) {
        Set<LocalDate> dates = new HashSet<>();
        List<NoticeDay> days = new ArrayList<>();
        for (Line row : rows(file, Column.DATE, Column.KIND, Column.HOLIDAY)) {
            String kind = row.get(Column.KIND);
            if (!kind.equals(NoticeDay.OFF) && !kind.equals(NoticeDay.WORK)) {
                throw row.refusal("calendar.file.kind");
            }
            NoticeDay day = new NoticeDay(row.date(Column.DATE), kind, row.name(Column.HOLIDAY));
            if (!dates.add(day.date())) {
                throw row.refusal("calendar.file.twice", day.date().toString());
            }
            days.add(day);
        }
        return days;
    }

    /** Columns campus, name, from, to; at least one row, no overlap on one campus. */
    static List<Vacation> vacations(InputStreamSource file) {
        List<Vacation> vacations = new ArrayList<>();
        for (Line row : rows(file, Column.CAMPUS, Column.NAME, Column.FROM, Column.TO)) {
            String campus = row.get(Column.CAMPUS);
            if (!CAMPUS.matcher(campus).matches()) {
                throw row.refusal("calendar.file.campus");
            }
            Vacation vacation = new Vacation(campus, row.name(Column.NAME), row.date(Column.FROM), row.date(Column.TO));
            long days = ChronoUnit.DAYS.between(vacation.from(), vacation.to()) + 1;
            if (days < 1 || days > LONGEST_VACATION) {
                throw row.refusal("calendar.file.vacation-length", LONGEST_VACATION);
            }
            if (vacations.stream()
                    .anyMatch(
                            other -> other.campus().equals(campus) && other.overlaps(vacation.from(), vacation.to()))) {
                throw row.refusal("calendar.file.overlap");
            }
            vacations.add(vacation);
        }
        vacations.sort(Comparator.comparing(Vacation::campus).thenComparing(Vacation::from));
        return vacations;
    }

    /** Columns code, name, from, to; at least one row, no code twice, no overlap. */
    static List<Term> terms(InputStreamSource file) {
        List<Term> terms = new ArrayList<>();
        for (Line row : rows(file, Column.CODE, Column.NAME, Column.FROM, Column.TO)) {
            String code = row.get(Column.CODE);
            if (!TERM.matcher(code).matches()) {
                throw row.refusal("calendar.file.term-code");
            }
            Term term = new Term(code, row.name(Column.NAME), row.date(Column.FROM), row.date(Column.TO));
            long days = ChronoUnit.DAYS.between(term.from(), term.to()) + 1;
            if (days < 2 || days > LONGEST_TERM) {
                throw row.refusal("calendar.file.term-length", LONGEST_TERM);
            }
            if (terms.stream().anyMatch(other -> other.code().equals(term.code()) || other.overlaps(term))) {
                throw row.refusal("calendar.file.term-overlap");
            }
            terms.add(term);
        }
        terms.sort(Comparator.comparing(Term::from));
        return terms;
    }

    private static List<Line> rows(InputStreamSource file, Column... columns) {
        try {
            Set<Column> all = Set.of(columns);
            Table<Column> table = Table.find(GridReader.read(file, GridReader.UNKNOWN_SIZE, all), all, all)
                    .orRefuse();
            if (table.rows().size() > MOST_ROWS) {
                throw Refusal.invalid("calendar.file.too-long", MOST_ROWS);
            }
            return table.rows().stream().map(Line::new).toList();
        } catch (Unreadable e) {
            throw Refusal.invalid(e.code(), e.arguments());
        }
    }
}
