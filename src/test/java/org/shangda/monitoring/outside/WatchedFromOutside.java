package org.shangda.monitoring.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looks at the product as Prometheus and a probe do. */
abstract class WatchedFromOutside {

    static final String WATCHER = "prometheus";

    @Autowired
    Cases cases;

    @Autowired
    Monitoring monitoring;

    @Autowired
    Watch watch;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    Http http;

    @BeforeEach
    final void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        http = new Http(port);
        Users.create(engine, WATCHER, "watchers");
    }

    @AfterEach
    final void over() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        engine.getIdentityService().deleteUser(WATCHER);
    }

    /** A minute goes by: the product looks and measures, and Prometheus asks. */
    final Scrape minute() {
        assertThat(monitoring.look()).isTrue();
        watch.measure();
        return scrape();
    }

    final Scrape scrape() {
        HttpResponse<String> answer = http.get("/actuator/prometheus", as(WATCHER, Users.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body());
    }

    /** Why the work does not go on; empty when it does. */
    final List<String> reasons() {
        HttpResponse<String> answer = http.get("/actuator/health/work", as("admin", "demo"));
        try {
            var health = new ObjectMapper().readTree(answer.body());
            List<String> reasons = new ArrayList<>();
            health.at("/components/workGoesOn/details/reasons").forEach(reason -> reasons.add(reason.asText()));
            assertThat(answer.statusCode()).isEqualTo(reasons.isEmpty() ? 200 : 503);
            assertThat(health.path("status").asText()).isEqualTo(reasons.isEmpty() ? "UP" : "DOWN");
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
