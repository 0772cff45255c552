package org.shangda.tables;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell says, or why that is not certain.
 *
 * @param text as the sheet shows it, in one spelling; empty where there is a fault
 * @param fault code of the sentence that names the cell, null where the text is certain
 * @param detail the sentence's second argument, may be empty
 */
record Cell(String text, Kind kind, String fault, Object detail) {

    /** What is known of how the text came about. */
    enum Kind {
        /** Was typed as text. */
        TEXT,
        /** Stands in a text file: a spreadsheet may have made it of a number. */
        WRITTEN,
        NUMBER,
        DATE
    }

    /** Longer is no code, name or number. */
    static final int LONGEST = 2_000;

    static final Cell BLANK = new Cell("", Kind.TEXT, null, "");
    /** Covered by the merged cell to its left. */
    static final Cell COVERED = faulty("cell.merged", "");

    /** A number of which a spreadsheet shows only the first digits. */
    private static final Pattern CUT = Pattern.compile("[+-]?\\d(\\.\\d+)?E[+-]\\d+", Pattern.CASE_INSENSITIVE);

    private static final Pattern ERROR =
            Pattern.compile("#(N/A|DIV/0!|NAME\\?|GETTING_DATA|[A-Z]{2,15}!|#+)|(Err|错误):\\d{3}");
    private static final Pattern CONSTANT = Pattern.compile("=\\s*\"([^\"]*)\"\\s*");

    /** The year with one decimal: 2023.10, typed as a number, loses its zero. */
    private static final Pattern JANUARY_OR_OCTOBER = Pattern.compile("\\d{4}\\.1");

    /** Of a workbook, where somebody typed or pasted it. */
    static Cell typed(String raw) {
        return of(raw, Kind.TEXT);
    }

    /** Of a text file, or pasted. A formula is certain only where it is a text and nothing else. */
    static Cell written(String raw) {
        String bare = raw.strip();
        if (!bare.startsWith("=")) {
            return of(raw, Kind.WRITTEN);
        }
        Matcher constant = CONSTANT.matcher(bare);
        return constant.matches() ? of(constant.group(1), Kind.TEXT) : faulty("cell.formula", "");
    }

    static Cell number(String shown) {
        return new Cell(shown.strip(), Kind.NUMBER, null, "");
    }

    static Cell date(LocalDate day) {
        return new Cell(day.toString(), Kind.DATE, null, "");
    }

    static Cell error(String written) {
        return faulty("cell.error", ERROR.matcher(written).matches() ? written : "#?");
    }

    static Cell faulty(String code, Object detail) {
        return new Cell("", Kind.TEXT, code, detail);
    }

    private static Cell of(String raw, Kind kind) {
        if (raw.isEmpty()) {
            return BLANK;
        }
        if (raw.length() > LONGEST) {
            return faulty("cell.too-long", LONGEST);
        }
        if (Characters.broken(raw)) {
            return faulty("cell.characters", "");
        }
        String text = Characters.plain(raw);
        String bare = text.strip();
        if (ERROR.matcher(bare).matches()) {
            return error(bare);
        }
        if (CUT.matcher(bare).matches()) {
            return faulty("cell.cut", bare);
        }
        return new Cell(text, kind, null, "");
    }

    boolean blank() {
        return fault == null && text.isBlank();
    }

    /** The cell as one of a column, which knows whether it holds dates. */
    Cell in(Column column) {
        if (fault != null || blank()) {
            return this;
        }
        if (kind == Kind.DATE && !column.date()) {
            return faulty("cell.date", text);
        }
        if (kind != Kind.TEXT
                && column.date()
                && JANUARY_OR_OCTOBER.matcher(text.strip()).matches()) {
            return faulty("cell.january-or-october", text.strip().substring(0, 4));
        }
        return this;
    }
}
