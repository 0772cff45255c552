package org.shangda.university;

import java.util.List;

/**
 * What an import would do, did, or why it did nothing.
 *
 * @param stored whether the roster is now as the files say; false for a rehearsal and whenever there is a problem
 * @param rows in the order of the files
 */
public record RosterReport(boolean stored, List<Row> rows) {

    /** What becomes of a row. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        /** On the roster so far and not in the file: a unit that is abolished, somebody who left, a post that ends. */
        ENDS,
        /** Was left out, and does no harm. */
        IGNORED,
        /** Stops the whole import. */
        PROBLEM
    }

    /**
     * One sentence of the report.
     *
     * @param table {@code units} or {@code people}, or the file's name where neither could be told
     * @param number row of the file as a spreadsheet counts it, 0 where the sentence concerns no single row
     * @param subject code of the unit or staff number, may be empty
     * @param code of the sentence in the message files
     */
    public record Row(String table, int number, String subject, Outcome outcome, String code, List<Object> arguments) {}

    /** Whether nothing stands in the way of the import. */
    public boolean clean() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }
}
