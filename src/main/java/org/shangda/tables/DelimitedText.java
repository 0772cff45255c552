package org.shangda.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Text in which a character parts the cells: a CSV file in any of its customs, or what was copied from a spreadsheet. */
final class DelimitedText {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final Charset GB18030 = Charset.forName("GB18030");

    private DelimitedText() {}

    static Grid read(byte[] bytes, Collection<? extends Column> columns) throws Unreadable {
        String text = text(bytes, columns);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            throw new Unreadable("file.type");
        }
        // An earlier program has already lost characters.
        if (text.indexOf('\uFFFD') >= 0) {
            throw new Unreadable("file.encoding");
        }
        return grid(text, separator(text, columns));
    }

    static Grid pasted(String text, Collection<? extends Column> columns) throws Unreadable {
        return grid(text, text.indexOf('\t') >= 0 ? '\t' : separator(text, columns));
    }

    private static Grid grid(String text, char separator) throws Unreadable {
        Allowance allowance = new Allowance();
        allowance.take(
                (int) text.chars().filter(c -> c == separator || c == '\n').count(), text.length());
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        List<List<Cell>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord found : parser) {
                rows.add(found.stream()
                        .limit(GridReader.MAX_COLUMNS)
                        .map(Cell::written)
                        .toList());
                Allowance.rows(rows.size());
            }
        } catch (RuntimeException | IOException e) {
            throw new Unreadable("file.broken-csv", rows.size() + 1);
        }
        return new Grid("", false, separator != '\t', rows);
    }

    // --- encodings ---------------------------------------------------------------------------------------------------

    /** Strictly decoded: a wrong name is worse than a refused file. */
    private static String text(byte[] bytes, Collection<? extends Column> columns) throws Unreadable {
        try {
            if (bytes.length >= 2 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
                return withoutMark(decode(bytes, StandardCharsets.UTF_16LE));
            }
            if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
                return withoutMark(decode(bytes, StandardCharsets.UTF_16BE));
            }
            return utf8OrGb(bytes, columns);
        } catch (CharacterCodingException e) {
            throw new Unreadable("file.encoding");
        }
    }

    private static String utf8OrGb(byte[] bytes, Collection<? extends Column> columns) throws CharacterCodingException {
        try {
            return withoutMark(decode(bytes, StandardCharsets.UTF_8));
        } catch (CharacterCodingException notUtf8) {
            String text = withoutMark(decode(bytes, GB18030));
            // A UTF-8 file with one broken byte often passes as GB18030; its headings do not.
            if (headings(text, separator(text, columns), columns) == 0) {
                throw notUtf8;
            }
            return text;
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    // --- separators --------------------------------------------------------------------------------------------------

    /** The one that shows the most headings; where none does, the one of which there are most. */
    private static char separator(String text, Collection<? extends Column> columns) {
        char best = ',';
        for (char separator : SEPARATORS) {
            int more = headings(text, separator, columns) - headings(text, best, columns);
            if (more > 0
                    || more == 0 && headings(text, best, columns) == 0 && count(text, separator) > count(text, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static int headings(String text, char separator, Collection<? extends Column> columns) {
        return text.lines()
                .limit(GridReader.WITHIN_ROWS)
                .mapToInt(line -> (int) Arrays.stream(
                                line.split(Pattern.quote(String.valueOf(separator)), GridReader.MAX_COLUMNS))
                        .filter(cell -> cell.length() < Cell.LONGEST)
                        .map(cell -> cell.replace("\"", ""))
                        .filter(cell -> columns.stream().anyMatch(column -> column.fit(cell) >= 0))
                        .count())
                .max()
                .orElse(0);
    }

    private static long count(String text, char separator) {
        return text.lines()
                .limit(GridReader.WITHIN_ROWS)
                .flatMapToInt(String::chars)
                .filter(c -> c == separator)
                .count();
    }
}
