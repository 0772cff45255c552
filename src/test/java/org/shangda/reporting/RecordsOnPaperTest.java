package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.shangda.paper.PdfPaper;
import org.shangda.paper.PrintedCharacters;
import org.shangda.refusal.Sentences;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The handbook and the annex as files. Pages are also drawn into target/paper, to be looked at. */
class RecordsOnPaperTest {

    private static final RecordSheet LEADER = new RecordSheet(
            true,
            "王海涛",
            "党委书记",
            "计算机系教工党支部",
            "",
            List.of(
                    new RecordSheet.Row(LocalDate.of(2026, 9, 10), List.of("参加支部活动", "思想上的关怀", "与支部党员一起学习。")),
                    new RecordSheet.Row(
                            LocalDate.of(2026, 10, 15), List.of("听取汇报", "记录:“发展党员”工作按计划进行 <b>&amp; A-3</b> 😀。"))));
    private static final RecordSheet MEMBER = new RecordSheet(
            false,
            "孙岩",
            "",
            "",
            "陈宇",
            List.of(new RecordSheet.Row(LocalDate.of(2026, 9, 3), List.of("谈心谈话:学习上的指导、生活上的关心"))));
    private static final RecordFile FILE = new RecordFile("计算机学院党委", "2026-2027学年第一学期", List.of(LEADER, MEMBER));

    private final Sentences sentences = sentences();

    static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/reporting");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    // --- Word --------------------------------------------------------------------------------------------------------

    /** 「党员领导干部联系党支部、联系师生工作记录表」, its annex: name, post, partner (branch, person), time, what was done. */
    @Test
    void J29_the_annex_in_Word_has_the_columns_of_the_policys_annex() throws IOException {
        try (XWPFDocument word = word(FILE)) {
            assertThat(word.getParagraphs().get(0).getText()).isEqualTo("党员领导干部联系党支部、联系师生工作记录表");
            assertThat(texts(word.getTables().get(0)))
                    .containsExactly(
                            List.of("党员领导干部姓名", "王海涛", "职务", "党委书记"),
                            List.of("联系对象", "党支部", "计算机系教工党支部"),
                            List.of("", "个人", ""),
                            List.of("联系工作开展情况", "时间", "具体联系情况"),
                            List.of("", "2026-09-10", "参加支部活动\n思想上的关怀\n与支部党员一起学习。"),
                            List.of("", "2026-10-15", "听取汇报\n记录:“发展党员”工作按计划进行 <b>&amp; A-3</b> 😀。"));
        }
    }

    /** 「建立党员工作手册。党员要将自己联系群众的情况认真记录」. */
    @Test
    void T10_the_members_handbook_in_Word_has_the_same_columns() throws IOException {
        try (XWPFDocument word = word(FILE)) {
            assertThat(texts(word.getTables().get(1)))
                    .containsExactly(
                            List.of("党员姓名", "孙岩", "职务", ""),
                            List.of("联系对象", "党支部", ""),
                            List.of("", "个人", "陈宇"),
                            List.of("联系工作开展情况", "时间", "具体联系情况"),
                            List.of("", "2026-09-03", "谈心谈话:学习上的指导、生活上的关心"));
        }
    }

    @Test
    void each_sheet_begins_on_a_page_of_its_own_and_Chinese_text_has_a_Chinese_font() throws IOException {
        try (XWPFDocument word = word(FILE)) {
            assertThat(word.getParagraphs().stream()
                            .filter(paragraph -> paragraph.isPageBreak())
                            .map(paragraph -> paragraph.getText()))
                    .containsExactly("党员工作手册：联系群众记录");
            assertThat(word.getTables().stream()
                            .flatMap(table -> table.getRows().stream())
                            .flatMap(row -> row.getTableCells().stream())
                            .flatMap(cell -> cell.getParagraphs().stream())
                            .flatMap(paragraph -> paragraph.getRuns().stream())
                            .map(run -> run.getFontFamily(XWPFRun.FontCharRange.eastAsia)))
                    .isNotEmpty()
                    .allMatch(Set.of("黑体", "仿宋")::contains);
        }
        look("records.docx", new WordRecords(sentences).write(FILE));
    }

    // --- PDF ---------------------------------------------------------------------------------------------------------

    @Test
    void J29_T10_the_PDF_says_the_same_as_Word_and_carries_its_fonts() throws IOException {
        byte[] file = new PdfRecords(sentences).write(FILE);
        look("records.pdf", file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains("党员领导干部联系党支部、联系师生工作记录表", "党员领导干部姓名王海涛职务党委书记", "计算机系教工党支部")
                    .contains("2026-10-15听取汇报记录:“发展党员”工作按计划进行<b>&amp;A-3</b>□。")
                    .contains("2026-2027学年第一学期", "党员姓名孙岩", "个人陈宇", "谈心谈话:学习上的指导、生活上的关心");
            assertThat(fonts(pdf)).hasSizeGreaterThan(1).allMatch(PDFont::isEmbedded);
            draw(pdf, "records");
        }
    }

