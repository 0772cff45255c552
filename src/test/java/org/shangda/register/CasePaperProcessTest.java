package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.attachment.Attachments;
import org.shangda.attachment.SentFiles;
import org.shangda.concern.ConcernPages;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** 办理单: a reader's page of the concern on paper. */
@ShangdaTest
@Tag("h2")
class CasePaperProcessTest {

    private static final Path PAPERS = Path.of("target/screenshots");

    @Autowired
    Cases cases;

    @Autowired
    CasePaper paper;

    @Autowired
    ConcernPages pages;

    @Autowired
    Attachments attachments;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    private String word(String reader, String number) {
        byte[] file = cases.as(reader, () -> paper.word(number, reader));
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return word.getText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without the line breaks of the page, of which the text knows nothing. */
    private String pdf(String reader, String number, String name) {
        byte[] file = cases.as(reader, () -> paper.pdf(number, reader));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            Files.createDirectories(PAPERS);
            Files.write(PAPERS.resolve(name + ".pdf"), file);
            Files.write(PAPERS.resolve(name + ".docx"), cases.as(reader, () -> paper.word(number, reader)));
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void matter_way_answer_dates_clocks_signatures_and_rating_are_on_both_files() {
        String number = cases.answeredBy("department", "problem");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        String word = word(DEPARTMENT_CLERK, number);
        List<String> said = List.of(number, "教师公寓漏水", "天花板漏水", "陈宇", "后勤管理处", "2026-03-02", "同意。", "满意", "全程", "归档日期");
        assertThat(word).contains(said);
        assertThat(pdf(DEPARTMENT_CLERK, number, "case-sheet"))
                .contains(said.stream().map(one -> one.replaceAll("\\s", "")).toList());
    }

    @Test
    void handler_and_signer_are_named_to_their_own_unit_and_to_nobody_else() {
        String number = cases.answeredBy("department", "problem");
        assertThat(word(DEPARTMENT_CLERK, number)).contains("苏健", "田国庆").doesNotContain("刘敏");
        assertThat(word(COLLEGE_CLERK, number)).contains("刘敏").doesNotContain("苏健");
        assertThat(word(COLLEAGUE, number)).doesNotContain("苏健", "田国庆", "刘敏", "张伟");
    }

    @Test
    void what_a_reader_may_not_see_of_the_way_is_not_on_paper() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        Map<String, Object> signed = Map.of("decision", "approve", "words", "尚未送达的答复");
        cases.act(Cases.DEPARTMENT_HEAD, number, "UserTask_Sign", signed);
        for (String reader : List.of(COLLEAGUE, SECRETARY, DEPARTMENT_CLERK)) {
            ConcernPages.Page page = cases.as(reader, () -> pages.page(number, reader));
            String word = word(reader, number);
            page.way().forEach(row -> assertThat(word).contains(row.what()));
            assertThat(word.split("拟办，送负责人审签", -1).length - 1).as(reader).isEqualTo((int) page.way().stream()
                    .filter(row -> row.what().startsWith("拟办，送负责人审签"))
                    .count());
        }
        assertThat(word(DEPARTMENT_CLERK, number)).contains("尚未送达的答复");
        assertThat(word(COLLEAGUE, number)).doesNotContain("尚未送达的答复");
    }

    @Test
    void a_withheld_name_is_not_on_paper() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch"));
        cases.exit(SECRETARY, number, "pass-up");
        assertThat(word(SECRETARY, number)).contains("陈宇");
        assertThat(word(COLLEGE_CLERK, number)).doesNotContain("陈宇");
        assertThat(pdf(COLLEGE_CLERK, number, "case-sheet-nameless")).doesNotContain("陈宇");
    }

    @Test
    void files_are_listed_by_their_names_and_where_the_name_is_withheld_without_them() {
        Map<String, Object> form = Cases.concernWith("travel", "nameless-above-branch");
        String photo = attachments
                .upload(COLLEAGUE, "陈宇拍的漏水.jpg", new ByteArrayResource(SentFiles.photo(401, 301, 6)))
                .id();
        form.put("files", List.of(photo));
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up");
        assertThat(word(SECRETARY, number)).contains("附件", "陈宇拍的漏水.jpg");
        assertThat(word(COLLEGE_CLERK, number)).contains("附件", ".jpg").doesNotContain("陈宇");
        assertThat(word(SECRETARY, cases.raise(COLLEAGUE, Cases.concern()))).doesNotContain("附件");
    }

    @Test
    void a_concern_with_a_long_way_and_hostile_words_goes_over_several_pages() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("description", "<b>不加粗</b>\n第二行 & 更多\n𠮷"));
        for (int i = 0; i < 12; i++) {
            cases.act(
                    COLLEAGUE,
                    number,
                    "UserTask_MyConcern",
                    Map.of("action", "paper", "words", "补充第 " + i + " 次：" + "漏水范围扩大。".repeat(12)));
        }
        cases.exit(SECRETARY, number, "answer", Map.of("words", "逐条说明。".repeat(2_000)));
        String text = pdf(SECRETARY, number, "case-sheet-long");
        assertThat(text).contains("<b>不加粗</b>", "第二行&更多", "补充第11次");
    }

    @Test
    void of_a_concern_that_one_may_not_read_there_is_no_paper() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        for (String reader : List.of(STRANGER, DEPARTMENT_CLERK, "admin", COLLEGE_CLERK)) {
            assertThatThrownBy(() -> word(reader, number))
                    .as(reader)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("concern.not-found"));
        }
    }
}
