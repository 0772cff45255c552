package org.shangda.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.core.io.InputStreamSource;

/** Turns bytes that somebody uploaded into text in rows, or says why not. */
public final class GridReader {

    public static final int MAX_BYTES = 5 * 1024 * 1024;
    public static final int MAX_ROWS = 20_000;

    /** Exports often carry a title and a remark above the headings. */
    public static final int WITHIN_ROWS = 10;

    private static final int MAX_COLUMNS = 100;
    /** Twenty thousand rows unpack to less than half of it. */
    private static final int MAX_UNPACKED = 32 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private GridReader() {}

    /**
     * @param size in bytes, looked at before anything is read
     * @param heading whether a text names a column: how an encoding is told from another
     */
    public static List<Grid> read(InputStreamSource content, long size, Predicate<String> heading) throws Unreadable {
        byte[] bytes = bytes(content, size);
        if (startsWith(bytes, OLD_OFFICE)) {
            throw new Unreadable("file.old-office");
        }
        return startsWith(bytes, ZIP) ? workbook(bytes) : List.of(csv(text(bytes, heading), ','));
    }

    private static byte[] bytes(InputStreamSource content, long size) throws Unreadable {
        if (size > MAX_BYTES) {
            throw new Unreadable("file.too-big", MAX_BYTES >> 20);
        }
        try (InputStream in = content.getInputStream()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable("file.too-big", MAX_BYTES >> 20);
            }
            if (bytes.length == 0) {
                throw new Unreadable("file.empty");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody pasted: copied from a spreadsheet (tabs), or CSV. */
    public static Grid pasted(String text) throws Unreadable {
        return csv(text, text.indexOf('\t') >= 0 ? '\t' : ',');
    }

    private static Grid csv(String text, char delimiter) throws Unreadable {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord found : parser) {
                rows.add(found.stream()
                        .limit(MAX_COLUMNS)
                        .map(cell -> cell.startsWith("=") ? Grid.FORMULA : cell)
                        .toList());
                limit(rows);
            }
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            throw new Unreadable("file.broken-csv", rows.size() + 1);
        }
        return new Grid("", rows);
    }

    /** Strictly decoded: a wrong name is worse than a refused file. */
    private static String text(byte[] bytes, Predicate<String> heading) throws Unreadable {
        String text;
        try {
            text = decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                text = decode(bytes, Charset.forName("GB18030"));
            } catch (CharacterCodingException neither) {
                throw new Unreadable("file.encoding");
            }
            // A UTF-8 file with one broken byte often passes as GB18030; its headings do not.
            if (text.lines().limit(WITHIN_ROWS).noneMatch(line -> namesAColumn(line, heading))) {
                throw new Unreadable("file.encoding");
            }
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            throw new Unreadable("file.type");
        }
        // An earlier program has already lost characters.
        if (text.indexOf('\uFFFD') >= 0) {
            throw new Unreadable("file.encoding");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static boolean namesAColumn(String line, Predicate<String> heading) {
        return Arrays.stream(line.split(","))
                .map(cell -> cell.replace("\"", ""))
                .anyMatch(heading);
    }

    private static List<Grid> workbook(byte[] bytes) throws Unreadable {
        refuseBomb(bytes);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<Grid> grids = new ArrayList<>();
            for (Sheet sheet : workbook) {
                grids.add(grid(sheet));
            }
            return grids;
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new Unreadable("file.type");
        }
    }

    /** Unpacks once without keeping anything: POI builds a tree many times as large as the XML. */
    private static void refuseBomb(byte[] bytes) throws Unreadable {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED) {
                        throw new Unreadable("file.unpacks-too-big", MAX_ROWS);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("file.type");
        }
    }

    private static Grid grid(Sheet sheet) throws Unreadable {
        DataFormatter formatter = new DataFormatter(Locale.CHINA);
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            while (rows.size() < row.getRowNum()) {
                rows.add(List.of());
                limit(rows);
            }
            int width = Math.min(Math.max(row.getLastCellNum(), 0), MAX_COLUMNS);
            List<String> cells = new ArrayList<>(width);
            for (int column = 0; column < width; column++) {
                cells.add(text(row.getCell(column), formatter));
            }
            rows.add(cells);
            limit(rows);
        }
        return new Grid(sheet.getSheetName(), rows);
    }

    private static String text(Cell cell, DataFormatter formatter) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case FORMULA -> Grid.FORMULA;
            case NUMERIC -> number(cell, formatter);
            default -> formatter.formatCellValue(cell);
        };
    }

    private static String number(Cell cell, DataFormatter formatter) {
        int format = cell.getCellStyle().getDataFormat();
        // The second half are the built-in date formats of Chinese Excel, which POI does not count as such.
        if (DateUtil.isCellDateFormatted(cell) || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        String pattern = cell.getCellStyle().getDataFormatString();
        if (pattern != null && pattern.matches("0+(\\.0+)?")) {
            // Keeps what is on the screen: 00123, or 2026.10 for a month.
            return formatter.formatCellValue(cell);
        }
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void limit(List<?> rows) throws Unreadable {
        if (rows.size() > MAX_ROWS + WITHIN_ROWS) {
            throw new Unreadable("file.too-many-rows", MAX_ROWS);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
