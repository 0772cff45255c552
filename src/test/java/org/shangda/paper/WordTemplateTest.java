package org.shangda.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.refusal.Refusal;

/** What an office may draw in Word, what is filled in, and what is refused by name. The shipped page is the one that is changed. */
class WordTemplateTest {

    private static final List<String> HEAD = List.of("会议", "会议日期", "汇总单位", "汇总日期", "签发");

    private static final List<String> ROW =
            List.of("序号", "事项", "涉及单位", "涉及人数", "已采取措施", "未能解决的原因", "职能部门意见", "建议方案", "拟牵头单位");

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static ChangedDocx shipped() {
        return ChangedDocx.of(ChangedDocx.shipped("agenda-sheet.docx"));
    }

    private static byte[] filled(ChangedDocx template, Map<String, String> head, List<Map<String, String>> rows) {
        return WordTemplate.of(template.bytes(), HEAD, ROW).fill(head, rows);
    }

    private static List<String> row(byte[] file, int number) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            return word.getTables().get(0).getRow(number).getTableCells().stream()
                    .map(cell -> cell.getText())
                    .toList();
        }
    }

    // --- what is filled in -------------------------------------------------------------------------------------------

    @Test
    void the_row_is_repeated_and_everything_else_stands_once() throws IOException {
        byte[] file = filled(
                shipped(), Map.of("会议", "校长办公会"), List.of(Map.of("事项", "食堂"), Map.of("事项", "班车"), Map.of("事项", "电梯")));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            XWPFTable table = word.getTables().get(0);
            assertThat(table.getRows().stream().map(row -> row.getCell(1).getText()))
                    .containsExactly("事项", "食堂", "班车", "电梯");
            assertThat(word.getParagraphs().get(1).getText()).isEqualTo("会议：校长办公会　　会议日期：");
            assertThat(word.getTables()).hasSize(1);
        }
        assertThat(ChangedDocx.of(file).everything()).doesNotContain("{{");
    }

    @Test
    void without_any_matter_the_table_keeps_an_empty_row() throws IOException {
        assertThat(row(filled(shipped(), Map.of(), List.of()), 1)).hasSize(9).containsOnly("");
    }

    /** As Word leaves it after somebody has corrected a letter, checked the spelling, set a mark. */
    @Test
    void a_place_that_word_has_cut_into_runs_is_one_place() throws IOException {
        ChangedDocx cut = shipped()
                .with(
                        "<w:t xml:space=\"preserve\">{{事项}}</w:t></w:r>",
                        "<w:t>甲{</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:b/></w:rPr><w:t>{事</w:t></w:r>"
                                + "<w:bookmarkStart w:id=\"7\" w:name=\"_GoBack\"/><w:r><w:t>项</w:t></w:r>"
                                + "<w:bookmarkEnd w:id=\"7\"/><w:r><w:t>}</w:t></w:r><w:r><w:t>}乙</w:t></w:r>")
                .with("{{会议}}", "{</w:t></w:r><w:r><w:t>{ 会议</w:t></w:r><w:r><w:t xml:space=\"preserve\"> }}")
                .with("{{汇总单位}}", "｛｛汇总单位｝｝");

        byte[] file = filled(
                cut,
                Map.of("会议", "校长办公会", "会议日期", "今天", "汇总单位", "组织部"),
                List.of(Map.of("事项", "食堂"), Map.of("事项", "班车")));

        assertThat(row(file, 1).get(1)).isEqualTo("甲食堂乙");
        assertThat(row(file, 2).get(1)).isEqualTo("甲班车乙");
        assertThat(ChangedDocx.of(file).part("word/document.xml"))
                .contains("今天", "校长办公会", "组织部")
                .doesNotContain("_GoBack", "{", "｛");
    }

    @Test
    void places_in_a_header_and_twice_in_the_text_are_filled_in() {
        ChangedDocx twice = shipped()
                .in("word/footer1.xml", "</w:ftr>", "<w:p><w:r><w:t>{{会议}}</w:t></w:r></w:p></w:ftr>")
                .with("涉及人数少于五", "{{会议}}{{会议}}：涉及人数少于五");
        ChangedDocx file = ChangedDocx.of(filled(twice, Map.of("会议", "党委会"), List.of()));
        assertThat(file.part("word/footer1.xml")).contains("党委会");
        assertThat(file.part("word/document.xml")).contains("党委会党委会：");
    }

    @Test
    void what_people_wrote_stays_text_whatever_it_looks_like() throws IOException {
        String odd = "</w:t><w:p>{{会议}} ${1} $0 \\ &amp; {{事项}} 𠮷😀";
        byte[] file = filled(shipped(), Map.of("会议", "{{事项}}"), List.of(Map.of("事项", odd, "序号", "{{汇总单位}}")));
        assertThat(row(file, 1).get(1)).isEqualTo(odd);
        assertThat(row(file, 1).get(0)).isEqualTo("{{汇总单位}}");
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(word.getParagraphs().get(1).getText()).startsWith("会议：{{事项}}　");
        }
    }

    @Test
    void letters_that_no_xml_may_have_do_not_break_the_file_and_lines_are_lines() throws IOException {
        byte[] file = filled(shipped(), Map.of(), List.of(Map.of("事项", "甲\u0000\u001b\uFFFE\uD800乙\r\n丙\n丁")));
        assertThat(row(file, 1).get(1)).isEqualTo("甲????乙\n丙\n丁");
    }

    @Test
    void a_text_of_any_length_is_there_to_its_end() throws IOException {
        String story = "长".repeat(40_000) + "完";
        assertThat(row(filled(shipped(), Map.of(), List.of(Map.of("建议方案", story))), 1)
                        .get(7))
                .isEqualTo(story);
    }

    // --- nobody is in it ---------------------------------------------------------------------------------------------

    @Test
    void who_drew_the_page_and_what_they_remarked_is_left_out() {
        String core = "application/vnd.openxmlformats-package.core-properties+xml";
        ChangedDocx told = shipped()
                .and(
                        "docProps/core.xml",
                        core,
                        "<cp:coreProperties"
                                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>王秘书</dc:creator>"
                                + "<cp:lastModifiedBy>王秘书</cp:lastModifiedBy></cp:coreProperties>")
                .in(
                        "_rels/.rels",
                        "</Relationships>",
                        "<Relationship Id=\"rId9\""
                                + " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                                + " Target=\"docProps/core.xml\"/></Relationships>")
                .and(
                        "word/comments.xml",
                        WORD + "comments+xml",
                        "<w:comments xmlns:w=\"" + TemplateTree.WORD
                                + "\"><w:comment w:id=\"1\" w:author=\"王秘书\"><w:p/></w:comment></w:comments>")
                .leading("comments", "comments.xml", "Internal")
                .with("{{签发}}</w:t></w:r>", "{{签发}}</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>");

        assertThat(ChangedDocx.of(filled(told, Map.of(), List.of())).everything())
                .doesNotContain("王秘书", "omment");
    }

    // --- what is refused ---------------------------------------------------------------------------------------------

    static Stream<Arguments> broken() {
        String cell = "{{事项}}";
        return Stream.of(
                refused(
                        "template.missing",
                        "{{建议方案}} {{拟牵头单位}}",
                        () -> shipped().with("{{建议方案}}", "").with("{{拟牵头单位}}", "")),
                refused("template.missing", "{{签发}}", () -> shipped().with("{{签发}}", "")),
                refused("template.unknown", "{{反映人}}", () -> shipped().with(cell, cell + "{{反映人}}")),
                refused("template.unknown", "{{决定}}", () -> shipped().with("少于五", "{{决定}}")),
                refused("template.loose", "{{事项", () -> shipped().with(cell, "{{事项")),
                refused("template.loose", "{{事", () -> shipped().with(cell, "{{事</w:t></w:r></w:p><w:p><w:r><w:t>项}}")),
                refused("template.no-row", "{{序号}}", () -> ChangedDocx.of(withoutPlacesOfTheRow())),
                refused("template.outside-row", "{{事项}}", () -> shipped().with("少于五", cell)),
                refused(
                        "template.outside-row",
                        "{{事项}}",
                        () -> shipped()
                                .in("word/footer1.xml", "</w:ftr>", "<w:p><w:r><w:t>{{事项}}</w:t></w:r></w:p></w:ftr>")),
                refused(
                        "template.two-rows",
                        "{{建议方案}}",
                        () -> shipped()
                                .with("{{建议方案}}", "")
                                .with(
                                        "</w:tbl>",
                                        "<w:tr><w:tc><w:p><w:r><w:t>{{建议方案}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")),
                refused(
                        "template.macros",
                        "",
                        () -> shipped()
                                .in(
                                        "[Content_Types].xml",
                                        WORD + "document.main+xml",
                                        "application/vnd.ms-word.document.macroEnabled.main+xml")),
                refused(
                        "template.macros",
                        "",
                        () -> shipped().and("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "x")),
                refused(
                        "template.external",
                        "http://evil.example/a.dotm",
                        () -> shipped().leading("attachedTemplate", "http://evil.example/a.dotm", "External")),
                refused(
                        "template.external",
                        "file:///server/share.png",
                        () -> shipped().leading("image", "file:///server/share.png", "External")),
                refused(
                        "template.external",
                        "http://evil.example",
                        () -> shipped()
                                .with(
                                        "<w:tbl>",
                                        "<w:p><w:r><w:pict><v:imagedata xmlns:v=\"urn:schemas-microsoft-com:vml\""
                                                + " src=\"http://evil.example\"/></w:pict></w:r></w:p><w:tbl>")),
                refused(
                        "template.part",
                        "/word/embeddings/a.bin",
                        () -> shipped()
                                .and(
                                        "word/embeddings/a.bin",
                                        "application/vnd.openxmlformats-officedocument.oleObject",
                                        "x")),
                refused(
                        "template.active",
                        "altChunk",
                        () -> shipped().with("<w:tbl>", "<w:altChunk r:id=\"rId1\"/><w:tbl>")),
                refused(
                        "template.field",
                        "DDEAUTO",
                        () -> shipped()
                                .with(
                                        "{{签发}}</w:t></w:r>",
                                        "{{签发}}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                                + "<w:r><w:instrText> DDE</w:instrText></w:r>"
                                                + "<w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r>"
                                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")),
                refused(
                        "template.field",
                        "INCLUDETEXT",
                        () -> shipped()
                                .in(
                                        "word/footer1.xml",
                                        "</w:ftr>",
                                        "<w:p><w:fldSimple w:instr=\"INCLUDETEXT c:/x\"/></w:p></w:ftr>")),
                refused(
                        "template.field",
                        "QUOTE",
                        () -> shipped()
                                .with("<w:tbl>", "<w:p><w:r><w:instrText>QUOTE 1</w:instrText></w:r></w:p><w:tbl>")),
                refused(
                        "template.tracked",
                        "",
                        () -> shipped()
                                .with(
                                        "<w:tbl>",
                                        "<w:p><w:ins w:id=\"1\" w:author=\"王秘书\"><w:r><w:t>x</w:t></w:r></w:ins></w:p><w:tbl>")),
                refused(
                        "template.not-docx",
                        "",
                        () -> shipped().with("<w:tbl>", "<w:p>".repeat(300) + "</w:p>".repeat(300) + "<w:tbl>")),
                refused(
                        "template.not-docx",
                        "",
                        () -> shipped()
                                .with(
                                        "<w:document ",
                                        "<!DOCTYPE w:document [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document ")),
                refused("template.not-docx", "", () -> shipped().with("</w:document>", "")),
                refused(
                        "template.strict",
                        "",
                        () -> shipped()
                                .in(
                                        "_rels/.rels",
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                                        "http://purl.oclc.org/ooxml/officeDocument/relationships/")),
                refused(
                        "template.unpacks-too-big",
                        "",
                        () -> shipped().and("word/big.xml", WORD + "styles+xml", "0".repeat(33 * 1024 * 1024))),
                refused(
                        "template.unpacks-too-big",
                        "",
                        () -> shipped().with("<w:tbl>", "<w:p/>".repeat(300_000) + "<w:tbl>")));
    }

    private static byte[] withoutPlacesOfTheRow() {
        ChangedDocx without = shipped();
        ROW.forEach(name -> without.with("{{" + name + "}}", ""));
        return without.bytes();
    }

    private interface Made {
        ChangedDocx docx();
    }

    private static Arguments refused(String code, String named, Made made) {
        return Arguments.of(code, named, made);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("broken")
    void what_is_wrong_with_a_page_is_refused_by_name(String code, String named, Made made) {
        byte[] file = made.docx().bytes();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> WordTemplate.of(file, HEAD, ROW));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(List.of(refusal.arguments()).toString()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PK", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0 old", "{\\rtf1}", "<html>", "%PDF-1.4"})
    void what_is_no_word_file_is_refused(String content) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> WordTemplate.of(content.getBytes(StandardCharsets.ISO_8859_1), HEAD, ROW));
        assertThat(refusal.code()).isEqualTo("template.not-docx");
    }

    @Test
    void a_workbook_and_a_file_of_six_megabytes_are_refused() {
        byte[] workbook;
        try (ExcelTable table = new ExcelTable("x", ROW, name -> "{{" + name + "}}")) {
            workbook = table.bytes();
        }
        assertThat(catchThrowableOfType(Refusal.class, () -> WordTemplate.of(workbook, HEAD, ROW))
                        .code())
                .isEqualTo("template.not-docx");
        assertThat(catchThrowableOfType(Refusal.class, () -> WordTemplate.of(new byte[6 * 1024 * 1024], HEAD, ROW))
                        .code())
                .isEqualTo("template.too-large");
    }
}
