package org.shangda.university;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shangda.tables.Dates;
import org.shangda.tables.Remark;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;

/** Gathers the report of one table. */
final class ReportRows {

    /** Also the engine's rule for the ids of users and groups. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,32}");

    private final String table;
    private final List<Row> rows = new ArrayList<>();

    ReportRows(String table) {
        this.table = table;
    }

    void problem(int number, String subject, String code, Object... arguments) {
        add(number, subject, Outcome.PROBLEM, code, arguments);
    }

    void add(int number, String subject, Outcome outcome, String code, Object... arguments) {
        rows.add(new Row(table, number, subject, outcome, "university.roster." + code, List.of(arguments)));
    }

    /** What the reader of tables says. */
    void add(Remark remark) {
        Outcome outcome = switch (remark.kind()) {
            case PROBLEM -> Outcome.PROBLEM;
            case DOUBT -> Outcome.DOUBTFUL;
            case IGNORED -> Outcome.IGNORED;
        };
        rows.add(new Row(table, remark.row(), "", outcome, remark.code(), remark.arguments()));
    }

    /** Whether a row has a code or a staff number by which something can be kept. */
    boolean isCode(Line line, Column column, CaseTwins twins) {
        String code = line.half(column);
        if (!CODE.matcher(code).matches()) {
            problem(line.number(), code, "code.bad", column.heading(), code);
            return false;
        }
        Optional<String> twin = twins.of(code);
        twin.ifPresent(other -> problem(line.number(), code, "code.case", column.heading(), code, other));
        return twin.isEmpty();
    }

    /** @param most characters that a cell may have */
    void limit(Line line, String subject, Column column, int most) {
        if (line.text(column).length() > most) {
            problem(line.number(), subject, "cell.too-long", column.heading(), most);
        }
    }

    /** A day, or null where none is written or it is none. */
    LocalDate date(Line line, String subject, Column column) {
        String text = line.half(column);
        if (text.isEmpty() || text.equals("至今")) {
            return null;
        }
        Optional<LocalDate> date = Dates.read(text);
        if (date.isEmpty()) {
            problem(line.number(), subject, "date.bad", column.heading(), text);
        }
        return date.orElse(null);
    }

    boolean clean() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }

    List<Row> rows() {
        return rows;
    }
}
