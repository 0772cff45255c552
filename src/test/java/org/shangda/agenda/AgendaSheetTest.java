package org.shangda.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.agenda.AgendaRow.Outcome;
import org.shangda.paper.ChangedDocx;
import org.shangda.refusal.Sentences;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** 《提请学校研究事项汇总表》 as it leaves the office. Written into target/paper, to be looked at. */
class AgendaSheetTest {

    private static final AgendaHead HEAD = new AgendaHead(
            "2026年第18次校长办公会", LocalDate.of(2026, 12, 8), "党委组织部", LocalDate.of(2026, 12, 1), "党委组织部部长　孙立群");

    private static final List<String> BEFORE =
            List.of("序号", "事项", "涉及单位", "涉及人数", "已采取措施", "未能解决的原因", "职能部门意见", "建议方案", "拟牵头单位");

    private static final List<String> AFTER = List.of("决定", "牵头单位", "时限", "落实情况");

    @TempDir
    private Path office;

    private Resource own;
    private Resource ownAfter;

    private SheetTemplates templates() {
        Sentences sentences = sentences();
        return new SheetTemplates(new SheetProperties(own, ownAfter), new SheetWords(sentences), sentences);
    }

    private AgendaSheet sheet() {
        return new AgendaSheet(templates(), new SheetWords(sentences()));
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/agenda-sheet", "messages/paper");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    @AfterEach
    void nobody_asks_any_more() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static AgendaRow matter(int number, int people, Outcome after) {
        return new AgendaRow(
                number,
                "东区食堂晚间停止供餐过早，夜间做实验的师生无处就餐",
                List.of("化学学院", "机械学院", "计算机学院"),
                people,
                "后勤服务中心将晚餐延长半小时，并在图书馆一楼增设售货机两台，已运行一个月",
                "延长到二十二时须增加人员经费，超出后勤服务中心权限",
                "后勤处：建议由学校统筹经费，先在东区试行一个学期",
                "东区食堂延长供餐至二十二时，试行一个学期后评估\n所需经费列入下年度预算",
                "后勤处",
                after);
    }

    private static Outcome decided() {
        return new Outcome("同意试行一个学期，所需经费从预备费列支", "后勤处", LocalDate.of(2026, 12, 31), "十二月二十日起东区食堂供餐至二十二时");
    }

    private static List<List<String>> table(byte[] word) throws IOException {
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(word))) {
            XWPFTable table = read.getTables().get(0);
            return table.getRows().stream()
                    .map(row -> row.getTableCells().stream()
                            .map(cell -> cell.getText())
                            .toList())
                    .toList();
        }
    }

    private static List<List<String>> cells(byte[] excel) throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            return IntStream.rangeClosed(0, read.getSheetAt(0).getLastRowNum())
                    .mapToObj(row -> read.getSheetAt(0).getRow(row))
                    .map(AgendaSheetTest::cells)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(row::getCell)
                .map(cell -> cell.getCellType() == CellType.NUMERIC
                        ? String.valueOf((int) cell.getNumericCellValue())
                        : cell.getStringCellValue())
                .toList();
    }

    private static byte[] look(String name, byte[] file) throws IOException {
        Path paper = Files.createDirectories(Path.of("target/paper"));
        Files.write(paper.resolve(name), file);
        return file;
    }

    // --- what is on it -----------------------------------------------------------------------------------------------

    @Test
    void before_the_meeting_word_and_excel_have_the_nine_columns() throws IOException {
        List<AgendaRow> rows = List.of(matter(1, 17, null), matter(2, 3, null));
        List<List<String>> word = table(look("agenda-sheet.docx", sheet().word(HEAD, rows)));

        assertThat(word.get(0)).isEqualTo(BEFORE);
        assertThat(word).hasSize(3);
        assertThat(word.get(1))
                .startsWith("1", "东区食堂晚间停止供餐过早，夜间做实验的师生无处就餐", "化学学院、机械学院、计算机学院", "17")
                .endsWith("后勤处：建议由学校统筹经费，先在东区试行一个学期", "东区食堂延长供餐至二十二时，试行一个学期后评估\n所需经费列入下年度预算", "后勤处");
        assertThat(cells(look("agenda-sheet.xlsx", sheet().excel(rows)))).isEqualTo(word);
    }

    @Test
    void after_the_meeting_there_are_four_columns_more_empty_where_nothing_is_decided_yet() throws IOException {
        List<AgendaRow> rows = List.of(matter(1, 17, decided()), matter(2, 3, null));
        List<List<String>> word = table(look("agenda-sheet-after.docx", sheet().word(HEAD, rows)));

        assertThat(word.get(0)).startsWith(BEFORE.toArray(String[]::new)).endsWith(AFTER.toArray(String[]::new));
        assertThat(word.get(1)).endsWith("同意试行一个学期，所需经费从预备费列支", "后勤处", "2026年12月31日", "十二月二十日起东区食堂供餐至二十二时");
        assertThat(word.get(2)).hasSize(13).endsWith("后勤处", "", "", "", "");
        assertThat(cells(look("agenda-sheet-after.xlsx", sheet().excel(rows)))).isEqualTo(word);
    }

    @Test
    void above_and_below_stand_the_meeting_the_unit_and_who_signed() throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(sheet().word(HEAD, List.of(matter(1, 17, null)))))) {
            assertThat(word.getParagraphs().stream().map(XWPFParagraph::getText))
                    .containsExactly(
                            "提请学校研究事项汇总表",
                            "会议：2026年第18次校长办公会　　会议日期：2026年12月8日",
                            "汇总单位：党委组织部　　汇总日期：2026年12月1日",
                            "涉及人数少于五的写“若干”。",
                            "签发：党委组织部部长　孙立群");
        }
    }

    @Test
    void what_is_not_known_yet_stays_empty() throws IOException {
        AgendaRow empty = new AgendaRow(1, null, List.of(), 9, null, null, null, null, null, null);
        byte[] word = sheet().word(new AgendaHead(null, null, null, null, null), List.of(empty));
        assertThat(table(word).get(1)).containsExactly("1", "", "", "9", "", "", "", "", "");
        assertThat(ChangedDocx.of(word).everything()).doesNotContain("null", "{{");
    }

    @Test
    void it_is_in_chinese_whoever_takes_it() throws IOException {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(table(sheet().word(HEAD, List.of(matter(1, 4, null)))).get(1))
                .contains("若干");
        assertThat(cells(sheet().excel(List.of(matter(1, 4, null)))).get(0)).isEqualTo(BEFORE);
    }

    // --- nobody is on it ---------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void fewer_than_five_are_several_and_their_number_is_nowhere_in_the_files(int people) throws IOException {
        AgendaRow few = matter(7, people, null);
        AgendaRow many = matter(7, 999, null);
        byte[] word = sheet().word(HEAD, List.of(few));
        byte[] excel = sheet().excel(List.of(few));

        assertThat(table(word).get(1).get(3)).isEqualTo("若干");
        assertThat(cells(excel).get(1).get(3)).isEqualTo("若干");
        // But for these two words, the files are those of many.
        assertThat(ChangedDocx.of(word).part("word/document.xml").replace(">若干<", ">999<"))
                .isEqualTo(ChangedDocx.of(sheet().word(HEAD, List.of(many)))
                        .part("word/document.xml")
                        .replace(">若干<", ">999<"));
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            assertThat(read.getSheetAt(0).getRow(1).iterator())
                    .toIterable()
                    .filteredOn(cell -> cell.getCellType() == CellType.NUMERIC)
                    .singleElement()
                    .extracting(Cell::getNumericCellValue)
                    .isEqualTo(7.0);
        }
    }

    @Test
    void five_are_told() throws IOException {
        assertThat(table(sheet().word(HEAD, List.of(matter(1, 5, null)))).get(1).get(3))
                .isEqualTo("5");
        assertThat(cells(sheet().excel(List.of(matter(1, 5, null)))).get(1).get(3))
                .isEqualTo("5");
    }

    // --- what people write -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "{{建议方案}}", "</w:t>"})
    void a_text_stays_a_text(String text) throws IOException {
        AgendaRow row = new AgendaRow(1, text, List.of(text), 9, text, text, text, text, text, null);
        assertThat(table(sheet().word(HEAD, List.of(row))).get(1).get(1).strip())
                .isEqualTo(text.strip());
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(sheet().excel(List.of(row))))) {
            Cell cell = read.getSheetAt(0).getRow(1).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getStringCellValue()).isEqualTo(text);
        }
    }

    @Test
    void long_texts_and_letters_that_no_file_may_have_do_not_stop_it() throws IOException {
        String odd = "甲\u0000\uFFFF\uD800" + "乙".repeat(40_000);
        AgendaRow row = new AgendaRow(1, odd, List.of("化学学院"), 9, odd, odd, odd, odd, "后勤处", null);
        assertThat(table(sheet().word(HEAD, List.of(row))).get(1).get(4)).hasSize(40_004);
        assertThat(cells(sheet().excel(List.of(row))).get(1).get(4))
                .startsWith("甲???乙")
                .hasSize(32_767);
    }

    // --- the office's own page ---------------------------------------------------------------------------------------

    private Resource put(String name, byte[] file) throws IOException {
        Files.write(office.resolve(name), file);
        return new FileSystemResource(office.resolve(name));
    }

    private static ChangedDocx shipped() {
        return ChangedDocx.of(ChangedDocx.shipped("agenda-sheet.docx"));
    }

    private static String title(AgendaSheet sheet) throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(new ByteArrayInputStream(sheet.word(HEAD, List.of(matter(1, 17, null)))))) {
            return word.getParagraphs().get(0).getText();
        }
    }

    @Test
    void the_offices_page_is_taken_and_another_one_counts_from_the_next_sheet_on() throws IOException {
        own = put("ours.docx", shipped().with("提请学校研究事项汇总表", "东海大学议题汇总表").bytes());
        AgendaSheet sheet = sheet();
        assertThat(title(sheet)).isEqualTo("东海大学议题汇总表");
        put("ours.docx", shipped().with("提请学校研究事项汇总表", "议题台账").bytes());
        assertThat(title(sheet)).isEqualTo("议题台账");
        assertThat(sheet.notInUse()).isEmpty();
    }

    @Test
    void a_page_that_is_wrong_is_said_by_name_and_the_shipped_one_is_taken() throws IOException {
        own = put("ours.docx", shipped().with("{{建议方案}}", "").with("提请", "本校提请").bytes());
        AgendaSheet sheet = sheet();
        assertThat(title(sheet)).isEqualTo("提请学校研究事项汇总表");
        assertThat(sheet.notInUse())
                .containsExactly("本校的汇总表模板（设置项 shangda.agenda.sheet.template）没有采用，现用系统自带的模板：缺少占位符：{{建议方案}}");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(sheet.notInUse())
                .containsExactly(
                        "The university's own template of the sheet (setting shangda.agenda.sheet.template) is not in"
                                + " use, the shipped one is: Placeholders are missing: {{建议方案}}");

        put("ours.docx", shipped().bytes());
        assertThat(sheet.notInUse()).isEmpty();
    }

    @Test
    void the_page_for_afterwards_needs_the_four_columns_more() throws IOException {
        ownAfter = put("after.docx", shipped().bytes());
        AgendaSheet sheet = sheet();
        assertThat(sheet.notInUse())
                .singleElement()
                .asString()
                .contains("template-after", "{{决定}} {{牵头单位}} {{时限}} {{落实情况}}");
        assertThat(table(sheet.word(HEAD, List.of(matter(1, 17, decided())))).get(0))
                .hasSize(13);
    }

    @Test
    void a_file_that_is_not_there_is_said_and_health_stays_up() {
        own = new FileSystemResource(office.resolve("nowhere.docx"));
        SheetTemplates templates = templates();
        templates.ready();
        assertThat(templates.notInUse()).singleElement().asString().endsWith("没有找到该文件，或无法读取，或文件是空的。");
        assertThat(templates.health().getStatus()).isEqualTo(Status.UP);
        assertThat(templates.health().getDetails().toString())
                .isEqualTo("{notInUse=[shangda.agenda.sheet.template: agenda.sheet.no-file]}");
    }

    /** The office reads these names in the shipped page, and finds them in the message file's sentences. */
    @Test
    void the_shipped_pages_call_the_columns_as_their_places_are_called() throws IOException {
        assertThat(table(ChangedDocx.shipped("agenda-sheet-after.docx")))
                .satisfies(rows -> assertThat(rows.get(1))
                        .isEqualTo(rows.get(0).stream()
                                .map(name -> "{{" + name + "}}")
                                .toList()));
        assertThat(table(ChangedDocx.shipped("agenda-sheet.docx")))
                .satisfies(rows -> assertThat(rows.get(1))
                        .isEqualTo(rows.get(0).stream()
                                .map(name -> "{{" + name + "}}")
                                .toList()));
    }
}
