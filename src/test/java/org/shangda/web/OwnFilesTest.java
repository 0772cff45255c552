package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.SECRETARY;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the files of the product's own pages travel. */
@ShangdaTest
class OwnFilesTest {

    @LocalServerPort
    int port;

    private Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/page.js", "/reports/desk.css"})
    void a_script_or_a_style_is_packed_on_its_way(String file) {
        HttpResponse<String> answer = get(file, "Accept-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void a_file_that_is_still_the_same_is_not_sent_again() {
        String tag = get("/reports/page.js", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(get("/reports/page.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/reports/desk.js", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String file, String header, String value) {
        return http.get(file, "Authorization", Http.basic(SECRETARY, "demo"), header, value);
    }
}
