package org.shangda.university;

import java.util.ArrayList;
import java.util.List;
import org.shangda.tables.Remark;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;

/** Gathers the report of one table. */
final class ReportRows {

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

    boolean clean() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }

    List<Row> rows() {
        return rows;
    }
}
