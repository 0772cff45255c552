package org.shangda.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A list as a workbook of one sheet, with its first row in sight. Every cell is a text or a number: none is ever worked out by
 * the program that opens it, whatever somebody has written.
 */
public final class ExcelTable implements AutoCloseable {

    /** Rows that are kept in memory at once. */
    private static final int WINDOW = 100;

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final CellStyle text = workbook.createCellStyle();
    private final Sheet sheet;
    private int next;

    /**
     * @param columns codes, from the left
     * @param heading what a column is called
     */
    public ExcelTable(String title, List<String> columns, UnaryOperator<String> heading) {
        text.setQuotePrefixed(true);
        // Sizes of more than four bytes are not read back by every program, the product's own reading of tables among
        // them.
        workbook.setZip64Mode(Zip64Mode.AsNeeded);
        sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
        row(columns.stream().map(heading).toArray());
        sheet.createFreezePane(0, 1);
    }

    /** @param values texts and numbers; null leaves the cell empty. A text longer than a cell of Excel takes is cut. */
    public void row(Object... values) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < values.length; column++) {
            Cell cell = row.createCell(column);
            if (values[column] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                String value = Objects.toString(values[column], "");
                cell.setCellValue(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
                cell.setCellStyle(text);
            }
        }
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