    @Test
    void a_record_of_several_pages_repeats_its_heading() throws IOException {
        RecordSheet longOne = new RecordSheet(
                true,
                "王海涛",
                "党委书记",
                "计算机系教工党支部",
                "",
                IntStream.range(0, 60)
                        .mapToObj(i -> new RecordSheet.Row(
                                LocalDate.of(2026, 9, 1).plusDays(i), List.of("听取汇报", "第" + i + "次。")))
                        .toList());
        byte[] file = new PdfRecords(sentences).write(new RecordFile("王海涛", "2026-2027学年第一学期", List.of(longOne)));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pdf.getNumberOfPages());
            assertThat(last.getText(pdf)).contains("具体联系情况", "第59次");
            draw(pdf, "long");
        }
    }

    @Test
    void the_fonts_have_every_character_of_the_messages_and_of_everyday_Chinese() throws IOException {
        Set<Integer> needed = new HashSet<>();
        try (Stream<Path> files = Stream.of(Path.of("src/main/resources/messages"), Path.of("src/main/resources/demo"))
                .flatMap(RecordsOnPaperTest::list)) {
            for (Path file : files.toList()) {
                Files.readString(file).codePoints().forEach(needed::add);
            }
        }
        // GB 2312, level 1: the 3,755 characters in daily use, and level 2 besides.
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312"))
                        .codePoints()
                        .filter(Character::isIdeographic)
                        .forEach(needed::add);
            }
        }
        assertThat(needed).hasSizeGreaterThan(6763);
        needed.removeIf(Character::isISOControl);
        try (TrueTypeFont chinese = font(PdfPaper.CHINESE_FONT);
                TrueTypeFont latin = font(PdfPaper.LATIN_FONT)) {
            Set<String> missing = new TreeSet<>();
            for (int character : needed) {
                if (chinese.getUnicodeCmapLookup().getGlyphId(character) == 0
                        && latin.getUnicodeCmapLookup().getGlyphId(character) == 0) {
                    missing.add(Character.toString(character));
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    /** 通用规范汉字表 (2013): 「用于…姓氏人名」, of which 196 are beyond the first plane. */
    @Test
    void every_character_of_the_standard_table_is_printed_and_none_as_a_box() throws IOException {
        List<Integer> table = standardTable();
        assertThat(table).hasSize(8105).allMatch(PrintedCharacters::drawn);
        List<Integer> rare = table.stream()
                .filter(character -> character > 0xFFFF || character >= 0x9FA6)
                .toList();
        assertThat(rare).hasSize(199);
        String names = rare.stream().map(Character::toString).collect(Collectors.joining()) + "𠮷";
        RecordSheet sheet = new RecordSheet(
                false,
                "王" + names,
                "",
                "",
                "陈宇",
                List.of(new RecordSheet.Row(LocalDate.of(2026, 9, 3), List.of(names))));
        byte[] file = new PdfRecords(sentences).write(new RecordFile("王", "2026-2027学年第一学期", List.of(sheet)));
        look("names.pdf", file);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("王" + names).doesNotContain("□", "本文件的字体没有");
            draw(pdf, "names");
        }
    }

    @Test
    void what_no_font_has_is_named_and_the_reader_sent_to_Word() throws IOException {
        RecordSheet sheet = new RecordSheet(false, "孙\uE863", "", "", "陈😀😀", List.of());
        byte[] file = new PdfRecords(sentences).write(new RecordFile("孙岩", "2026-2027学年第一学期", List.of(sheet)));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("孙□", "陈□□", "U+E863、U+1F600").contains("请导出Word文件");
        }
    }

    private static List<Integer> standardTable() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/characters/standard-table.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMapToInt(String::codePoints)
                .boxed()
                .toList();
    }

    // --- reading -----------------------------------------------------------------------------------------------------

    private XWPFDocument word(RecordFile file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(new WordRecords(sentences).write(file)));
    }

    static List<List<String>> texts(XWPFTable table) {
        return table.getRows().stream()
                .map(XWPFTableRow::getTableCells)
                .map(cells -> cells.stream()
                        .map(cell -> cell.getParagraphs().stream()
                                .map(paragraph -> paragraph.getText())
                                .collect(Collectors.joining("\n")))
                        .toList())
                .toList();
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static TrueTypeFont font(String path) throws IOException {
        try (var in = PdfPaper.font(path)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    /** A photo of the demonstration has no characters. */
    private static Stream<Path> list(Path folder) {
        try {
            return Files.list(folder).filter(file -> !file.toString().endsWith(".jpg"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void look(String name, byte[] content) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "paper"));
        Files.write(folder.resolve(name), content);
    }

    private static void draw(PDDocument pdf, String name) throws IOException {
        PDFRenderer renderer = new PDFRenderer(pdf);
        Files.createDirectories(Path.of("target", "paper"));
        for (int page = 0; page < Math.min(3, pdf.getNumberOfPages()); page++) {
            ImageIO.write(
                    renderer.renderImageWithDPI(page, 60), "png", new File("target/paper/" + name + page + ".png"));
        }
    }
}
