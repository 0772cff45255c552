package org.shangda.tables;

import java.util.List;

/**
 * Something to be said about a table.
 *
 * @param row as a spreadsheet counts, 0 where it concerns no single row
 * @param kind whether the table can be taken all the same
 * @param code of the sentence in the message files
 */
public record Remark(int row, Kind kind, String code, List<Object> arguments) {

    /** What follows of it. */
    public enum Kind {
        /** The table cannot be taken. */
        PROBLEM,
        /** Taken, but somebody should look. */
        DOUBT,
        /** Was left out, and does no harm. */
        IGNORED
    }

    static Remark of(int row, Kind kind, String code, Object... arguments) {
        return new Remark(row, kind, "tables." + code, List.of(arguments));
    }
}
