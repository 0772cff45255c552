package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.attachment.SentFiles.bytes;
import static org.shangda.attachment.SentFiles.joined;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Cases;
import org.shangda.Scanner;
import org.shangda.ShangdaTest;
import org.shangda.attachment.SentFiles;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files that mean harm, and the scanner that looks into all of them: refused in words, and nothing of them is kept. */
@ShangdaTest
@Tag("h2")
@ExtendWith(OutputCaptureExtension.class)
class HostileFilesTest extends BadlyAsked {

    private static int sent;

    @AfterEach
    void nothingIsLeft() {
        Scanner.start();
        cases.endAll();
        database.update("delete from attachment where case_number is null");
    }

    // --- by what they are --------------------------------------------------------------------------------------------

    static Stream<Arguments> harmful() {
        byte[] photo = SentFiles.jpeg(40, 30);
        return Stream.of(
                refused("nothing", "这个文件是空的", new byte[0]),
                refused("a page", "只能上传", bytes("<html><script>alert(1)</script>")),
                refused("a drawing with a script", "只能上传", SentFiles.svgWithScript()),
                refused("a moving picture that is a script", "只能上传", SentFiles.gifWithScript()),
                refused("an archive", "只能上传", SentFiles.zip()),
                refused("an archive that unpacks to 200 MB", "只能上传", SentFiles.zipBomb(200)),
                refused("a photo that is an archive", "藏着另一种文件", joined(photo, SentFiles.zip())),
                refused("a photo that is a page", "藏着另一种文件", joined(photo, bytes("<html><script>alert(1)</script>"))),
                refused("a document that is an archive", "藏着另一种文件", joined(SentFiles.pdf(), SentFiles.zip())),
                refused("a photo, a page and an archive", "藏着另一种文件", SentFiles.polyglot(photo)),
                refused("half a picture", "不完整", SentFiles.cutOff(SentFiles.jpeg(300, 300))),
                refused("pixels without end", "百万像素", SentFiles.pngThatClaims(50_000, 50_000)),
                refused("a script in a PDF", "脚本", SentFiles.pdfWith("/OpenAction << /S /JavaScript /JS (1) >>")),
                refused("a bomb in a PDF", "展开后过大", SentFiles.pdfBomb()),
                Arguments.of("50 MB", "10 MB", new byte[50 * 1024 * 1024], 413));
    }

    private static Arguments refused(String what, String sentence, byte[] file) {
        return Arguments.of(what, sentence, file, 400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void what_is_harmful_is_refused_in_both_languages_and_nothing_is_kept(
            String what, String sentence, byte[] file, int status, CapturedOutput output) {
        Map<String, Long> before = rows();

        Answer answer = upload(COLLEAGUE, "photo.jpg", file);

        assertProblem(answer, status);
        assertThat(answer.json().get("detailZh").asText()).contains(sentence);
        assertThat(rows()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("ERROR");
    }

    /** Its reader says what it did not expect, word for word. */
    @Test
    void nothing_that_stands_in_a_document_is_logged(CapturedOutput output) {
        upload(COLLEAGUE, "a.pdf", SentFiles.pdfWith("", "[ " + SentFiles.HIDDEN + " ] " + SentFiles.HIDDEN));

        assertThat(output.getAll()).doesNotContain(SentFiles.HIDDEN);
    }

    // --- by what the scanner says of them ----------------------------------------------------------------------------

    private static byte[] photo() {
        return SentFiles.jpeg(500 + ++sent, 60);
    }

    @Test
    void a_photo_is_kept_once_the_scanner_has_looked_into_all_of_it() {
        byte[] photo = photo();

        assertThat(upload(COLLEAGUE, "a.jpg", photo).status()).isEqualTo(201);
        assertThat(Scanner.lookedInto()).isEqualTo(photo);
    }

    @Test
    void what_the_scanner_finds_something_in_is_refused_in_both_languages_and_nothing_is_kept() {
        Map<String, Long> before = rows();

        Answer answer = upload(COLLEAGUE, "a.jpg", joined(photo(), bytes(Scanner.INFECTED)));

        assertProblem(answer, 400);
        assertThat(answer.json().get("detailZh").asText()).contains("病毒扫描在这个文件中发现了问题，未予保存");
        assertThat(answer.json().get("detailEn").asText()).contains("so it was not kept");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void while_the_scanner_is_down_nothing_is_taken_unseen_and_texts_go_on() {
        Scanner.stop();
        Map<String, Long> before = rows();

        Answer answer = upload(COLLEAGUE, "a.jpg", photo());

        assertProblem(answer, 409);
        assertThat(answer.json().get("detailZh").asText()).contains("病毒扫描暂时不可用，文件未保存。请稍后再试");
        assertThat(rows()).isEqualTo(before);
        assertThat(http.post(COLLEAGUE, "/api/concerns", Cases.concern(), "Idempotency-Key", "unscanned-" + ++sent)
                        .status())
                .isEqualTo(201);

        Scanner.start();
        assertThat(upload(COLLEAGUE, "a.jpg", photo()).status()).isEqualTo(201);
    }

    /** What nobody was told of is nobody's: neither in the list of what can be added, nor usable by its id. */
    @Test
    void what_was_refused_can_be_added_to_nothing() {
        upload(COLLEAGUE, "a.jpg", joined(photo(), bytes(Scanner.INFECTED)));

        assertThat(http.get(COLLEAGUE, "/api/files").json()).isEmpty();
        Map<String, Object> form = Cases.concern();
        form.put("files", List.of("00000000-0000-4000-8000-000000000000"));
        assertProblem(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "unscanned-" + ++sent), 400);
    }
}
