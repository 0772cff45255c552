package org.shangda.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Odd and hostile files, one a line: its name, how it is made, and what the reader makes of it. The tables have the columns
 * 工号 (A), 姓名 (B) and 任职日期 (C); the cell in question is in row 2.
 */
public final class OddFiles extends OddCells {

    private static final List<OddFile> ALL = new OddFiles().all;

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
}
