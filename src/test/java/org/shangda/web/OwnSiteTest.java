package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.basic;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page of another site makes a browser send is refused, with each of its signs, at every entrance. */
@ShangdaTest
class OwnSiteTest {

    private static final String LOGIN = basic("admin", "demo");
    private static final String[] ENTRANCES = {
        "/engine-rest/task?maxResults=9", "/api/probe/wish", "/camunda/api/engine/engine/default/task?maxResults=9"
    };

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site | cross-site",
                "Sec-Fetch-Site | same-site",
                "Origin | https://evil.example",
                "Origin | null",
                "Origin | http://localhost.evil.example:%d",
                "Origin | http://localhost:1",
                "Origin | https://localhost:%d",
                "Origin | http://evil.example@localhost:%d.evil.example",
                "Origin | file://evil",
                "Referer | https://evil.example/localhost:%d/",
                "Referer | http://localhost:1/x",
                "User-Agent | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Sec-Fetch-Mode | no-cors",
                "Upgrade-Insecure-Requests | 1"
            })
    void a_browser_that_does_not_say_that_it_is_from_here_is_refused(String header, String value) {
        for (String entrance : ENTRANCES) {
            assertThat(post(entrance, "Authorization", LOGIN, header, here(value)))
                    .as(entrance)
                    .isEqualTo(403);
        }
    }

    @Test
    void one_sign_that_is_right_does_not_make_up_for_one_that_is_wrong() {
        String here = "http://localhost:" + port;
        for (String entrance : ENTRANCES) {
            assertThat(post(entrance, "Authorization", LOGIN, "Sec-Fetch-Site", "same-origin", "Origin", "http://evil"))
                    .isEqualTo(403);
            assertThat(post(entrance, "Authorization", LOGIN, "Sec-Fetch-Site", "cross-site", "Origin", here))
                    .isEqualTo(403);
            assertThat(post(entrance, "Authorization", LOGIN, "Origin", here, "Referer", "http://evil/"))
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site | same-origin",
                "Origin | http://localhost:%d",
                "Origin | http://LOCALHOST:%d",
                "Referer | http://localhost:%d/swagger-ui/index.html"
            })
    void a_browser_that_is_from_here_is_served(String header, String value) {
        String browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        assertThat(post(ENTRANCES[0], "Authorization", LOGIN, "User-Agent", browser, header, here(value)))
                .isEqualTo(200);
        assertThat(post(ENTRANCES[1], "Authorization", LOGIN, "User-Agent", browser, header, here(value)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl/8.5.0", "python-requests/2.32", "Java-http-client/17"})
    void a_program_needs_no_page(String program) {
        assertThat(post(ENTRANCES[0], "Authorization", LOGIN, "User-Agent", program))
                .isEqualTo(200);
        assertThat(post(ENTRANCES[1], "Authorization", LOGIN, "User-Agent", program))
                .isEqualTo(200);
        assertThat(upload("/api/roster", program)).isEqualTo(400);
    }

    @Test
    void modeler_which_is_a_page_of_a_file_deploys_at_the_engines_api_and_nowhere_else() {
        String[] modeler = {
            "Authorization",
            LOGIN,
            "Origin",
            "file://",
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "cors",
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0) camunda-modeler/5.40.0 Electron/37.0.0"
        };
        assertThat(post(ENTRANCES[0], modeler)).isEqualTo(200);
        assertThat(post(ENTRANCES[1], modeler)).isEqualTo(403);
        modeler[0] = "X-No-Login";
        assertThat(post(ENTRANCES[0], modeler)).isEqualTo(403);
    }

    @Test
    void a_remembered_login_beside_a_session_needs_a_page_or_its_token() {
        http.logInAt("tasklist", "chenyu", "demo");
        assertThat(post(ENTRANCES[0], "Authorization", LOGIN)).isEqualTo(403);
        assertThat(post(ENTRANCES[1], "Authorization", LOGIN)).isEqualTo(403);
        assertThat(post(ENTRANCES[1], "Authorization", LOGIN, "Origin", "http://localhost:" + port))
                .isEqualTo(200);
    }

    @Test
    void a_form_from_elsewhere_does_not_log_in_and_a_wrong_token_does_not_end_the_session() {
        http.logInAt("tasklist", "chenyu", "demo");
        String token = http.cookie("XSRF-TOKEN");
        for (String[] forged : List.of(new String[] {"X-XSRF-TOKEN", "guessed"}, new String[] {}, new String[] {
            "X-XSRF-TOKEN", token, "Origin", "https://evil.example"
        })) {
            assertThat(post(ENTRANCES[2], forged)).isEqualTo(403);
        }
        assertThat(http.get("/api/probe/caller").body()).contains("chenyu");
        assertThat(post(ENTRANCES[2], "X-XSRF-TOKEN", http.cookie("XSRF-TOKEN")))
                .isEqualTo(200);
    }

    @Test
    void a_token_in_a_form_counts_for_nothing() {
        http.logInAt("tasklist", "chenyu", "demo");
        http.get("/api/probe/caller");
        var answer = http.send(HttpRequest.newBuilder(URI.create(http.server() + "/api/probe/wish"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + http.cookie("API-XSRF-TOKEN")))
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void whether_somebodys_password_is_right_is_told_to_nobody_who_asks_for_another() {
        String question = "{\"username\":\"chenyu\",\"password\":\"demo\"}";
        var answer = http.post("/engine-rest/identity/verify", question, "Authorization", LOGIN);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("您没有办理此项的权限。");
    }

    private String here(String value) {
        return value.contains("%d") ? value.formatted(port) : value;
    }

    private int post(String address, String... headers) {
        String body = address.contains("wish") ? "{\"title\":\"a\",\"count\":1}" : "{}";
        return http.post(address, body, headers).statusCode();
    }

    private int upload(String address, String program) {
        List<String> lines = new ArrayList<>();
        lines.add("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"x.csv\"\r\n\r\nx\r\n--b--\r\n");
        return http.send(HttpRequest.newBuilder(URI.create(http.server() + address))
                        .header("Authorization", LOGIN)
                        .header("User-Agent", program)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(String.join("", lines)))
                        .build())
                .statusCode();
    }
}
