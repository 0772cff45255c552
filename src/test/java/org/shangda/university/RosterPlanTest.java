package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/** What the import accepts, and what it refuses with which sentence. */
class RosterPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final String UNITS = """
            单位代码,单位名称,单位类型,上级单位代码,校区,办公电话,值班电话
            u,大学,学校,,east,,
            c,学院党委,院级党组织,u,,,
            b,一支部,党支部,c,west,,
            """;
    private static final String PEOPLE = """
            工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,任职日期,免职日期,电子邮箱,联系电话
            top,校领导,b,是,u,校长,,,,
            zhang,张伟,b,是,b,书记,2025-01-01,,zhang@example.org,0500-8888 0001
            """;

    private final List<RosterFile> files = new ArrayList<>();
    private List<RosterReport.Row> rows;
    private Roster after;

    // Refusals

    static Stream<Arguments> wrongUnits() {
        return Stream.of(
                arguments("x,处,职能部门,nowhere,,,", 5, "unit.parent-unknown"),
                arguments("x,处,职能部门,y,,,\ny,处,职能部门,x,,,", 5, "unit.cycle"),
                arguments("x,处,职能部门,x,,,", 5, "unit.cycle"),
                arguments("x,另一大学,学校,,,,", 5, "unit.top-twice"),
                arguments("x,另一大学,学校,u,,,", 5, "unit.university-below"),
                arguments("b,又一支部,党支部,c,,,", 5, "unit.doubled"),
                arguments("x-1,处,职能部门,u,,,", 5, "code.bad"),
                arguments("处,处,职能部门,u,,,", 5, "code.bad"),
                arguments("x".repeat(33) + ",处,职能部门,u,,,", 5, "code.bad"),
                arguments(",处,职能部门,u,,,", 5, "code.bad"),
                arguments("x,,职能部门,u,,,", 5, "cell.missing"),
                arguments("x,处,大队,u,,,", 5, "unit.kind-unknown"),
                arguments("x," + "处".repeat(201) + ",职能部门,u,,,", 5, "cell.too-long"),
                arguments("x,处,职能部门,u,,=1+1,", 5, "cell.formula"));
    }

    @ParameterizedTest
    @MethodSource("wrongUnits")
    void a_wrong_unit_is_refused_with_its_row(String added, int row, String code) {
        plan(csv(Part.UNITS, UNITS + added + "\n"), csv(Part.PEOPLE, PEOPLE));
        assertRefused(row, code);
    }

    static Stream<Arguments> wrongPeople() {
        return Stream.of(
                arguments("zhang,张三,b,是,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,c,是,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,b,否,,,,,,", 4, "person.disagrees"),
                arguments("zhang,张伟,b,是,b,书记,2025-01-01,,,", 4, "person.repeated"),
                arguments("li,李梅,b,是,,,,,,\nli,李梅,b,是,,,,,,", 5, "person.repeated"),
                arguments("li,李梅,nowhere,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,c,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,,是,,,,,,", 4, "cell.missing"),
                arguments("li,,b,是,,,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,也许,,,,,,", 4, "person.member-unclear"),
                arguments("li,李梅,b,是,nowhere,书记,,,,", 4, "unit.unknown"),
                arguments("li,李梅,b,是,b,班长,,,,", 4, "title.unknown"),
                arguments("li,李梅,b,是,b,,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,是,,书记,,,,", 4, "cell.missing"),
                arguments("li,李梅,b,是,b,书记,昨天,,,", 4, "date.bad"),
                arguments("li,李梅,b,是,b,书记,2026-02-30,,,", 4, "date.bad"),
                arguments("li,李梅,b,是,b,书记,2026-03-02,2026-03-01,,", 4, "post.ends-before"),
                arguments("li,李梅,b,是,,,,,no address,", 4, "person.email-bad"),
                arguments("李,李梅,b,是,,,,,,", 4, "code.bad"),
                arguments("li,=A1,b,是,,,,,,", 4, "cell.formula"),
                arguments("li,李梅,b,是,,,,,,#REF!", 4, "cell.error"),
                arguments("li,李梅,b,是,,,,,,1.38E+10", 4, "cell.cut"),
                arguments("li,李,梅,b,是,,,,,,", 4, "branch.unknown"),
                arguments("li,李梅,b,是,b,书记,2023.1,,,", 4, "cell.january-or-october"),
                arguments("Zhang,张三,b,是,,,,,,", 4, "code.case"),
                arguments("li,李梅,b,是,,,,,,\nLi,李雷,b,是,,,,,,", 5, "code.case"));
    }

    @ParameterizedTest
    @MethodSource("wrongPeople")
    void a_wrong_person_is_refused_with_its_row(String added, int row, String code) {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE + added + "\n"));
        assertRefused(row, code);
    }

    @Test
    void a_problem_among_the_units_is_not_blamed_on_the_people() {
        plan(csv(Part.UNITS, UNITS + "x,处,职能部门,nowhere,,,\n"), csv(Part.PEOPLE, PEOPLE));
        assertThat(rows)
                .filteredOn(row -> row.outcome() == Outcome.PROBLEM)
                .extracting(RosterReport.Row::table)
                .containsExactly("units");
    }

    @Test
    void units_that_all_have_a_unit_above_are_refused() {
        plan(csv(Part.UNITS, UNITS.replace("u,大学,学校,,", "u,大学,学校,c,")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(0, "unit.top-missing");
    }

    @Test
    void a_top_unit_that_is_no_university_is_refused() {
        plan(csv(Part.UNITS, UNITS.replace("学校", "职能部门")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(2, "unit.top-kind");
    }

    @Test
    void a_university_without_a_campus_is_refused() {
        plan(csv(Part.UNITS, UNITS.replace("east", "")), csv(Part.PEOPLE, PEOPLE));
        assertRefused(2, "unit.campus-missing");
    }

    @ParameterizedTest
    @CsvSource({"'u,校长,,', ',,,'", "'u,校长,,', 'u,校长,,2027-01-01'", "'u,校长,,', 'u,校长,2026-03-03,'", "'u,校长,,', 'u,委员,,'"
    })
    void a_roster_whose_top_unit_has_nobody_for_ever_is_refused(String before, String now) {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE.replace(before, now)));
        assertRefused(0, "top-unanswered");
    }

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

    @Test
    void the_first_import_needs_people_too() {
        plan(csv(Part.UNITS, UNITS));
        assertRefused(0, "top-unanswered");
    }

    @Test
    void units_may_not_drop_a_branch_that_still_has_people() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.UNITS, UNITS.replace("b,一支部", "b2,二支部")));
        assertRefused(0, "unit.still-peopled");
    }

    // Tolerance

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

    @ParameterizedTest
    @CsvSource({
        "党支部书记,HEAD", "正职,HEAD", "处长(兼),HEAD", "院长,HEAD", "副书记,DEPUTY", "党委副书记、纪委书记,DEPUTY",
        "副处长（主持工作）,DEPUTY", "书记兼院长,HEAD", "组织员,CLERK", "党务秘书,CLERK", "经办人,CLERK", "干事,CLERK",
        "纪检委员,MEMBER", "党委委员,MEMBER", "班长,", "系主任,", "书记、班长,", "工会主席,MEMBER"
    })
    void titles_mean_roles_and_unknown_ones_nothing(String title, Role role) {
        assertThat(new PostTitles(Map.of("工会主席", "member")).roleOf(title)).isEqualTo(Optional.ofNullable(role));
    }

    @Test
    void a_unit_without_campus_is_where_the_unit_above_is() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.units().get("c").campus()).isEqualTo("east");
        assertThat(after.units().get("b").campus()).isEqualTo("west");
    }

    @Test
    void a_person_with_two_posts_has_two_rows() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE + "zhang,张伟,b,是,c,党委委员,,,,\n"));
        assertAccepted();
        assertThat(after.posts())
                .filteredOn(post -> post.person().equals("zhang"))
                .hasSize(2);
    }

    @Test
    void an_export_without_dates_continues_the_posts_that_are_known() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.PEOPLE, PEOPLE.replace("2025-01-01", "")));
        assertThat(rows).extracting(RosterReport.Row::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(after.posts()).isEqualTo(before.posts());
    }

    @Test
    void a_post_that_is_not_in_the_file_any_more_ends_today() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        Roster before = after;
        planOn(before, csv(Part.PEOPLE, PEOPLE.replace("b,书记,2025-01-01", ",,")));
        assertThat(rows)
                .anyMatch(row -> row.outcome() == Outcome.ENDS && row.code().endsWith("post.ends"));
        assertThat(after.posts()).contains(new Post("zhang", "b", Role.HEAD, "书记", LocalDate.of(2025, 1, 1), TODAY));
    }

    @Test
    void what_looks_like_code_in_a_name_stays_text() {
        String name = "<script>${1+1}%_'😀";
        plan(csv(Part.UNITS, UNITS.replace("一支部", name)), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.units().get("b").name()).isEqualTo(name);
    }

    // Workbooks

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

    private static RosterFile csv(Part part, String text) {
        return Tables.csv(part, text);
    }

    private void plan(RosterFile... given) {
        planOn(Roster.EMPTY, given);
    }

    private void planOn(Roster before, RosterFile... given) {
        files.clear();
        files.addAll(List.of(given));
        RosterFiles read = new RosterFiles(files);
        rows = new ArrayList<>(read.remarks());
        after = null;
        if (new RosterReport(false, rows).clean()) {
            RosterPlan plan = new RosterPlan(before, read.units(), read.people(), TODAY, new PostTitles(Map.of()));
            rows.addAll(plan.rows());
            after = plan.after();
        }
    }

    private void assertAccepted() {
        assertThat(rows).noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }

    private void assertRefused(int number, String code, Object... arguments) {
        assertThat(rows).filteredOn(row -> row.outcome() == Outcome.PROBLEM).anySatisfy(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.code()).isIn("university.roster." + code, "tables." + code);
            assertThat(row.arguments()).containsAll(List.of(arguments));
        });
    }
}
