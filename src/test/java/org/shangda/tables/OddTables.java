package org.shangda.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How odd tables are made, and what the reader makes of each: the cell in question is in row 2. */
abstract class OddTables {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final String HEADINGS = row(1, "A", text("工号"), text("姓名"), text("任职日期"));
    static final String PERSON = row(2, "A", text("z1"), text("张伟"));

    final List<OddFile> all = new ArrayList<>();

    void reads(String name, RawWorkbook book, String value) {
        reads(name, book.bytes(), value);
    }

    void reads(String name, Text text, String value) {
        reads(name, text.bytes(), value);
    }

    void reads(String name, byte[] content, String value) {
        all.add(new OddFile(name, content, List.of(value), false));
    }

    /** The day is the value. */
    void readsDay(String name, RawWorkbook book, String value) {
        all.add(new OddFile(name, book.bytes(), List.of("z1", "张伟", value), false));
    }

    /** The name is the value. */
    void named(String name, String written, String value) {
        all.add(new OddFile(
                name,
                RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("B2", written)))
                        .bytes(),
                List.of("z1", value, ""),
                false));
    }

    void refusesName(String name, String written) {
        refuses(name, RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("B2", written))), "cell.characters", "B2");
    }

    void refuses(String name, RawWorkbook book, String... sentence) {
        refuses(name, book.bytes(), sentence);
    }

    void refuses(String name, Text text, String... sentence) {
        refuses(name, text.bytes(), sentence);
    }

    void refuses(String name, byte[] content, String... sentence) {
        all.add(new OddFile(name, content, List.of(sentence), true));
    }

    static RawWorkbook number(String stored, String format) {
        return raw("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>").format(format);
    }

    static RawWorkbook day(String stored, String format) {
        return third("<c r=\"C2\" s=\"1\"><v>" + stored + "</v></c>").format(format);
    }

    static RawWorkbook raw(String cells) {
        return RawWorkbook.of(HEADINGS + "<row r=\"2\">" + cells + text("B2", "张伟") + "</row>");
    }

    static RawWorkbook third(String cell) {
        return RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("张伟"), cell));
    }

    static byte[] merged(String rows, String... ranges) {
        StringBuilder cells = new StringBuilder("<mergeCells>");
        for (String range : ranges) {
            cells.append("<mergeCell ref=\"" + range + "\"/>");
        }
        return new RawWorkbook()
                .sheet("表", "visible", rows, cells.append("</mergeCells>").toString())
                .bytes();
    }

    static String row(int number, String first, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        char column = first.charAt(0);
        for (String cell : cells) {
            row.append(cell.contains(" r=") ? cell : cell.replaceFirst("<c ", "<c r=\"" + column + number + "\" "));
            column++;
        }
        return row + "</row>";
    }

    static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** @param row below the headings */
    static Text csv(String row) {
        return new Text("工号,姓名,任职日期\n" + row);
    }

    record Text(String text) {
        Text replaceWith(char old, char other) {
            return new Text(text.replace(old, other));
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
