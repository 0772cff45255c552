package org.shangda.university;

import java.util.List;

/**
 * What an import or its undoing would do, did, or why it did nothing.
 *
 * @param stored whether the roster is now as asked for; false for a rehearsal and whenever something stands in the way
 * @param rows in the order of the files, then what follows for work, pairs and units
 * @param losses who and what is taken away
 */
public record RosterReport(boolean stored, List<Row> rows, Losses losses) {

    /** What becomes of a row. */
    public enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        /** On the roster so far and not in the file: a unit that is abolished, somebody who left, a post that ends. */
        ENDS,
        /** Follows from the import: open work, pairs and duties in other hands, a unit that has nobody. */
        FOLLOWS,
        /** Was left out, and does no harm. */
        IGNORED,
        /** Stops the import until exactly these numbers are confirmed. */
        TO_CONFIRM,
        /** Is taken as it stands, but somebody should look at it. */
        DOUBTFUL,
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

    public RosterReport(boolean stored, List<Row> rows) {
        this(stored, rows, Losses.NONE);
    }

    /** Whether the numbers are to be confirmed before it can be stored. */
    public boolean toConfirm() {
        return rows.stream().anyMatch(row -> row.outcome() == Outcome.TO_CONFIRM);
    }

    /** Whether there is nothing in the files that stands in the way. */
    public boolean clean() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }
}
