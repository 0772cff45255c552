package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.attachment.SentFiles;
import org.shangda.rights.OverHttp.Answer;

/** Photos and documents with a concern: sent, refused in words, and read by whoever reads its text, by nobody else. */
@ShangdaTest
class ConcernFilesTest extends BadlyAsked {

    /** Of {@code COLLEAGUE}. */
    private static final String UNIT = "计算机系教工党支部";

    private static final String TELEPHONE = "0500-8888 2047";

    private static int sent;

    @AfterEach
    void nothingIsLeft() {
        cases.endAll();
        database.update("delete from attachment where case_number is null");
    }

    // --- sending -----------------------------------------------------------------------------------------------------

    /** A photo that nobody has sent before. @return its id */
    private String photo(String person, String name) {
        sent++;
        Answer answer = upload(person, name, SentFiles.photo(400 + sent, 300, 6));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asText();
    }

    private String raise(Map<String, Object> form) {
        Answer answer = http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "files-" + ++sent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("number").asText();
    }

    private String raiseWith(String photo, Map<String, Object> wishes) {
        Map<String, Object> form = Cases.concern();
        form.put("files", List.of(photo));
        form.put("place", "三号楼 402");
        form.putAll(wishes);
        return raise(form);
    }

    private static String files(String number) {
        return "/api/concerns/" + number + "/files";
    }

    // --- with a concern ----------------------------------------------------------------------------------------------

