package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shangda.Cases.COLLEAGUE;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.WhatIf.Answer;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 试算: an administrator sees what another table would make of today's list before anybody meets it. */
@ShangdaTest
class WhatIfProcessTest extends StalledCases {

    @Autowired
    WhatIf whatIf;

    @LocalServerPort
    int port;

    @Test
    void a_later_threshold_takes_rows_away_and_stores_nothing() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        assertThat(causes(number)).containsExactly("handle-overdue");

        Answer answer = whatIf("stalled-when.dmn", Modeler.withCell("stalled-when", "Rule_HandleOverdue", "n", "5"));

        assertThat(answer.rows())
                .filteredOn(row -> number.equals(row.number()))
                .extracting(WhatIf.Row::appears, WhatIf.Row::causeLabel)
                .containsExactly(tuple(false, "逾期未办结"));
        assertThat(causes(number)).containsExactly("handle-overdue");
    }

    @Test
    void shorter_days_of_a_level_make_open_visits_late_that_are_in_time_today() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-10T10:00:00");
        assertThat(causes(number)).isEmpty();

        Answer answer = whatIf("level-deadlines.dmn", branchDays(5));

        assertThat(answer.rows())
                .filteredOn(row -> number.equals(row.number()))
                .extracting(WhatIf.Row::appears, WhatIf.Row::causeLabel)
                .containsExactly(tuple(true, "逾期未办结"));
        assertThat(whatIf("level-deadlines.dmn", branchDays(6)).rows()).noneMatch(row -> number.equals(row.number()));
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void the_table_in_force_changes_nothing() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");

        assertThat(whatIf("stalled-when.dmn", Modeler.shipped("stalled-when.dmn"))
                        .causes())
                .isEmpty();
        assertThat(whatIf("level-deadlines.dmn", Modeler.shipped("level-deadlines.dmn"))
                        .causes())
                .isEmpty();
    }

    @Test
    void another_file_and_a_table_that_may_not_be_deployed_are_refused_with_a_sentence() {
        assertThat(sent("words.dmn", Modeler.shipped("words.dmn")))
                .startsWith("400 ")
                .contains("请选择 stalled-when.dmn");
        assertThat(sent("level-deadlines.dmn", branchDays(0)))
                .startsWith("400 ")
                .contains("level-deadlines.dmn");
        assertThat(sent("stalled-when.dmn", Modeler.shipped("stalled-when.dmn")))
                .startsWith("200 ")
                .contains("\"causes\":[]");
    }

    private Answer whatIf(String file, String table) {
        return whatIf.ask(file, table.getBytes(StandardCharsets.UTF_8));
    }

    private String sent(String file, String table) {
        String body = "--table\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file + "\"\r\n\r\n"
                + table + "\r\n--table--\r\n";
        HttpResponse<String> answer = new Http(port)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/rules/what-if"))
                        .header("Authorization", Http.basic("admin", "demo"))
                        .header("Content-Type", "multipart/form-data; boundary=table")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        return answer.statusCode() + " " + answer.body();
    }

    private static String branchDays(int days) {
        return Modeler.withCell("level-deadlines", "Rule_Branch", "handleDays", Integer.toString(days));
    }
}
