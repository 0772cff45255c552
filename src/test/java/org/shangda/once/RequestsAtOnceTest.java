package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shangda.AtOnce;
import org.shangda.AtOnce.Outcome;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.OpenForms;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.Traces;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every request of the product's API that changes something, sent twice at the same moment: it has one effect. */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsAtOnceTest {

    private static final int ROUNDS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger FRESH = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping addresses;

    @Autowired
    Pairings pairings;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Contacts contacts;

    @Autowired
    Summaries summaries;

    @Autowired
    JdbcTemplate database;

    /** By method and address; each time with other content, so that it has an effect each time. */
    private final Map<String, Function<Integer, HttpRequest>> requests = new HashMap<>();

    RequestsAtOnceTest() {
        requests.put(
                "POST /api/concerns",
                n -> json(Cases.COLLEAGUE, "POST", "/api/concerns", Cases.concern())
                        .header("Idempotency-Key", "at-once-" + n)
                        .build());
        requests.put(
                "DELETE /api/account/password-notice",
                n -> request(Cases.COLLEAGUE, "/api/account/password-notice")
                        .DELETE()
                        .build());
        requests.put("PUT /api/summaries/{number}/draft", n -> {
            OpenForms.Case summary = summaries.unwritten();
            database.update("delete from summary_draft where number = ?", summary.number());
            return json(
                            summary.person(),
                            "PUT",
                            "/api/summaries/" + summary.number() + "/draft",
                            Map.of("practice", "第 " + n + " 稿"))
                    .build();
        });
        requests.put(
                "POST /api/programmes",
                n -> json("admin", "POST", "/api/programmes", programme("once-" + n))
                        .build());
        requests.put(
                "PUT /api/programmes/uses/{college}",
                n -> json(
                                "admin",
                                "PUT",
                                "/api/programmes/uses/jg",
                                Map.of("programme", "zhejiang", "from", "20" + (40 + n) + "-01-01"))
                        .build());
        requests.put("POST /api/pairings/import", n -> {
            pairings.clear();
            return upload(
                    "/api/pairings/import?college=jsj",
                    "file",
                    "党员,联系对象,结对日期,类别\nsunyan,chenyu,2025-09-" + (10 + n % 20) + ",\n");
        });
        requests.put("POST /api/roster", n -> {
            // So that nobody leaves with it.
            pairings.roster(lines -> lines);
            return upload("/api/roster", "people", people() + arrives(n));
        });
        requests.put("POST /api/roster/undo", n -> {
            pairings.roster(lines -> lines);
            pairings.roster(lines -> lines + arrives(n));
            return posted("admin", "/api/roster/undo");
        });
        requests.put("POST /api/pairings/resume", n -> {
            pairings.clear();
            pairings.pair("shixinyi", "lubin");
            pairings.without("lubin");
            pairings.roster(lines -> lines);
            return posted(Cases.COLLEGE_CLERK, "/api/pairings/resume?college=jsj");
        });
        requests.put("POST /api/given-days", n -> {
            cases.endAll();
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            database.update("update handling set days = 1 where number = ?", number);
            return json("admin", "POST", "/api/given-days", Map.of("reason", "规则调整"))
                    .build();
        });
        requests.put("POST /api/cases/{number}/back", n -> {
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            long seen = database.queryForObject("select max(id) from step where number = ?", Long.class, number);
            return json(
                            "admin",
                            "POST",
                            "/api/cases/" + number + "/back",
                            Map.of("level", "college", "reason", "流程中断", "seen", seen))
                    .build();
        });
        requests.put(
                "POST /api/cases/move",
                n -> json("admin", "POST", "/api/cases/move", MovedTwice.move(cases, engine))
                        .build());
        requests.put("POST /api/bulletins/{number}/read", n -> {
            String number = cases.start(Cases.SECRETARY, "bulletin", OpenForms.bulletin("jsj1"));
            return posted(Cases.COLLEAGUE, "/api/bulletins/" + number + "/read");
        });
        requests.putAll(new SentRules(() -> port, () -> database).requests());
        requests.put("POST /api/calendar/notices", n -> upload("/api/calendar/notices", "file", notice()));
        requests.put(
                "POST /api/calendar/vacations",
                n -> upload(
                        "/api/calendar/vacations",
                        "file",
                        "campus,name,from,to\nonce" + n + ",寒假,2027-02-01,2027-02-20\n"));
        requests.put(
                "POST /api/calendar/terms",
                n -> upload(
                        "/api/calendar/terms",
                        "file",
                        "code,name,from,to\n20%d-20%d-1,一次,20%d-09-01,20%d-01-20\n"
                                .formatted(60 + n, 61 + n, 60 + n, 61 + n)));
    }

    private Traces traces;

    @BeforeAll
    void remember() {
        traces = new Traces(engine, database);
    }

    @AfterAll
    void asBefore() {
        TestTime.set(TestTime.MONDAY);
        traces.end();
        MovedTwice.end(engine);
        SentRules.takeBack(engine.getRepositoryService());
        pairings.clear();
        pairings.roster(lines -> lines);
        database.update("delete from programme_use where from_day > date '2040-01-01'");
        database.update("delete from programme where code like 'once-%'");
        database.update("delete from school_vacation where campus like 'once%'");
        database.update("delete from academic_term where code > '2060'");
    }

    @TestFactory
    Stream<DynamicTest>
            a_request_that_is_sent_twice_at_once_has_one_effect_and_nobody_is_told_that_the_system_failed() {
        return changing().stream().map(address -> DynamicTest.dynamicTest(address, () -> sentTwice(address)));
    }

    private void sentTwice(String address) {
        assertThat(requests)
                .as(
                        "Nobody has said what is sent to “%s”: add it to %s.",
                        address, getClass().getSimpleName())
                .containsKey(address);
        TestTime.set(TestTime.MONDAY);
        HttpRequest single = fresh(address);
        Map<String, Long> before = Invariants.rows(database);
        assertThat(send(single).statusCode()).isBetween(200, 299);
        Map<String, Long> once = since(before);
        for (int round = 0; round < ROUNDS; round++) {
            HttpRequest request = fresh(address);
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
                    () -> send(json(Cases.COLLEAGUE, "POST", "/api/concerns", text)
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

    // --- what is sent ------------------------------------------------------------------------------------------------

    private TreeSet<String> changing() {
        return addresses.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().matches("org\\.shangda\\.\\w+\\.web\\..*"))
                .flatMap(one -> one.getKey().getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method ->
                                one.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpRequest fresh(String address) {
        return requests.get(address).apply(FRESH.incrementAndGet());
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

    private HttpRequest.Builder json(String person, String method, String path, Object body) {
        try {
            return request(person, path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest upload(String path, String part, String file) {
        String body = "--once\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + part
                + ".csv\"\r\n" + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--once--\r\n";
        return request("admin", path)
                .header("Content-Type", "multipart/form-data; boundary=once")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest posted(String person, String path) {
        return request(person, path).POST(BodyPublishers.noBody()).build();
    }

    private HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", Http.basic(person, "demo"));
    }

    private static Map<String, Object> programme(String code) {
        return Map.of("code", code, "family", "once", "name", "一次", "document", "〔2026〕1 号", "from", "2030-01-01");
    }

    private static String arrives(int n) {
        return "\nonce" + n + ",一次,jsj1,否,,,,,,\n";
    }

    /** Of 2026, as it is shipped. */
    private static String notice() {
        return resource("calendar/china-working-days-2018-2026.csv")
                .lines()
                .filter(line -> line.startsWith("date") || line.startsWith("2026"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String people() {
        return resource("demo/people.csv").strip();
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
