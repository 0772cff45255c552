package org.shangda.university;

import java.util.Map;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet counts
 * @param cells trimmed, never null
 */
record Line(int number, Map<Column, String> cells) {

    boolean has(Column column) {
        return cells.containsKey(column);
    }

    /** As written, for names. */
    String text(Column column) {
        return Typed.clean(cells.getOrDefault(column, ""));
    }

    /** Half width, for codes, numbers and dates. */
    String half(Column column) {
        return Typed.half(cells.getOrDefault(column, ""));
    }

    /** As {@link #half}, null where nothing is written. */
    String halfOrNull(Column column) {
        String value = half(column);
        return value.isEmpty() ? null : value;
    }
}
