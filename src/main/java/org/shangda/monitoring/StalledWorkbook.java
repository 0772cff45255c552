package org.shangda.monitoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.shangda.monitoring.StalledRows.Item;
import org.shangda.refusal.Sentences;

/** The list as a workbook. Every cell is a text or a number: none is ever worked out by the program that opens it. */
class StalledWorkbook {

    private static final List<String> COLUMNS = List.of(
            "number",
            "severity",
            "cause",
            "level",
            "unit",
            "why",
            "since",
            "stopped",
            "due",
            "left",
            "case",
            "unblock");

    /** Rows that are kept in memory at once. */
    private static final int WINDOW = 100;

    private final Sentences sentences;

    StalledWorkbook(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] of(List<Item> items) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            CellStyle text = workbook.createCellStyle();
            text.setQuotePrefixed(true);
            Sheet sheet = workbook.createSheet(sentences.of("stalled.title"));
            write(
                    sheet.createRow(0),
                    text,
                    COLUMNS.stream()
                            .map(column -> sentences.of("stalled.column." + column))
                            .toArray());
            int at = 1;
            for (Item item : items) {
                write(
                        sheet.createRow(at++),
                        text,
                        item.number(),
                        sentences.of("stalled.severity." + item.severity()),
                        item.causeLabel(),
                        item.level(),
                        item.unit(),
                        item.why(),
                        item.since(),
                        item.stoppedDays(),
                        item.due(),
                        item.daysLeft(),
                        item.caseDays(),
                        item.unblock());
            }
            sheet.createFreezePane(0, 1);
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, CellStyle text, Object... values) {
        for (int column = 0; column < values.length; column++) {
            Cell cell = row.createCell(column);
            if (values[column] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(Objects.toString(values[column], ""));
                cell.setCellStyle(text);
            }
        }
    }
}
