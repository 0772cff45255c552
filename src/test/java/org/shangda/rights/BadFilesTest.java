package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.tables.OddFile;
import org.shangda.tables.OddFiles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files that are none, are too large, or say what cannot be. */
@ShangdaTest
@Tag("postgresql")
class BadFilesTest extends BadlyAsked {

    private static final String UNITS = "单位代码,单位名称,单位类型,上级单位代码,校区,办公电话,值班电话\n";
    private static final String UNIVERSITY = "dhdx,东海大学（演示）,学校,,zijingang,,\n";
    private static final String PEOPLE = "工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,任职日期,免职日期,电子邮箱,联系电话\n";

    static Stream<Arguments> wrong_rosters() throws IOException {
        return Stream.of(
                Arguments.of(
                        "duplicate people",
                        "people",
                        "p.csv",
                        (PEOPLE + "x1,甲,jsj1,是,,,,,,\nx1,乙,jsj1,是,,,,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "unknown branch",
                        "people",
                        "p.csv",
                        (PEOPLE + "x1,甲,mars,是,,,,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "unknown parent",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,某学院党委,院级党组织,mars,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "cycle",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,甲党委,院级党组织,y,,,\ny,乙党委,院级党组织,x,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("broken encoding", "units", "u.csv", bytes(UNITS + UNIVERSITY, 0xff, 0xfe, 0x81)),
                Arguments.of(
                        "NUL",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,某\u0000学院党委,院级党组织,dhdx,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "formula",
                        "units",
                        "u.csv",
                        (UNITS + UNIVERSITY + "x,=1+1,院级党组织,dhdx,,,\n").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("formula", "workbook", "w.xlsx", formula()),
                Arguments.of("no workbook", "workbook", "w.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("empty", "people", "p.csv", new byte[0]),
                Arguments.of("no headings", "people", "p.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("picture", "units", "u.png", bytes("\u0089PNG", 0, 1, 2, 3)),
                Arguments.of("odd name", "units", "../../u.csv", new byte[] {1, 2, 3}));
    }

    private static byte[] bytes(String text, int... more) {
        byte[] start = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[start.length + i] = (byte) more[i];
        }
        return all;
    }

    private static byte[] formula() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("单位");
            String[] headings = UNITS.strip().split(",");
            var heading = sheet.createRow(0);
            var row = sheet.createRow(1);
            for (int i = 0; i < headings.length; i++) {
                heading.createCell(i).setCellValue(headings[i]);
                row.createCell(i).setCellFormula("1+1");
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource
    void wrong_rosters(String what, String part, String name, byte[] file) {
        var before = rows();
        assertProblem(upload("/api/roster", part, name, file), 400);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/calendar/notices", "/api/calendar/vacations"})
    void a_calendar_that_is_none_is_refused(String address) {
        var before = rows();
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {0, 1, 2, 3},
                "garbage".getBytes(StandardCharsets.UTF_8),
                bytes("日期,类型\n", 0xff, 0xfe),
                "date,kind\n2026-02-30,x\n".getBytes(StandardCharsets.UTF_8),
                "\u0000,\u0000\n".getBytes(StandardCharsets.UTF_8),
                "\"".getBytes(StandardCharsets.UTF_8))) {
            assertProblem(upload(address, "file", "n.csv", file), 400);
        }
        assertProblem(upload(address, "other", "n.csv", new byte[] {1}), 400);
        assertProblem(http.post("admin", address, "{}"), 415);
        assertThat(rows()).isEqualTo(before);
    }

    /** What the reader makes of each of them, OddFilesTest says; here, that it comes as an answer, and never as a failure. */
    @ParameterizedTest
    @CsvSource({
        "/api/roster,people",
        "/api/roster,workbook",
        "/api/pairings/import?college=jsj,file",
        "/api/calendar/notices,file",
        "/api/calendar/terms,file"
    })
    @ExtendWith(OutputCaptureExtension.class)
    void no_odd_file_makes_an_upload_fail_and_nothing_of_it_is_logged(
            String address, String part, CapturedOutput output) {
        var before = rows();
        for (OddFile file : OddFiles.all()) {
            String expected = file.expected().get(0);
            if (expected.startsWith("file.")
                    || expected.equals("cell.broken")
                    || file.name().startsWith("broken link")) {
                Answer answer = upload(address, part, "odd", file.content());
                assertThat(answer.status()).as(file.name()).isEqualTo(400);
                assertProblem(answer, 400);
            }
        }
        assertThat(rows()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("mailto", "secret name", "org.apache.poi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/roster", "/api/calendar/notices", "/api/calendar/vacations"})
    void a_file_of_a_hundred_megabytes_is_too_large(String address) {
        var before = rows();
        long size = 100L * 1024 * 1024;
        BodyPublisher zeros = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size);
        assertProblem(
                http.send(request(address, "admin", zeros)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .build()),
                413);
        assertThat(rows()).isEqualTo(before);
    }

    private static class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }

    private Answer upload(String address, String part, String name, byte[] file) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        return http.send(request(address, "admin", BodyPublishers.ofByteArrays(List.of(head, file, foot)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .build());
    }
}
