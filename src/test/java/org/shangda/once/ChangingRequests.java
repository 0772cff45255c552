package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.shangda.Cases;
import org.shangda.OpenForms;
import org.shangda.Pairings;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.attachment.SentFiles;
import org.shangda.concern.process.MergedCases;
import org.shangda.engine.running.Suspending;
import org.shangda.engine.running.Suspending.Suspension;
import org.shangda.monitoring.Monitoring;
import org.shangda.probe.Http;
import org.shangda.university.StandInPosts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every request of the product's API that changes something, with what it changes. */
@TestComponent
public class ChangingRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By method and address; each time with other content, so that it has an effect each time. */
    private final Map<String, Function<Integer, HttpRequest>> requests = new HashMap<>();

    /** How often each was asked for. */
    private final Map<String, Integer> asked = new HashMap<>();

    private final Environment environment;
    private final RequestMappingHandlerMapping addresses;
    private final Pairings pairings;
    private final ProcessEngine engine;
    private final JdbcTemplate database;

    ChangingRequests(
            Environment environment,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            Pairings pairings,
            Cases cases,
            MergedCases merged,
            ProcessEngine engine,
            Summaries summaries,
            Monitoring monitoring,
            Suspending suspending,
            StandInPosts standIns,
            JdbcTemplate database) {
        this.environment = environment;
        this.addresses = addresses;
        this.pairings = pairings;
        this.engine = engine;
        this.database = database;
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
        requests.put("POST /api/account/language", n -> {
            database.update("delete from account_language where account = ?", Cases.COLLEAGUE);
            return json(Cases.COLLEAGUE, "POST", "/api/account/language", Map.of("language", "zh-CN"))
                    .build();
        });
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
                                Map.of("programme", "zhejiang", "from", (2040 + n) + "-01-01"))
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
        requests.putAll(SentTogether.of(this, cases, merged));
        requests.put("PUT /api/cases/{number}/suspension", n -> {
            TestTime.set(TestTime.MONDAY);
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            return json(
                            "yebo",
                            "PUT",
                            "/api/cases/" + number + "/suspension",
                            Map.of("reason", "等待搬迁。", "until", "2026-03-09"))
                    .build();
        });
        requests.put("DELETE /api/cases/{number}/suspension", n -> {
            TestTime.set(TestTime.MONDAY);
            String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
            suspending.suspend(number, new Suspension("等待搬迁。", LocalDate.parse("2026-03-09")), "yebo");
            return request("yebo", "/api/cases/" + number + "/suspension")
                    .DELETE()
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
        requests.put("POST /api/stalled/act/{action}", n -> {
            database.update("delete from stalled_watch");
            cases.endAll();
            TestTime.set(TestTime.MONDAY);
            cases.passTo(cases.raise(Cases.COLLEAGUE, Cases.concern()), "2026-03-12T10:00:00");
            monitoring.look();
            String subject =
                    database.queryForObject("select subject from stalled where cause = 'handle-overdue'", String.class);
            return json(Cases.COLLEGE_CLERK, "POST", "/api/stalled/act/watch", Map.of("rows", Set.of(subject)))
                    .build();
        });
        requests.put("DELETE /api/stalled/stand-ins/{unit}", n -> {
            pairings.roster(lines -> lines.replaceAll("(?m)^(tianguoqing|jiangbo),.*\\R", ""));
            standIns.name(Cases.ASSIGNING_CLERK, "hqc", Cases.PERSONNEL_CLERK, LocalDate.parse("2026-03-09"));
            return request(Cases.ASSIGNING_CLERK, "/api/stalled/stand-ins/hqc")
                    .DELETE()
                    .build();
        });
        requests.putAll(SentAbsences.of(this::port));
        requests.putAll(new SentForms(this, cases).requests());
        requests.putAll(new SentAgenda(this, cases, database).requests());
        requests.put("POST /api/files", n -> {
            database.update("delete from attachment where case_number is null");
            return photo(n);
        });
        requests.put("DELETE /api/files/{file}", n -> {
            database.update("delete from attachment where case_number is null");
            assertThat(new Http(port()).send(photo(n)).statusCode()).isEqualTo(201);
            String file = database.queryForObject("select id from attachment where case_number is null", String.class);
            return request(Cases.COLLEAGUE, "/api/files/" + file).DELETE().build();
        });
        requests.putAll(new SentRules(this::port, () -> database).requests());
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
                        "code,name,from,to\n%d-%d-1,一次,%d-09-01,%d-01-20\n"
                                .formatted(2060 + n, 2061 + n, 2060 + n, 2061 + n)));
    }

    /** Method and address of each, as the product maps them. */
    public Set<String> addresses() {
        return addresses.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getName().matches("org\\.shangda\\.\\w+\\.web\\..*"))
                .flatMap(one -> one.getKey().getMethodsCondition().getMethods().stream()
                        .filter(method -> method != RequestMethod.GET)
                        .flatMap(method ->
                                one.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether it is known what is sent to an address. */
    public boolean know(String address) {
        return requests.containsKey(address);
    }

    /** Of which each has an effect. */
    public HttpRequest fresh(String address) {
        assertThat(requests)
                .as(
                        "Nobody has said what is sent to “%s”: add it to %s.",
                        address, getClass().getSimpleName())
                .containsKey(address);
        TestTime.set(TestTime.MONDAY);
        return requests.get(address).apply(asked.merge(address, 1, Integer::sum));
    }

    /** As before everything that was sent. */
    public void takeBack() {
        TestTime.set(TestTime.MONDAY);
        MovedTwice.end(engine);
        SentRules.takeBack(engine.getRepositoryService());
        SentAbsences.takeBack(this::port);
        pairings.clear();
        pairings.roster(lines -> lines);
        database.update("delete from stalled_watch");
        database.update("delete from attachment where case_number is null");
        database.update("delete from programme_use where from_day > date '2040-01-01'");
        database.update("delete from programme where code like 'once-%' or family = 'once'");
        database.update("delete from school_vacation where campus like 'once%'");
        database.update("delete from academic_term where code > '2060'");
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder json(String person, String method, String path, Object body) {
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

    private HttpRequest photo(int n) {
        byte[] head = "--once\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        return request(Cases.COLLEAGUE, "/api/files")
                .header("Content-Type", "multipart/form-data; boundary=once")
                .POST(BodyPublishers.ofByteArray(
                        SentFiles.joined(head, SentFiles.jpeg(20 + n, 20), SentFiles.bytes("\r\n--once--\r\n"))))
                .build();
    }

    private HttpRequest posted(String person, String path) {
        return request(person, path).POST(BodyPublishers.noBody()).build();
    }

    HttpRequest.Builder request(String person, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
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
