package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees which pairs over HTTP, and the import of a file. */
@ShangdaTest
class PairingApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Pairings pairings;

    private OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        http = new OverHttp(port);
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
    }

    @Test
    void the_two_the_secretary_and_the_college_see_a_pair_and_for_others_it_is_not_there() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        for (String person : List.of(MEMBER, COLLEAGUE, SECRETARY, COLLEGE_CLERK)) {
            assertThat(http.get(person, "/api/pairings/" + number).status())
                    .as(person)
                    .isEqualTo(200);
        }
        assertThat(http.get(STRANGER, "/api/pairings/" + number).status()).isEqualTo(404);
        assertThat(http.get("mayan", "/api/pairings/" + number).status()).isEqualTo(404);
        assertThat(http.get(STRANGER, "/api/pairings/PR26-00000000").status()).isEqualTo(404);
        assertThat(http.get(COLLEAGUE, "/api/pairings").body()).contains(number);
        assertThat(http.get("mayan", "/api/pairings").body()).isEqualTo("[]");
    }

    @Test
    void under_which_category_somebody_is_eligible_only_the_college_reads() {
        String number = pairings.pair(MEMBER, COLLEAGUE);
        assertThat(http.get(COLLEGE_CLERK, "/api/pairings?college=jsj")
                        .json()
                        .get(0)
                        .path("category")
                        .asText())
                .isEqualTo("other");
        assertThat(http.get(SECRETARY, "/api/pairings?college=jsj1")
                        .json()
                        .get(0)
                        .path("category")
                        .isNull())
                .isTrue();
        assertThat(http.get(MEMBER, "/api/pairings/" + number)
                        .json()
                        .path("category")
                        .isNull())
                .isTrue();
        assertThat(http.get(SECRETARY, "/api/pairings?college=jsj").status()).isEqualTo(404);
        assertThat(http.get(STRANGER, "/api/pairings?college=jsj").status()).isEqualTo(404);
        assertThat(http.get(STRANGER, "/api/pairings/coverage?college=jsj").status())
                .isEqualTo(404);
        assertThat(http.get("admin", "/api/pairings/coverage?college=jsj").status())
                .isEqualTo(404);
        assertThat(http.get(COLLEGE_CLERK, "/api/pairings/coverage?college=jsj").status())
                .isEqualTo(200);
        assertThat(http.get(COLLEGE_CLERK, "/api/pairings/coverage").status()).isEqualTo(400);
        for (String person : List.of(STRANGER, SECRETARY, "admin")) {
            assertThat(http.get(person, "/api/pairings/shortages?college=jsj").status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(http.get(COLLEGE_CLERK, "/api/pairings/shortages?college=jsj")
                        .status())
                .isEqualTo(200);
        assertThat(http.get(SECRETARY, "/api/pairings/colleges").body()).isEqualTo("[]");
        assertThat(http.get(COLLEGE_CLERK, "/api/pairings/colleges").json())
                .singleElement()
                .satisfies(college -> assertThat(college.path("code").asText()).isEqualTo("jsj"));
        assertThat(http.get(MEMBER, "/api/pairings/handover?person=" + SECRETARY)
                        .status())
                .isEqualTo(404);
        assertThat(http.get(SECRETARY, "/api/pairings/handover?person=" + SECRETARY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_college_and_administrators_import_and_nobody_else() {
        String file = "党员,联系对象,结对日期,类别\nsunyan,chenyu,2025-09-01,\n";
        assertThat(send(STRANGER, "jsj", file).statusCode()).isEqualTo(404);
        assertThat(send(COLLEAGUE, "jsj", file).statusCode()).isEqualTo(404);
        assertThat(send(COLLEGE_CLERK, "keines", file).statusCode()).isEqualTo(400);
        HttpResponse<String> wrong = send(COLLEGE_CLERK, "jsj", file.replace("chenyu", "没有这个人"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("名册中没有“没有这个人”", "pairing.import.refused");
        assertThat(send("admin", "jsj", file).statusCode()).isEqualTo(200);
        assertThat(pairings.numbers("state = 'ACTIVE'")).hasSize(1);
    }

    private HttpResponse<String> send(String person, String college, String file) {
        String boundary = "----pairs";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pairs.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n";
        String login = Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
        Http client = new Http(port);
        return client.send(
                HttpRequest.newBuilder(URI.create(client.server() + "/api/pairings/import?college=" + college))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }
}
