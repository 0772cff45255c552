package org.shangda.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Odd and hostile files, one a line: its name, how it is made, and what the reader makes of it. The tables have the columns
 * 工号 (A), 姓名 (B) and 任职日期 (C); the cell in question is in row 2.
 */
public final class OddFiles {

    /**
     * @param expected the cell's value, or code and arguments of the sentence
     * @param refused which of both
     */
    public record OddFile(String name, byte[] content, List<String> expected, boolean refused) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADINGS = row(1, "A", text("工号"), text("姓名"), text("任职日期"));
    private static final String PERSON = row(2, "A", text("z1"), text("张伟"));

    private static final List<OddFile> ALL = new OddFiles().all;

    private final List<OddFile> all = new ArrayList<>();

    private OddFiles() {
        numbers();
        days();
        texts();
        cells();
        sheets();
        workbooks();
        textFiles();
        hostile();
    }

    public static List<OddFile> all() {
        return ALL;
    }

    /** The same rows as a sheet of texts. */
    static byte[] workbookOf(String csv) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (String line : csv.split("\n")) {
            String[] cells = line.split(",");
            for (int i = 0; i < cells.length; i++) {
                cells[i] = text(cells[i]);
            }
            rows.append(row(++number, "A", cells));
        }
        return RawWorkbook.of(rows.toString()).bytes();
    }

    private void numbers() {
        reads("number with a letter before", number("123", "\"T\"00000"), "T00123");
        reads("number in two sections", number("123", "0000000;[Red]-0000000"), "0000123");
        reads("number in sections of a Chinese Excel", number("123", "0000000;[红色]-0000000"), "0000123");
        reads("number with a blank as wide as a sign", number("123", "000000_ "), "000123");
        reads("number in accounting style", number("123", "_ * 000000_ ;_ * \\-000000_ "), "000123");
        reads("number with zeros", number("123", "0000000"), "0000123");
        reads("number as a telephone", number("13800000000", "000-0000-0000"), "138-0000-0000");
        reads("number as a short telephone", number("88880001", "0000\"-\"0000"), "8888-0001");
        reads("number with thousands", number("12345", "#,##0"), "12,345");
        reads("number of one decimal with two", number("2026.1", "0.00"), "2026.10");
        reads("number in per cent", number("0.5", "0%"), "50%");
        reads("number with a unit", number("12", "0\"号\""), "12号");
        reads("number with a unit unquoted", number("12", "0号"), "12号");
        reads("negative number", number("-5", "000"), "-005");
        reads("negative number without its sign", number("-5", "000;000"), "005");
        reads("zero in a section of its own", number("0", "0;-0;\"无\"0"), "无0");
        reads("General with a unit", number("12", "General\"号\""), "12号");
        reads("number as text", number("123", "@"), "123");
        reads("number of eleven digits", number("13800000000", "General"), "13800000000");
        reads("number of eleven digits as stored", number("1.38E10", "General"), "13800000000");
        reads("number with a long tail", number("0.30000000000000004", "General"), "0.3");
        reads(
                "number in a style that is not there",
                RawWorkbook.of(HEADINGS + row(2, "A", "<c r=\"A2\" s=\"9\"><v>7</v></c>")),
                "7");
        reads(
                "empty style sheet",
                RawWorkbook.of(HEADINGS + row(2, "A", "<c r=\"A2\" s=\"1\"><v>7</v></c>"))
                        .styles(""),
                "7");
        refuses("identity number as number", number("330106199001011234", "General"), "cell.long-number", "A2", "15");
        refuses("identity number as stored", number("3.3010619900101126E+17", "0"), "cell.long-number", "A2", "15");
        refuses("number that is rounded", number("12.5", "0"), "cell.number-format", "A2");
        refuses("number in scientific format", number("13800000000", "0.00E+00"), "cell.number-format", "A2");
        refuses("number as fraction", number("0.5", "# ?/?"), "cell.number-format", "A2");
        refuses("number in Chinese numerals", number("12", "[DBNum1]General"), "cell.number-format", "A2");
        refuses("number under a condition", number("12", "[>10]\"many\";0"), "cell.number-format", "A2");
        refuses("number that is hidden", number("12", ";;;"), "cell.number-format", "A2");
        refuses("number with digits between", number("12", "0\"0\"0.0"), "cell.number-format", "A2");
        refuses("number scaled to thousands", number("12000", "0,"), "cell.number-format", "A2");
        refuses("number with a format without end", number("12", "0".repeat(300)), "cell.number-format", "A2");
        refuses("number that is none", raw("<c r=\"A2\"><v>abc</v></c>"), "cell.broken", "A2");
        refuses("number without bounds", raw("<c r=\"A2\"><v>1E999999999</v></c>"), "cell.broken", "A2");
        refuses(
                "number of a million digits",
                raw("<c r=\"A2\"><v>" + "9".repeat(1_000_000) + "</v></c>"),
                "cell.broken",
                "A2");
        refuses("text that was a number", raw(text("A2", "1.38E+10")), "cell.cut", "A2", "1.38E+10");
    }

    private void days() {
        readsDay("day", day("46082", "yyyy\"年\"m\"月\"d\"日\""), "2026-03-01");
        readsDay("month", day("46082", "yyyy\"年\"m\"月\""), "2026-03-01");
        readsDay("day with its time", day("46082.75", "yyyy-mm-dd hh:mm"), "2026-03-01");
        readsDay("day since 1904", day("44620", "yyyy-mm-dd").since1904(), "2026-03-01");
        readsDay("day in ISO", third("<c r=\"C2\" t=\"d\"><v>2026-03-01T00:00:00</v></c>"), "2026-03-01");
        readsDay("month as text", third(text("C2", "2023.1")), "2023.1");
        readsDay("month with its zero", day("2023.1", "0.00"), "2023.10");
        readsDay("month that is no question", day("2023.11", "General"), "2023.11");
        refuses("month as number", day("2023.1", "General"), "cell.january-or-october", "C2", "2023");
        refuses("month in a text file", csv("z1,张伟,2023.1"), "cell.january-or-october", "C2", "2023");
        refuses("time without a day", day("0.5", "hh:mm"), "cell.number-format", "C2");
        refuses("hours", day("30.5", "[h]:mm"), "cell.number-format", "C2");
        refuses("day before all days", day("-5", "yyyy-mm-dd"), "cell.number-format", "C2");
        refuses("day in a column of numbers", number("45721", "m\"-\"d"), "cell.date", "A2", "2025-03-05");
        refuses("day in ISO that is none", third("<c r=\"C2\" t=\"d\"><v>soon</v></c>"), "cell.broken", "C2");
    }

    private void texts() {
        named("full width digits stay for the column to fold", "１２", "１２");
        named("Kangxi radical", "⼀帆", "一帆");
        named("radicals copied from a PDF file", "⻢⻓⺠", "马长民");
        named("compatibility ideograph", "\uF9DD娜", "利娜");
        named("letter and its accent", "Jose\u0301", "José");
        named("zero width space", "张\u200B伟", "张伟");
        named("byte order mark within", "张\uFEFF伟", "张伟");
        named("joiners and soft hyphen", "张\u200D\u2060\u00AD伟", "张伟");
        named("marks around a number copied from a mobile", "\u202D张伟\u202C", "张伟");
        named("choice of a glyph", "\u9089\uDB40\uDD00", "\u9089");
        named("extension B and E", "𠮷𬭚", "𠮷𬭚");
        named("line break", "张&#10;伟", "张\n伟");
        named("escaped line break", "张_x000A_伟", "张\n伟");
        named("private use is doubtful", "张\uE863", "张\uE863");
        refusesName("right to left override", "\u202E伟张");
        refusesName("control character", "张_x0001_伟");
        refusesName("control character of the second row", "张&#x9F;伟");
        refusesName("half a character", "张_xD840_");
        refusesName("what was lost before", "张\uFFFD");
        refuses("text of a megabyte", raw(text("A2", "长".repeat(300_000))), "cell.too-long", "A2", "2000");
        reads(
                "rich text",
                raw("<c r=\"A2\" t=\"s\"><v>0</v></c>")
                        .shared("<si><r><t>z</t></r><r><rPr><b/></rPr><t>1</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>"),
                "z1");
        reads(
                "blanks that are kept",
                raw("<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> z1 </t></is></c>"),
                " z1 ");
        reads("rich inline text", raw("<c r=\"A2\" t=\"inlineStr\"><is><r><t>z</t></r><r><t>1</t></r></is></c>"), "z1");
        reads("text that a formula left", raw("<c r=\"A2\" t=\"str\"><v>z1</v></c>"), "z1");
    }

    private void cells() {
        for (String error :
                List.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#SPILL!", "#CALC!", "#GETTING_DATA")) {
            refuses(
                    "error " + error.replace('/', '_'),
                    raw("<c r=\"A2\" t=\"e\"><v>" + error + "</v></c>"),
                    "cell.error",
                    "A2",
                    error);
            refuses("error as text " + error.replace('/', '_'), raw(text("A2", error)), "cell.error", "A2", error);
        }
        refuses("error that says something else", raw("<c r=\"A2\" t=\"e\"><v>张伟</v></c>"), "cell.error", "A2", "#?");
        refuses("column that was too narrow", raw(text("A2", "#####")), "cell.error", "A2", "#####");
        refuses("error of another office", raw(text("A2", "Err:502")), "cell.error", "A2", "Err:502");
        refuses(
                "formula with its value",
                raw("<c r=\"A2\" t=\"str\"><f>B2&amp;\"x\"</f><v>z1</v></c>"),
                "cell.formula",
                "A2");
        refuses("formula without a value", raw("<c r=\"A2\"><f>1+1</f></c>"), "cell.formula", "A2");
        refuses(
                "formula that is shared",
                raw("<c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>1</v></c>"),
                "cell.formula",
                "A2");
        reads("formula that is a text", raw("<c r=\"A2\" t=\"str\"><f>\"0012345\"</f><v>old</v></c>"), "0012345");
        reads("formula that is a number", raw("<c r=\"A2\"><f>12345</f><v>1</v></c>"), "12345");
        reads("yes or no", raw("<c r=\"A2\" t=\"b\"><v>1</v></c>"), "TRUE");
        refuses("neither yes nor no", raw("<c r=\"A2\" t=\"b\"><v>2</v></c>"), "cell.broken", "A2");
        refuses("cell of an unknown type", raw("<c r=\"A2\" t=\"future\"><v>2</v></c>"), "cell.broken", "A2");
        refuses("text that is not shared", raw("<c r=\"A2\" t=\"s\"><v>7</v></c>"), "cell.broken", "A2");
        refuses("two cells at one place", raw(text("A2", "z1") + text("A2", "z2")), "cell.broken", "A2");
        reads(
                "cells without addresses",
                RawWorkbook.of("<row>" + text("工号") + text("姓名") + "</row><row>" + text("z1") + text("张伟") + "</row>"),
                "z1");
        String twoRows = HEADINGS + PERSON + row(3, "C", text("2026-03-01"));
        all.add(new OddFile("merged downwards", merged(twoRows, "A2:A3", "B2:B3"), List.of("z1", "z1"), false));
        refuses("merged to the right", merged(HEADINGS + PERSON, "A2:B2"), "cell.merged", "B2");
        refuses(
                "merged to the right over nothing",
                merged(HEADINGS + row(2, "A", text("z1")), "A2:C2"),
                "cell.merged",
                "B2");
        reads(
                "headings merged downwards",
                merged(HEADINGS + row(3, "A", text("z1"), text("张伟")), "A1:A2", "B1:B2", "C1:C2"),
                "z1");
        reads(
                "title merged over all",
                merged(
                        row(1, "A", text("名册"))
                                + HEADINGS.replace("r=\"1\"", "r=\"2\"")
                                + PERSON.replace("r=\"2\"", "r=\"3\""),
                        "A1:C1"),
                "z1");
        refuses("merged without an end", merged(HEADINGS + PERSON, "A2:ZZZZ99999999"), "cell.merged", "B2");
    }

    private void sheets() {
        String rows = HEADINGS + PERSON;
        String other = HEADINGS + row(2, "A", text("old"), text("去年"));
        reads(
                "hidden sheet first",
                new RawWorkbook().sheet("去年", "hidden", other, "").sheet("今年", "visible", rows, ""),
                "z1");
        reads(
                "very hidden sheet",
                new RawWorkbook().sheet("去年", "veryHidden", other, "").sheet("今年", "visible", rows, ""),
                "z1");
        refuses("only hidden sheets", new RawWorkbook().sheet("去年", "hidden", rows, ""), "sheet.all-hidden");
        refuses(
                "two sheets that fit",
                new RawWorkbook().sheet("2025", "visible", other, "").sheet("2026", "visible", rows, ""),
                "sheet.competing",
                "2025",
                "2026");
        reads(
                "notes first",
                new RawWorkbook()
                        .sheet("说明", "visible", row(1, "A", text("填表说明")), "")
                        .sheet("名册", "visible", rows, ""),
                "z1");
        reads(
                "template beside",
                new RawWorkbook().sheet("模板", "visible", HEADINGS, "").sheet("名册", "visible", rows, ""),
                "z1");
        reads(
                "empty sheets beside",
                new RawWorkbook()
                        .sheet("表", "visible", rows, "")
                        .sheet("Sheet2", "visible", "", "")
                        .sheet("Sheet3", "visible", "", ""),
                "z1");
        refuses("headings alone", RawWorkbook.of(HEADINGS), "table.empty");
        refuses(
                "headings twice",
                RawWorkbook.of(row(1, "A", text("工号"), text("姓名"), text("工号")) + PERSON),
                "heading.doubled",
                "工号");
        refuses(
                "headings of something else",
                RawWorkbook.of(row(1, "A", text("学号")) + PERSON),
                "heading.missing",
                "工号、姓名");
        reads(
                "rows that only have a style",
                RawWorkbook.of(rows + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"0\"/></row>"),
                "z1");
        RawWorkbook many = new RawWorkbook();
        for (int i = 0; i < 101; i++) {
            many.sheet("表" + i, "visible", "", "");
        }
        refuses("many sheets", many, "file.too-many-sheets", "100");
    }

    private void workbooks() {
        refuses("Strict Open XML", RawWorkbook.of(HEADINGS + PERSON).strict(), "file.strict");
        reads(
                "workbook with macros",
                RawWorkbook.of(HEADINGS + PERSON).typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
                "z1");
        refuses(
                "binary workbook",
                RawWorkbook.of(HEADINGS + PERSON).typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
                "file.type");
        refuses(
                "Word document",
                RawWorkbook.of(HEADINGS + PERSON)
                        .typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
                "file.type");
        refuses(
                "OpenDocument",
                RawWorkbook.zip(
                        Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>")),
                "file.type");
        refuses("zip of nothing", RawWorkbook.zip(Map.of("a", "b")), "file.type");
        refuses("old workbook", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "file.old-office");
        byte[] whole = RawWorkbook.of(HEADINGS + PERSON).bytes();
        refuses("half a workbook", Arrays.copyOf(whole, whole.length / 2), "file.type");
        byte[] damaged = whole.clone();
        for (int i = 200; i < 400; i++) {
            damaged[i] ^= 0x55;
        }
        refuses("damaged workbook", damaged, "file.type");
        refuses("sheet that is no XML", RawWorkbook.of(HEADINGS + "<row"), "file.type");
        refuses("sheet with a wrong address", RawWorkbook.of(HEADINGS + "<row r=\"x\"/>"), "file.type");
        refuses("styles that are no XML", RawWorkbook.of(HEADINGS + PERSON).styles("<x"), "file.type");
        reads(
                "broken link to a mail address",
                RawWorkbook.of(HEADINGS + PERSON)
                        .part(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                null,
                                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\""
                                        + " Target=\"mailto:secret name@%zz\" TargetMode=\"External\"/></Relationships>"),
                "z1");
    }

    private void textFiles() {
        reads("text as a formula", csv("=\"0012345\",张伟,"), "0012345");
        reads("text as a formula in quotes", csv("\"=\"\"0012345\"\"\",张伟,"), "0012345");
        refuses("formula in a text file", csv("=A1,张伟,"), "cell.formula", "A2");
        refuses("cut number in a text file", csv("1.38E+10,张伟,"), "cell.cut", "A2", "1.38E+10");
        refuses("error in a text file", csv("z1,#N/A,"), "cell.error", "B2", "#N/A");
        refuses("row that has shifted", csv("z1,张,伟,2026-03-01"), "row.too-wide", "D2");
        reads("trailing commas", csv("z1,张伟,2026-03-01,,,"), "z1");
        reads("semicolons", csv("z1,张伟,").replaceWith(',', ';'), "z1");
        reads("tabs", csv("z1,张伟,").replaceWith(',', '\t'), "z1");
        reads("Excel's word on its separator", "sep=;\n工号;姓名;任职日期\nz1;张伟;".getBytes(StandardCharsets.UTF_8), "z1");
        reads("GBK", csv("z1,张伟,").text().getBytes(Charset.forName("GBK")), "z1");
        reads(
                "GB18030 with semicolons",
                csv("z1,张𠮷,").replaceWith(',', ';').text().getBytes(GB18030),
                "z1");
        reads("UTF-8 with mark", ("\uFEFF" + csv("z1,张伟,").text()).getBytes(StandardCharsets.UTF_8), "z1");
        reads(
                "Unicode text of Excel",
                ("\uFEFF" + csv("z1,张伟,").replaceWith(',', '\t').text()).getBytes(StandardCharsets.UTF_16LE),
                "z1");
        reads("UTF-16 the other way round", csv("z1,张伟,").text().getBytes(StandardCharsets.UTF_16), "z1");
        reads("quotes and line breaks", csv("z1,\"张\"\"伟\"\"\n\",").bytes(), "z1");
        reads("old Mac's line ends", csv("z1,张伟,").replaceWith('\n', '\r'), "z1");
        refuses("quote without its other", csv("z1,\"张伟,"), "file.broken-csv", "2");
        refuses("cut GB18030", Arrays.copyOf("工号,姓名\nz1,张伟".getBytes(GB18030), 16), "file.encoding");
        refuses(
                "page of a web site",
                "<html><table><tr><td>工号".getBytes(StandardCharsets.UTF_8),
                "heading.missing",
                "工号、姓名");
        refuses("nothing", new byte[0], "file.empty");
        refuses("one byte", new byte[] {0}, "file.type");
    }

    private void hostile() {
        String refer = "<c t=\"s\"><v>0</v></c>".repeat(50);
        StringBuilder rows = new StringBuilder(HEADINGS);
        for (int i = 0; i < 2_000; i++) {
            rows.append("<row>").append(refer).append("</row>");
        }
        refuses(
                "one long text a hundred thousand times",
                RawWorkbook.of(rows.toString()).shared("<si><t>" + "x".repeat(1 << 20) + "</t></si>"),
                "cell.too-long",
                "A2",
                "2000");
        refuses(
                "texts without end",
                RawWorkbook.of(HEADINGS).shared(("<si><t>" + "x".repeat(1900) + "</t></si>").repeat(10_000)),
                "file.too-much");
        String wide = "<row>" + "<c><v>1</v></c>".repeat(100) + "</row>";
        refuses("two million cells", RawWorkbook.of(wide.repeat(20_005)), "file.unpacks-too-big", "20000");
        refuses(
                "eight million empty cells",
                RawWorkbook.of("<row>" + "<c/>".repeat(7_900_000) + "</row>"),
                "file.unpacks-too-big",
                "20000");
        refuses(
                "rows without end",
                RawWorkbook.of("<row><c><v>1</v></c></row>".repeat(20_011)),
                "file.too-many-rows",
                "20000");
        refuses(
                "last row of all",
                RawWorkbook.of(HEADINGS + "<row r=\"1048576\"><c><v>1</v></c></row>"),
                "file.too-many-rows",
                "20000");
        refuses(
                "merged again and again",
                merged(HEADINGS + "<row><c><v>1</v></c></row>".repeat(20_000), mergedOften()),
                "file.too-much");
        refuses(
                "nested without end",
                RawWorkbook.of("<a>".repeat(1_000_000) + "</a>".repeat(1_000_000)),
                "heading.missing",
                "工号、姓名");
        refuses(
                "entities",
                RawWorkbook.zip(Map.of("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>")),
                "file.type");
        byte[] entity = RawWorkbook.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        null,
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>")
                .bytes();
        refuses("file of the server", entity, "file.type");
        refuses("bomb", RawWorkbook.of(" ".repeat(40 << 20)), "file.unpacks-too-big", "20000");
        refuses(
                "relations without end",
                RawWorkbook.of(HEADINGS + PERSON)
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                null,
                                "<Relationships>" + "<a/>".repeat(7_000_000) + "</Relationships>"),
                "file.unpacks-too-big",
                "20000");
        refuses(
                "part outside of the package",
                RawWorkbook.zip(Map.of("../../etc/passwd", "x", "[Content_Types].xml", "<Types/>")),
                "file.type");
        refuses("commas without end", ",".repeat(3_000_000).getBytes(StandardCharsets.UTF_8), "file.too-much");
        refuses("quotes without end", "\"".repeat(4_000_001).getBytes(StandardCharsets.UTF_8), "file.broken-csv", "1");
    }

    private static String[] mergedOften() {
        String[] ranges = new String[200];
        Arrays.fill(ranges, "A2:CV20000");
        return ranges;
    }

    // --- how they are made -------------------------------------------------------------------------------------------

    private void reads(String name, RawWorkbook book, String value) {
        reads(name, book.bytes(), value);
    }

    private void reads(String name, Text text, String value) {
        reads(name, text.bytes(), value);
    }

    private void reads(String name, byte[] content, String value) {
        all.add(new OddFile(name, content, List.of(value), false));
    }

    /** The day is the value. */
    private void readsDay(String name, RawWorkbook book, String value) {
        all.add(new OddFile(name, book.bytes(), List.of("z1", "张伟", value), false));
    }

    /** The name is the value. */
    private void named(String name, String written, String value) {
        all.add(new OddFile(
                name,
                RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("B2", written)))
                        .bytes(),
                List.of("z1", value, ""),
                false));
    }

    private void refusesName(String name, String written) {
        refuses(name, RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("B2", written))), "cell.characters", "B2");
    }

    private void refuses(String name, RawWorkbook book, String... sentence) {
        refuses(name, book.bytes(), sentence);
    }

    private void refuses(String name, Text text, String... sentence) {
        refuses(name, text.bytes(), sentence);
    }

    private void refuses(String name, byte[] content, String... sentence) {
        all.add(new OddFile(name, content, List.of(sentence), true));
    }

    private static RawWorkbook number(String stored, String format) {
        return raw("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>").format(format);
    }

    private static RawWorkbook day(String stored, String format) {
        return third("<c r=\"C2\" s=\"1\"><v>" + stored + "</v></c>").format(format);
    }

    private static RawWorkbook raw(String cells) {
        return RawWorkbook.of(HEADINGS + "<row r=\"2\">" + cells + text("B2", "张伟") + "</row>");
    }

    private static RawWorkbook third(String cell) {
        return RawWorkbook.of(HEADINGS + row(2, "A", text("z1"), text("张伟"), cell));
    }

    private static byte[] merged(String rows, String... ranges) {
        StringBuilder cells = new StringBuilder("<mergeCells>");
        for (String range : ranges) {
            cells.append("<mergeCell ref=\"" + range + "\"/>");
        }
        return new RawWorkbook()
                .sheet("表", "visible", rows, cells.append("</mergeCells>").toString())
                .bytes();
    }

    private static String row(int number, String first, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        char column = first.charAt(0);
        for (String cell : cells) {
            row.append(cell.contains(" r=") ? cell : cell.replaceFirst("<c ", "<c r=\"" + column + number + "\" "));
            column++;
        }
        return row + "</row>";
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** @param row below the headings */
    private static Text csv(String row) {
        return new Text("工号,姓名,任职日期\n" + row);
    }

    private record Text(String text) {
        Text replaceWith(char old, char other) {
            return new Text(text.replace(old, other));
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
