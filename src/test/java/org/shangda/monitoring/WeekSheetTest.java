package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.monitoring.WeekSheet.Count;
import org.shangda.monitoring.WeekSheet.Longest;
import org.shangda.monitoring.WeekSheet.Week;
import org.shangda.refusal.Sentences;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The weekly sheet is one page, and what is on it can be handed round. Written into target/paper, to be looked at. */
class WeekSheetTest {

    private final WeekSheet sheet = new WeekSheet(sentences());

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/monitoring");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    @AfterEach
    void nobody_asks_any_more() {
        LocaleContextHolder.resetLocaleContext();
    }

    // --- one page ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void with_the_longest_names_of_everything_it_is_one_page(String language) throws IOException {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        String name =
                language.equals("en") ? "WWWWW Municipal Department of MMM ".repeat(8) : "人力资源和社会保障综合管理处".repeat(15);

        byte[] file = sheet.write(new Week(
                name,
                "2026-03-05",
                "2026-03-12",
                name + name,
                many(name, 60),
                many(name, 20),
                List.of(longest(name), longest(name), longest(name))));

        assertThat(height(look("week-" + language + ".docx", file)))
                .as("points between the margins of A4")
                .isBetween(400.0, 842.0 - 2 * 70.9);
    }

    private static Map<String, Count> many(String name, int parts) {
        Map<String, Count> many = new LinkedHashMap<>();
        for (int i = 0; i < parts; i++) {
            many.put(i + name, new Count(10_000, 9_999, 8_888));
        }
        return many;
    }

    private static Longest longest(String name) {
        return new Longest("SD26-12345678 · " + name, name, name, name + name);
    }

    /** Lines as a printer breaks them: Chinese letters are squares, the others are as wide as Times has them. */
    private static double height(XWPFDocument word) throws IOException {
        double height = 0;
        for (IBodyElement element : word.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                height += height(paragraph, 453.5);
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    double highest = 0;
                    for (XWPFTableCell cell : row.getTableCells()) {
                        double inside = cell.getWidth() / 20.0 - 4;
                        double cellHeight = 0;
                        for (XWPFParagraph paragraph : cell.getParagraphs()) {
                            cellHeight += height(paragraph, inside);
                        }
                        highest = Math.max(highest, cellHeight);
                    }
                    height += highest + 0.5;
                }
            }
        }
        return height;
    }

    private static double height(XWPFParagraph paragraph, double width) throws IOException {
        double lines = Math.ceil(width(paragraph) / width);
        double around = Math.max(0, paragraph.getSpacingBefore()) + Math.max(0, paragraph.getSpacingAfter());
        return Math.max(1, lines) * paragraph.getSpacingBetween() + around / 20;
    }

    private static double width(XWPFParagraph paragraph) throws IOException {
        PDType1Font times = new PDType1Font(FontName.TIMES_ROMAN);
        double width = 0;
        for (var run : paragraph.getRuns()) {
            double points = run.getFontSizeAsDouble();
            for (int letter : run.text().codePoints().toArray()) {
                width += letter < 0x2000 ? times.getStringWidth(Character.toString(letter)) / 1000 * points : points;
            }
        }
        return width;
    }

    // --- what can be read and reckoned -------------------------------------------------------------------------------

    @Test
    void counts_of_one_to_four_are_stars_and_none_follows_from_the_sum() throws IOException {
        Map<String, Count> causes = new LinkedHashMap<>();
        causes.put("逾期未办结", new Count(9, 7, 2));
        causes.put("逾期未签收", new Count(2, 6, 1));
        causes.put("多次退回", new Count(0, 0, 0));

        XWPFDocument word = look(
                "week.docx",
                sheet.write(new Week("计算机学院党委", "2026-03-05", "2026-03-12", "", causes, Map.of(), List.of())));

        assertThat(texts(word.getTables().get(0)))
                .containsExactly(
                        List.of("类别", "新增", "解开", "现逾期", "类别", "新增", "解开", "现逾期"),
                        List.of("逾期未办结", "*", "7", "*", "多次退回", "0", "0", "0"),
                        List.of("逾期未签收", "*", "6", "*", "合计", "11", "13", "*"));
    }

    private static List<List<String>> texts(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(XWPFTableCell::getText).toList())
                .toList();
    }

    private static XWPFDocument look(String name, byte[] file) throws IOException {
        Path paper = Files.createDirectories(Path.of("target/paper")).resolve(name);
        Files.write(paper, file);
        return new XWPFDocument(new ByteArrayInputStream(file));
    }
}
