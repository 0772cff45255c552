package org.shangda.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the cells of one sheet. */
final class SheetRows extends DefaultHandler {

    private static final Pattern CONSTANT_TEXT = Pattern.compile("\\s*\"([^\"]*)\"\\s*");
    private static final Pattern CONSTANT_NUMBER = Pattern.compile("\\s*-?\\d{1,15}(\\.\\d{1,10})?\\s*");

    private final SharedTexts texts;
    private final NumberFormats formats;
    private final Allowance allowance;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private StringBuilder reading;
    private int row;
    private int column;
    private int inReading;
    private String type;
    private String style;
    private boolean calculated;

    SheetRows(SharedTexts texts, NumberFormats formats, Allowance allowance) {
        this.texts = texts;
        this.formats = formats;
        this.allowance = allowance;
    }

    /** Up to the last that holds something. */
    List<List<Cell>> rows() throws Unreadable {
        for (CellRangeAddress range : merged) {
            spread(range);
        }
        return rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (!uri.equals(WorkbookReader.NAMESPACE)) {
            return;
        }
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
            }
            case "c" -> startCell(attributes);
            case "v" -> reading = value;
            case "t" -> reading = inReading == 0 && "inlineStr".equals(type) ? value : null;
            case "f" -> {
                calculated = true;
                reading = formula;
            }
            case "rPh" -> inReading++;
            case "mergeCell" -> {
                merged.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
                counting(() -> allowance.take(1, 0));
            }
            default -> {}
        }
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        value.setLength(0);
        formula.setLength(0);
        calculated = false;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (reading != null) {
            reading.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (!uri.equals(WorkbookReader.NAMESPACE)) {
            return;
        }
        switch (name) {
            case "v", "t", "f" -> reading = null;
            case "rPh" -> inReading--;
            case "c" -> endCell();
            default -> {}
        }
    }

    private void endCell() throws SAXException {
        if (column < 0 || column >= GridReader.MAX_COLUMNS || row < 1) {
            return;
        }
        Cell cell = cell();
        if (cell.blank()) {
            return;
        }
        counting(() -> {
            Allowance.rows(row);
            allowance.take(1, cell.text().length());
        });
        put(row, column, cell);
    }

    private Cell cell() {
        String stored = value.toString();
        if (calculated) {
            return formula();
        }
        if (type == null || type.equals("n")) {
            return stored.isBlank() ? Cell.BLANK : formats.shown(stored, style);
        }
        return switch (type) {
            case "s" -> texts.get(stored);
            case "str", "inlineStr" -> Cell.typed(SharedTexts.unescaped(stored));
            case "b" -> bool(stored.strip());
            case "e" -> Cell.error(stored.strip());
            case "d" ->
                Dates.read(stored.strip().replaceFirst("T.*", ""))
                        .map(Cell::date)
                        .orElseGet(() -> Cell.faulty("cell.broken", ""));
            default -> Cell.faulty("cell.broken", "");
        };
    }

    private static Cell bool(String stored) {
        return switch (stored) {
            case "1", "true" -> Cell.typed("TRUE");
            case "0", "false" -> Cell.typed("FALSE");
            default -> Cell.faulty("cell.broken", "");
        };
    }

    /**
     * The value that is kept beside a formula is only as good as the last program that computed it: it may be that of
     * another file, or of last year. Only a formula that is a value itself is certain.
     */
    private Cell formula() {
        String written = formula.toString();
        var text = CONSTANT_TEXT.matcher(written);
        if (text.matches()) {
            return Cell.typed(text.group(1));
        }
        return CONSTANT_NUMBER.matcher(written).matches()
                ? formats.shown(written, style)
                : Cell.faulty("cell.formula", "");
    }

    private void put(int number, int index, Cell cell) {
        boolean free = rows.size() < number
                || rows.get(number - 1).size() <= index
                || rows.get(number - 1).get(index).blank();
        // Two cells at one place: nobody can say which is meant.
        set(number, index, free ? cell : Cell.faulty("cell.broken", ""));
    }

    private void set(int number, int index, Cell cell) {
        while (rows.size() < number) {
            rows.add(new ArrayList<>());
        }
        List<Cell> cells = rows.get(number - 1);
        while (cells.size() <= index) {
            cells.add(Cell.BLANK);
        }
        cells.set(index, cell);
    }

    /** A merged cell says the same of every row that it covers; which of several columns it belongs to, nobody can say. */
    private void spread(CellRangeAddress range) throws Unreadable {
        int top = range.getFirstRow();
        int left = range.getFirstColumn();
        if (top >= rows.size() || left >= rows.get(top).size()) {
            return;
        }
        Cell cell = rows.get(top).get(left);
        if (cell.blank()) {
            return;
        }
        for (int below = top; below <= Math.min(range.getLastRow(), rows.size() - 1); below++) {
            for (int beside = left; beside <= Math.min(range.getLastColumn(), GridReader.MAX_COLUMNS - 1); beside++) {
                if (below != top || beside != left) {
                    allowance.take(1, 0);
                    // What stood in a covered cell is still in the file, but nobody sees it.
                    set(below + 1, beside, beside == left ? cell : Cell.COVERED);
                }
            }
        }
    }

    /** Something that is counted. */
    private interface Counted {
        void count() throws Unreadable;
    }

    private static void counting(Counted counted) throws SAXException {
        try {
            counted.count();
        } catch (Unreadable e) {
            throw new SAXException(e);
        }
    }
}
