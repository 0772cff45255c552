package org.shangda.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a workbook's styles, of which only the formats of numbers matter, and shows numbers as these say. */
final class NumberFormats extends DefaultHandler {

    private static final int LONGEST_NUMBER = 40;
    /** As spreadsheets have it. */
    private static final int LONGEST_FORMAT = 255;

    private static final int AFTER_9999 = 2_958_466;

    private static final Pattern NAMES_A_DAY = Pattern.compile("(?i)(\"[^\"]*\"|\\[[^]]*]|[^yd])*[yd].*");

    private final boolean since1904;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    /** The list that is being read: formats and styles also stand in others, where they mean no cell's. */
    private String list = "";

    NumberFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (!uri.equals(WorkbookReader.NAMESPACE)) {
            return;
        }
        switch (name) {
            case "numFmts", "cellXfs", "cellStyleXfs", "dxfs" -> list = name;
            case "numFmt" -> {
                if (list.equals("numFmts")) {
                    formats.put(number(attributes.getValue("numFmtId")), attributes.getValue("formatCode"));
                }
            }
            case "xf" -> {
                if (list.equals("cellXfs")) {
                    styles.add(number(attributes.getValue("numFmtId")));
                }
            }
            default -> {}
        }
    }

    /** @param style of the cell, null where it has none */
    Cell shown(String stored, String style) {
        BigDecimal value;
        try {
            value = stored.length() > LONGEST_NUMBER ? null : new BigDecimal(stored.strip());
        } catch (NumberFormatException e) {
            value = null;
        }
        if (value == null || value.precision() - value.scale() > 100 || value.scale() > 400) {
            return Cell.faulty("cell.broken", "");
        }
        int id = format(style);
        String format = formats.containsKey(id) ? formats.get(id) : BuiltinFormats.getBuiltinFormat(id);
        if (format != null && format.length() > LONGEST_FORMAT) {
            return Cell.faulty("cell.number-format", "");
        }
        // The second half are the built-in date formats of Chinese Excel, which POI does not count as such.
        if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) || DateUtil.isADateFormat(id, format)) {
            return day(value, format);
        }
        if (value.precision() - value.scale() > ShownNumber.DIGITS) {
            return Cell.faulty("cell.long-number", ShownNumber.DIGITS);
        }
        return ShownNumber.of(value, format).map(Cell::number).orElseGet(() -> Cell.faulty("cell.number-format", ""));
    }

    private Cell day(BigDecimal value, String format) {
        double days = value.doubleValue();
        boolean time = format != null && !NAMES_A_DAY.matcher(format).matches();
        if (time || days < 1 || days >= AFTER_9999) {
            return Cell.faulty("cell.number-format", "");
        }
        return Cell.date(DateUtil.getLocalDateTime(days, since1904).toLocalDate());
    }

    /** A style that is not there, as in files of small exporters, is General. */
    private int format(String style) {
        int number = style == null ? 0 : number(style);
        return number < styles.size() ? styles.get(number) : 0;
    }

    private static int number(String written) {
        return written == null ? 0 : Math.max(0, Integer.parseInt(written.strip()));
    }
}
