package org.shangda.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.shangda.refusal.Refusal;

/**
 * Reads an administrator's CSV files. The first row that is wrong is refused with its line; a value is never repeated in
 * the refusal, because anything may stand in a file that somebody has picked by mistake.
 */
final class CalendarFile {

    private static final int MOST_ROWS = 2000;
    private static final int LONGEST_VACATION = 120;
    private static final int LONGEST_TERM = 250;
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,50}");
    private static final Pattern TERM = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern CAMPUS = Pattern.compile("[a-z0-9-]{1,40}");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .setTrim(true)
            .get();

    private CalendarFile() {}

    /** Columns date, kind, holiday; at least one row, no date twice. */
    static List<NoticeDay> noticeDays(InputStream file) {
        Set<LocalDate> dates = new HashSet<>();
        List<NoticeDay> days = new ArrayList<>();
        for (CSVRecord row : rows(file, "date", "kind", "holiday")) {
            String kind = row.get("kind");
            if (!kind.equals(NoticeDay.OFF) && !kind.equals(NoticeDay.WORK)) {
                throw refusal("calendar.file.kind", row);
            }
            NoticeDay day = new NoticeDay(date(row, "date"), kind, name(row, "holiday"));
            if (!dates.add(day.date())) {
                throw refusal("calendar.file.twice", row, day.date().toString());
            }
            days.add(day);
        }
        return days;
    }

    /** Columns campus, name, from, to; at least one row, no overlap on one campus. */
    static List<Vacation> vacations(InputStream file) {
        List<Vacation> vacations = new ArrayList<>();
        for (CSVRecord row : rows(file, "campus", "name", "from", "to")) {
            String campus = row.get("campus");
            if (!CAMPUS.matcher(campus).matches()) {
                throw refusal("calendar.file.campus", row);
            }
            Vacation vacation = new Vacation(campus, name(row, "name"), date(row, "from"), date(row, "to"));
            long days = ChronoUnit.DAYS.between(vacation.from(), vacation.to()) + 1;
            if (days < 1 || days > LONGEST_VACATION) {
                throw refusal("calendar.file.vacation-length", row, LONGEST_VACATION);
            }
            if (vacations.stream()
                    .anyMatch(
                            other -> other.campus().equals(campus) && other.overlaps(vacation.from(), vacation.to()))) {
                throw refusal("calendar.file.overlap", row);
            }
            vacations.add(vacation);
        }
        vacations.sort(Comparator.comparing(Vacation::campus).thenComparing(Vacation::from));
        return vacations;
    }

    /** Columns code, name, from, to; at least one row, no code twice, no overlap. */
    static List<Term> terms(InputStream file) {
        List<Term> terms = new ArrayList<>();
        for (CSVRecord row : rows(file, "code", "name", "from", "to")) {
            if (!TERM.matcher(row.get("code")).matches()) {
                throw refusal("calendar.file.term-code", row);
            }
            Term term = new Term(row.get("code"), name(row, "name"), date(row, "from"), date(row, "to"));
            long days = ChronoUnit.DAYS.between(term.from(), term.to()) + 1;
            if (days < 2 || days > LONGEST_TERM) {
                throw refusal("calendar.file.term-length", row, LONGEST_TERM);
            }
            if (terms.stream().anyMatch(other -> other.code().equals(term.code()) || other.overlaps(term))) {
                throw refusal("calendar.file.term-overlap", row);
            }
            terms.add(term);
        }
        terms.sort(Comparator.comparing(Term::from));
        return terms;
    }

    private static List<CSVRecord> rows(InputStream file, String... columns) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file)), FORMAT)) {
            if (!Set.copyOf(parser.getHeaderNames()).equals(Set.of(columns))) {
                throw Refusal.invalid("calendar.file.columns", String.join(",", columns));
            }
            List<CSVRecord> rows = parser.getRecords();
            if (rows.isEmpty()) {
                throw Refusal.invalid("calendar.file.empty");
            }
            if (rows.size() > MOST_ROWS) {
                throw Refusal.invalid("calendar.file.too-long", MOST_ROWS);
            }
            for (CSVRecord row : rows) {
                if (!row.isConsistent()) {
                    throw refusal("calendar.file.cells", row, columns.length);
                }
            }
            return rows;
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw Refusal.invalid("calendar.file.columns", String.join(",", columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream file) throws IOException {
        byte[] bytes = file.readAllBytes();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("calendar.file.encoding");
        }
    }

    private static LocalDate date(CSVRecord row, String column) {
        try {
            LocalDate date = LocalDate.parse(row.get(column));
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // refused below, like a date out of range
        }
        throw refusal("calendar.file.date", row, column);
    }

    private static String name(CSVRecord row, String column) {
        String name = row.get(column);
        if (!NAME.matcher(name).matches()) {
            throw refusal("calendar.file.name", row, column);
        }
        return name;
    }

    /** The heading is line 1. */
    private static Refusal refusal(String code, CSVRecord row, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = row.getRecordNumber() + 1;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Refusal.invalid(code, arguments);
    }
}
