package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.tables.GridReader;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterReport.Outcome;

/** Which files are read, however offices write them, and which are refused with which sentence. */
class RosterFilesTest extends SmallRoster {

    @Test
    void a_missing_heading_is_refused_by_name() {
        plan(csv(Part.UNITS, UNITS.replace("上级单位代码", "备注")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(1, "heading.missing", "上级单位代码");
    }

    @Test
    void a_heading_that_is_there_twice_is_refused() {
        plan(csv(Part.UNITS, UNITS.replace("办公电话", "单位名称")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(1, "heading.doubled", "单位名称");
    }

    static Stream<Arguments> unusableFiles() throws IOException {
        byte[] utf8 = UNITS.getBytes(StandardCharsets.UTF_8);
        byte[] oneByteBroken = utf8.clone();
        oneByteBroken[utf8.length - 30] = (byte) 0xFF;
        byte[] gb = UNITS.getBytes(Charset.forName("GB18030"));
        byte[] gbCut = Arrays.copyOf(gb, gb.length + 1);
        gbCut[gb.length] = (byte) 0x81;
        return Stream.of(
                arguments("empty", new byte[0], "file.empty"),
                arguments("one broken byte in UTF-8", oneByteBroken, "file.encoding"),
                arguments("GB18030 cut in a character", gbCut, "file.encoding"),
                arguments("lost characters", utf8("\uFFFD" + UNITS), "file.encoding"),
                arguments("UTF-16 without a mark", UNITS.getBytes(StandardCharsets.UTF_16LE), "file.encoding"),
                arguments("NUL", utf8(UNITS + "\0"), "file.type"),
                arguments("unpaired quote", utf8(UNITS + "\"x"), "file.broken-csv"),
                arguments("headings only", utf8(UNITS.lines().findFirst().orElseThrow()), "table.empty"),
                arguments("zip of something", zip("word/document.xml", 10), "file.type"),
                arguments("half an XLSX", Arrays.copyOf(zip("a", 10_000), 40), "file.type"),
                arguments("zip bomb", zip("xl/worksheets/sheet1.xml", 200 << 20), "file.unpacks-too-big"),
                arguments("old Excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "file.old-office"),
                arguments("too many rows", utf8(UNITS + "x,,,,,,\n".repeat(20_001)), "file.too-many-rows"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableFiles")
    void a_file_that_is_no_table_is_refused(String what, byte[] bytes, String code) {
        plan(Tables.bytes(Part.UNITS, bytes), csv(Part.PEOPLE, PEOPLE));
        assertRefused(0, code);
    }

    @Test
    void a_hundred_megabytes_are_refused_unread() {
        plan(new RosterFile(Part.UNITS, "big.csv", 100L << 20, () -> {
            throw new AssertionError("was read");
        }));
        assertRefused(0, "file.too-big");
    }

    @Test
    void a_file_that_is_longer_than_it_says_is_refused_too() {
        RosterFile big = Tables.bytes(Part.UNITS, new byte[GridReader.MAX_BYTES + 1]);
        plan(new RosterFile(Part.UNITS, "lying.csv", 10, big.content()));
        assertRefused(0, "file.too-big");
    }

    @Test
    void no_file_at_all_is_refused() {
        plan();
        assertRefused(0, "file.none");
    }

    @Test
    void the_same_table_twice_is_refused() {
        plan(csv(Part.UNITS, UNITS), csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        assertRefused(0, "table.twice");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(utf8(PEOPLE)),
                arguments(utf8("\uFEFF" + PEOPLE)),
                arguments(PEOPLE.getBytes(Charset.forName("GB18030"))),
                arguments(PEOPLE.getBytes(StandardCharsets.UTF_16)),
                arguments(("\uFEFF" + PEOPLE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE)),
                arguments(PEOPLE.replace(',', ';').getBytes(Charset.forName("GB18030"))),
                arguments(utf8(PEOPLE.replace(',', '\t'))),
                arguments(PEOPLE.replace("\n", "\r\n").getBytes(Charset.forName("GBK"))));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void utf8_with_and_without_mark_and_gb18030_read_alike(byte[] people) {
        plan(csv(Part.UNITS, UNITS), Tables.bytes(Part.PEOPLE, people));
        assertAccepted();
        assertThat(after.people().get("zhang").name()).isEqualTo("张伟");
    }

    @Test
    void rare_characters_survive_gb18030() {
        byte[] people = PEOPLE.replace("张伟", "张\uD840\uDC00䶮").getBytes(Charset.forName("GB18030"));
        plan(csv(Part.UNITS, UNITS), Tables.bytes(Part.PEOPLE, people));
        assertThat(after.people().get("zhang").name()).isEqualTo("张\uD840\uDC00䶮");
    }

    @Test
    void order_of_columns_synonyms_titles_above_and_extra_columns_do_not_matter() {
        String people = """
                东海大学教职工名册,,,,,,
                ,,,,,,
                序号,手机,党政职务,任职单位代码,政治面貌,党支部代码*,姓 名,职工号(必填),性别
                1,13800000000,校 长,u,中共党员,b,校领导,top,男
                ,,,,,,,,
                2,,书记,ｂ,群众,ｂ,张　伟,ｚhang１,女
                """;
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, people));
        assertAccepted();
        assertThat(after.people().get("zhang1")).isEqualTo(new Person("zhang1", "张伟", "b", false, null, null));
        assertThat(after.people().get("top").telephone()).isEqualTo("13800000000");
        assertThat(rows)
                .filteredOn(row -> row.outcome() == Outcome.IGNORED)
                .extracting(row -> row.arguments().get(0))
                .containsExactly("序号", "性别");
        assertThat(rows).filteredOn(row -> row.subject().equals("zhang1")).allMatch(row -> row.number() == 6);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01,2026-03-01", "2026/3/1,2026-03-01", "2026.3,2026-03-01", "20260301,2026-03-01",
        "2026.03.01,2026-03-01", "2026年3月1日,2026-03-01", "2026年3月,2026-03-01", "202603,2026-03-01",
        "2026-03-01 00:00:00,2026-03-01", "２０２６－０３－０１,2026-03-01", "'',"
    })
    void dates_are_read_as_offices_write_them(String written, LocalDate meant) {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE.replace("2025-01-01", written)));
        assertAccepted();
        assertThat(after.posts()).anyMatch(post -> post.unit().equals("b") && Objects.equals(post.from(), meant));
    }

    // --- workbooks ---------------------------------------------------------------------------------------------------

    @Test
    void a_workbook_with_both_sheets_reads_like_two_files() throws IOException {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster fromCsv = after;
        plan(workbook(book -> book.createSheet("说明").createRow(0).createCell(0).setCellValue("填表说明")));
        assertAccepted();
        assertThat(after).isEqualTo(fromCsv);
        assertThat(rows)
                .anyMatch(row ->
                        row.outcome() == Outcome.IGNORED && row.arguments().contains("说明"));
    }

    @Test
    void excel_dates_and_numbers_read_as_they_are_shown() throws IOException {
        plan(workbook(book -> {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
            CellStyle zeros = book.createCellStyle();
            zeros.setDataFormat(book.createDataFormat().getFormat("00000"));
            CellStyle chineseDate = book.createCellStyle();
            chineseDate.setDataFormat((short) 31);
            Row row = book.getSheet("人员").createRow(3);
            row.createCell(0).setCellValue(123);
            row.getCell(0).setCellStyle(zeros);
            row.createCell(1).setCellValue("李梅");
            row.createCell(2).setCellValue("b");
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellValue("c");
            row.createCell(5).setCellValue("书记");
            row.createCell(6).setCellValue(LocalDate.of(2026, 3, 1));
            row.getCell(6).setCellStyle(date);
            row.createCell(7).setCellValue(LocalDate.of(2027, 3, 1));
            row.getCell(7).setCellStyle(chineseDate);
            row.createCell(9).setCellValue(13800000000d);
        }));
        assertAccepted();
        assertThat(after.people().get("00123")).isEqualTo(new Person("00123", "李梅", "b", true, null, "13800000000"));
        assertThat(after.posts())
                .contains(new Post("00123", "c", Role.HEAD, "书记", LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 1)));
    }

    @Test
    void a_formula_is_refused_with_the_address_of_its_cell() throws IOException {
        plan(workbook(book -> book.getSheet("人员").getRow(2).getCell(1).setCellFormula("\"张\"&\"伟\"")));
        assertRefused(3, "cell.formula", "B3");
    }

    @Test
    void a_formula_in_a_column_that_is_not_needed_does_no_harm() throws IOException {
        plan(workbook(book -> {
            Sheet sheet = book.getSheet("人员");
            sheet.getRow(0).createCell(10).setCellValue("序号");
            sheet.getRow(1).createCell(10).setCellFormula("ROW()-1");
        }));
        assertAccepted();
    }

    @Test
    void a_workbook_without_either_sheet_is_refused() throws IOException {
        plan(workbook(book -> {
            book.setSheetName(0, "Sheet1");
            book.setSheetName(1, "Sheet2");
        }));
        assertRefused(0, "sheet.none");
    }

    @Test
    void a_workbook_may_be_given_for_one_table() throws IOException {
        RosterFile both = workbook(book -> {});
        plan(
                new RosterFile(Part.UNITS, "a.xlsx", both.size(), both.content()),
                new RosterFile(Part.PEOPLE, "a.xlsx", both.size(), both.content()));
        assertAccepted();
    }

    private static RosterFile workbook(Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill(book.createSheet("单位"), UNITS);
            fill(book.createSheet("人员"), PEOPLE);
            change.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return Tables.bytes(Part.WORKBOOK, bytes.toByteArray());
        }
    }

    private static void fill(Sheet sheet, String csv) {
        int number = 0;
        for (String line : csv.lines().toList()) {
            Row row = sheet.createRow(number++);
            int column = 0;
            for (String cell : line.split(",", -1)) {
                row.createCell(column++).setCellValue(cell);
            }
        }
    }

    private static byte[] zip(String entry, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[Math.min(zeros, 1 << 20)];
            for (int written = 0; written < zeros; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
