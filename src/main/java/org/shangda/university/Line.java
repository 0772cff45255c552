package org.shangda.university;

import java.util.Arrays;
import java.util.List;
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

    /** Several codes in one cell, each once; parted by commas of either script, blanks or line ends. */
    List<String> several(Column column) {
        return Arrays.stream(half(column).split("[,，、;；\\s]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
