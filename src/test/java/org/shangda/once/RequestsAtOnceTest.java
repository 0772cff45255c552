package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.AtOnce;
import org.shangda.AtOnce.Outcome;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every request of the product's API that changes something, sent twice at the same moment: it has one effect. */
@ShangdaTest
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsAtOnceTest {

    private static final int ROUNDS = 2;

    @LocalServerPort
    int port;

    @Autowired
    ChangingRequests requests;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    private Traces traces;

    @BeforeAll
    void remember() {
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        traces.end();
        requests.takeBack();
    }

    @TestFactory
    Stream<DynamicTest>
            a_request_that_is_sent_twice_at_once_has_one_effect_and_nobody_is_told_that_the_system_failed() {
        return requests.addresses().stream().map(address -> DynamicTest.dynamicTest(address, () -> sentTwice(address)));
    }

    private void sentTwice(String address) {
        HttpRequest single = requests.fresh(address);
        Map<String, Long> before = Invariants.rows(database);
        assertThat(send(single).statusCode()).isBetween(200, 299);
        Map<String, Long> once = since(before);
        for (int round = 0; round < ROUNDS; round++) {
            HttpRequest request = requests.fresh(address);
            before = Invariants.rows(database);
            List<HttpResponse<String>> answers = AtOnce.together(() -> send(request), () -> send(request)).stream()
                    .map(Outcome::answer)
                    .toList();
            assertThat(since(before)).as("%s", said(answers)).isEqualTo(once);
            assertThat(answers)
                    .as("%s", said(answers))
                    .extracting(HttpResponse::statusCode)
                    .allMatch(status -> status < 300 || status == 409)
                    .anyMatch(status -> status < 300);
            if (answers.stream().allMatch(answer -> answer.statusCode() == 201)) {
                assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
            }
            Invariants.hold(database);
        }
    }

    @Test
    void one_text_over_form_and_api_at_once_is_one_concern() {
        TestTime.set(TestTime.MONDAY);
        for (String key : List.of("form-and-api-1", "form-and-api-2")) {
            Map<String, Object> text = Cases.concern();
            int before = cases.concerns();
            List<Outcome<Object>> both = AtOnce.together(
                    () -> cases.raise(Cases.COLLEAGUE, text),
                    () -> send(requests.json(Cases.COLLEAGUE, "POST", "/api/concerns", text)
                                    .header("Idempotency-Key", key)
                                    .build())
                            .statusCode());

            assertThat(cases.concerns()).isEqualTo(before + 1);
            Outcome<Object> form = both.get(0);
            if (form.succeeded()) {
                assertThat(both.get(1).answer()).isEqualTo(409);
            } else {
                FormsAtOnceTest.isTold(form);
                assertThat(both.get(1).answer()).isEqualTo(201);
            }
        }
    }

    private Map<String, Long> since(Map<String, Long> before) {
        Map<String, Long> effect = new TreeMap<>(Invariants.rows(database));
        before.forEach((table, rows) -> effect.merge(table, -rows, Long::sum));
        return effect;
    }

    private static String said(List<HttpResponse<String>> answers) {
        return answers.stream().map(one -> one.statusCode() + " " + one.body()).collect(Collectors.joining("\n"));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return new Http(port).send(request);
    }
}