    @Test
    void a_photo_goes_with_the_concern_without_where_it_was_taken() {
        String photo = photo(COLLEAGUE, "漏水.html");
        String number = raiseWith(photo, Map.of());

        HttpResponse<byte[]> file = http.bytes(SECRETARY, files(number) + "/" + photo);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain(SentFiles.HIDDEN);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox", "default-src 'none'");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline")
                .contains("filename*=UTF-8''%E6%BC%8F%E6%B0%B4.jpg");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(http.bytes(SECRETARY, files(number) + "/" + photo + "/thumbnail")
                        .body())
                .startsWith(0xff, 0xd8);
        Answer page = http.get(SECRETARY, "/api/concerns/" + number);
        assertThat(page.json().get("place").asText()).isEqualTo("三号楼 402");
        assertThat(page.json().at("/files/0/name").asText()).isEqualTo("漏水.jpg");
    }

    @Test
    void a_document_is_saved_and_has_no_small_picture() {
        String pdf =
                upload(COLLEAGUE, "报价.pdf", SentFiles.pdf()).json().get("id").asText();
        String number = raiseWith(pdf, Map.of());

        HttpResponse<byte[]> file = http.bytes(SECRETARY, files(number) + "/" + pdf);

        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertProblem(http.get(SECRETARY, files(number) + "/" + pdf + "/thumbnail"), 404);
    }

    @Test
    void tasklists_form_takes_what_was_uploaded_elsewhere_and_so_do_words_that_are_added() {
        String first = photo(COLLEAGUE, "1.jpg");
        Map<String, Object> form = Cases.concernWith("files", List.of(first));
        String number = cases.raise(COLLEAGUE, form);
        String second = photo(COLLEAGUE, "2.jpg");
        cases.act(
                COLLEAGUE,
                number,
                "UserTask_MyConcern",
                Map.of("action", "paper", "words", "又拍了一张。", "files", List.of(second)));
        cases.exit(SECRETARY, number, "ask");
        String third = photo(COLLEAGUE, "3.jpg");
        VariableMap shown = cases.show(COLLEAGUE, cases.task(number, "UserTask_Supplement"));
        assertThat(shown.get("unusedFiles").toString()).contains(third, "3.jpg");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "第三张。", "files", List.of(third)));

        assertThat(http.get(SECRETARY, files(number)).json())
                .extracting(file -> file.get("id").asText())
                .containsExactly(first, second, third);
        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("fileLinks")
                        .toString())
                .contains("- [1.jpg](../../../.." + files(number) + "/" + first + ")", "/" + third + ")");
    }

    @Test
    void a_concern_that_names_a_file_that_is_not_the_callers_is_not_raised() {
        int before = cases.concerns();
        Map<String, Object> form = Cases.concern();
        form.put("files", List.of(photo(MEMBER, "a.jpg")));
        assertProblem(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "not-mine-" + ++sent), 400);
        form.put("files", Arrays.asList("x", null));
        assertProblem(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "not-mine-" + ++sent), 400);
        form.put("files", Arrays.asList((String) null));
        assertProblem(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "not-mine-" + ++sent), 400);
        form.put("files", List.of());
        form.put("place", "长".repeat(101));
        assertProblem(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "not-mine-" + ++sent), 400);
        assertThat(cases.concerns()).isEqualTo(before);
    }

    @Test
    void the_name_of_a_file_is_neither_markdown_nor_html_on_a_form() {
        String photo = photo(COLLEAGUE, "a](javascript:x) <b>{{number}}.jpg");
        String number = raiseWith(photo, Map.of());

        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("fileLinks")
                        .toString())
                .contains("\\]\\(javascript:x\\)", "../.." + files(number) + "/" + photo + ")")
                .doesNotContain("<b>", "{{", "](javascript");
    }

    // --- who reads it ------------------------------------------------------------------------------------------------

    @Test
    void whoever_may_not_read_the_concern_learns_that_there_is_none() {
        String photo = photo(COLLEAGUE, "a.jpg");
        String number = raiseWith(photo, Map.of("standAside", OTHER_COLLEGE_CLERK));
        cases.exit(SECRETARY, number, "pass-up");

        for (String path : List.of("", "/" + photo, "/" + photo + "/thumbnail")) {
            for (String reader : List.of(COLLEAGUE, SECRETARY, COLLEGE_CLERK, COLLEGE_HEAD)) {
                assertThat(http.bytes(reader, files(number) + path).statusCode())
                        .as(reader + path)
                        .isEqualTo(200);
            }
            for (String reader : List.of(OTHER_COLLEGE_CLERK, STRANGER, DEPARTMENT_CLERK, "zhoutao", "admin", "yebo")) {
                assertProblem(http.get(reader, files(number) + path), 404);
                assertThat(everything(reader, files(number) + path).replace(number, "SD26-00000000"))
                        .isEqualTo(everything(reader, files("SD26-00000000") + path));
            }
        }
        String other = cases.raise(COLLEAGUE, Cases.concern());
        assertProblem(http.get(COLLEAGUE, files(other) + "/" + photo), 404);
    }

    /** Status, headers and each byte; what differs with every answer is the time of day, and the token of a page. */
    private String everything(String reader, String path) {
        HttpResponse<byte[]> answer = http.bytes(reader, path);
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("set-cookie");
        return answer.statusCode() + " " + headers + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void a_concern_for_its_first_receiver_shows_its_files_to_nobody_else() {
        String photo = photo(COLLEAGUE, "a.jpg");
        String number = raiseWith(photo, Map.of("travel", "first-receiver-only"));

        assertThat(http.bytes(SECRETARY, files(number) + "/" + photo).statusCode())
                .isEqualTo(200);
        assertProblem(http.get(COLLEGE_CLERK, files(number) + "/" + photo), 404);
    }

    @Test
    void a_unit_that_assists_reads_the_files_as_long_as_its_form_shows_the_text() {
        String photo = photo(COLLEAGUE, "a.jpg");
        String number = raiseWith(photo, Map.of());
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        cases.approve(COLLEGE_HEAD, number);
        assertProblem(http.get(PERSONNEL_CLERK, files(number)), 404);
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));

        assertThat(http.bytes(PERSONNEL_CLERK, files(number) + "/" + photo).statusCode())
                .isEqualTo(200);
        cases.act(PERSONNEL_CLERK, number, "UserTask_Opinion", Map.of("words", "没有意见。"));
        assertProblem(http.get(PERSONNEL_CLERK, files(number) + "/" + photo), 404);
    }

    @Test
    void where_the_name_does_not_travel_neither_does_what_would_tell_it() {
        String photo = photo(COLLEAGUE, "陈宇的房间.jpg");
        String number = raiseWith(photo, Map.of("travel", "nameless-above-branch"));
        String toTheBranch =
                cases.show(SECRETARY, cases.task(number, "UserTask_Handle")).toString();
        assertThat(toTheBranch).contains("陈宇的房间", UNIT, TELEPHONE);
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        String above =
                cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle")).toString()
                        + http.get(COLLEGE_CLERK, "/api/concerns/" + number).body()
                        + http.get(COLLEGE_CLERK, files(number)).body()
                        + http.bytes(COLLEGE_CLERK, files(number) + "/" + photo)
                                .headers()
                                .map();

        assertThat(above).contains(photo, "附件 1.jpg").doesNotContain("陈宇", "%E9%99%88", TELEPHONE);
    }

    @Test
    void a_handler_sees_the_unit_and_the_telephone_of_whom_the_concern_names() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");

        JsonNode page = http.get(COLLEGE_CLERK, "/api/concerns/" + number).json();
        assertThat(page.get("colleagueUnit").asText()).isEqualTo(UNIT);
        assertThat(page.get("colleagueTelephone").asText()).isEqualTo(TELEPHONE);
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"))
                        .get("colleagueContact"))
                .isEqualTo(" · " + UNIT + " " + TELEPHONE);
    }

    // --- how much ----------------------------------------------------------------------------------------------------

    /** A photo of ten megabytes comes through at its own address, and what is too large there says its own limit. */
    @Test
    void ten_megabytes_are_let_through_here_and_nowhere_else() {
        byte[] photo = SentFiles.joined(SentFiles.jpeg(90, 90), new byte[9 * 1024 * 1024]);
        assertThat(upload(COLLEAGUE, "large.jpg", photo).status()).isEqualTo(201);
        assertThat(upload(COLLEAGUE, "larger.jpg", new byte[12 * 1024 * 1024]).body())
                .contains("10 MB");
        Answer elsewhere = http.send(request("/api/roster", "admin", BodyPublishers.ofByteArray(photo))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .build());
        assertThat(elsewhere.status()).isEqualTo(413);
        assertThat(elsewhere.body()).contains("5 MB");
    }

    @Test
    void whoever_has_no_login_uploads_nothing() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/files"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1000])));

        assertThat(http.send(request.build()).status()).isIn(401, 403);
    }
}
