package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.attachment.SentFiles;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is sent to the product in the wrong way, and how it is answered. */
abstract class BadlyAsked {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

    // --- files -------------------------------------------------------------------------------------------------------

    HttpRequest.Builder request(String address, String person, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Authorization", Http.basic(person, OverHttp.PASSWORD))
                .POST(body);
    }

    /** A photo or document, with a type that it does not have. */
    Answer upload(String person, String name, byte[] file) {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/html\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return http.send(request(
                        "/api/files",
                        person,
                        BodyPublishers.ofByteArray(SentFiles.joined(head, file, SentFiles.bytes("\r\n--x--\r\n"))))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .build());
    }

    // --- how it is answered ------------------------------------------------------------------------------------------

    /** RFC 9457, in both languages. */
    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).containsPattern("\\p{IsHan}");
        assertThat(problem.get("detailZh").asText()).containsPattern("\\p{IsHan}");
        assertThat(problem.get("detailEn").asText()).isNotBlank().matches("[^。]*");
        assertThat(problem.get("detail")).isEqualTo(problem.get("detailZh"));
    }

    /** Through the engine's API: the sentence that Tasklist shows. */
    static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().get("message").asText())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Exception");
    }

    String number(Answer raised) {
        assertThat(raised.status()).as("%s", raised).isEqualTo(200);
        return raised.json().get("businessKey").asText();
    }

    long concerns() {
        return database.queryForObject("select count(*) from concern", Long.class);
    }

    Map<String, Long> rows() {
        return rows(database);
    }

    /** How many rows there are, table by table. */
    static Map<String, Long> rows(JdbcTemplate database) {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.queryForObject("select count(*) from \"" + table + "\"", Long.class),
                        (a, b) -> a,
                        TreeMap::new));
    }
}
