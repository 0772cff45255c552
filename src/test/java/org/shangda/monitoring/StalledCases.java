package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for what stands still, and tells what was found. */
abstract class StalledCases {

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Monitoring monitoring;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    @BeforeEach
    final void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    @AfterEach
    final void over() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
    }

    final String received(String level) {
        String number = cases.at(level, "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        return number;
    }

    /** Looks, and tells why the case stands still. */
    final List<String> causes(String number) {
        assertThat(monitoring.look()).isTrue();
        return listed(number);
    }

    /** Without what is only likely: that hangs on what has become of every other test's cases. */
    final List<String> listed(String number) {
        return database.queryForList(
                "select cause from stalled where number = ? and cause <> 'likely-late' order by cause",
                String.class,
                number);
    }

    final String found(String number, String cause, String column) {
        return database.queryForObject(
                "select " + column + " from stalled where number = ? and cause = ?", String.class, number, cause);
    }

    final List<String> all(String cause) {
        return database.queryForList("select detail from stalled where cause = ?", String.class, cause);
    }

    /** A case like it, which was raised just now, is none of it. */
    final void assertSiblingIsNotListed() {
        assertThat(causes(cases.raise("zhoutao", Cases.concern()))).isEmpty();
    }

    /** As an operator reads it on the page: why the case stands still. */
    final String why(String number, String cause) throws IOException {
        for (JsonNode row : rows(cause)) {
            if (number.equals(row.path("number").asText())) {
                return row.path("why").asText();
            }
        }
        throw new AssertionError(number + " is not listed as " + cause);
    }

    final List<String> whys(String cause) throws IOException {
        List<String> whys = new ArrayList<>();
        rows(cause).forEach(row -> whys.add(row.path("why").asText()));
        return whys;
    }

    private JsonNode rows(String cause) throws IOException {
        return new ObjectMapper()
                .readTree(new Http(port)
                        .get("/api/stalled?cause=" + cause, Http.as("yebo", "demo"))
                        .body())
                .path("rows");
    }
}
