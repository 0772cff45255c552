package org.shangda.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.reporting.SemesterEnd;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever is sent, no answer is that the server failed. Many requests, made up from what the product says of itself: both
 * OpenAPI documents, the engine's also behind its pages; the forms of every kind of work and of every process; every upload.
 *
 * <p>{@code mvn test-compile surefire:test@postgresql -Dtest=FuzzTest -Dshangda.fuzz.requests=20000 -Dshangda.fuzz.seed=7}
 * sends more, and others. What failed is shown as the smallest request that still fails. It comes last, because it leaves a
 * university behind that nobody would like to work in.
 */
@ShangdaTest
// Last, since it leaves much behind.
@Tag("postgresql")
@Order(Integer.MAX_VALUE)
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("shangda.fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("shangda.fuzz.seed", 1L);
    private static final int MOST_FAILURES = 25;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    Courses courses;

    @Autowired
    WorkItems workItems;

    @Autowired
    SemesterEnd semesterEnd;

    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private long longest;
    private Shot slowest;

    @Test
    void no_request_makes_the_server_fail() throws IOException {
        TestTime.set(TestTime.MONDAY);
        aUniversityAtWork();
        Target target = new Target(port);
        Requests requests = new Requests(
                new Odd(SEED),
                new Operations(new ObjectMapper().readTree(engineApi())),
                new Operations(new ObjectMapper()
                        .readTree(target.send(Shot.of("admin", "GET", "/v3/api-docs"))
                                .body())),
                courses,
                workItems,
                engine);
        for (int i = 0; i < REQUESTS && failures.size() < MOST_FAILURES; i++) {
            if (i % 100 == 0) {
                // Whoever was told to wait need not wait for ever.
                TestTime.set(TestTime.now().plusSeconds(60));
            }
            Shot shot = requests.next();
            HttpResponse<String> answer = timed(target, shot);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (isFailure(answer)) {
                Shot small = smallest(target, shot);
                failures.putIfAbsent(
                        kind(small), i + ": " + small + "\n -> " + answer.statusCode() + " " + answer.body());
            }
        }
        System.out.printf(
                "%d requests (seed %d): %s; longest %d ms: %s; forms of %s%n",
                REQUESTS, SEED, statuses, longest, slowest.method() + " " + slowest.path(), requests.reached());
        assertThat(failures.values()).isEmpty();
        assertThat(statuses.getOrDefault(200, 0))
                .as("requests that were answered")
                .isGreaterThan(REQUESTS / 20);
    }

    /** Work of many kinds; what is handed in makes more of it. */
    private void aUniversityAtWork() {
        for (String level : List.of("branch", "college", "department", "organization-department", "assigning-office")) {
            cases.at(level, "problem");
        }
        cases.at("college", "hazard");
        cases.answeredBy("branch", "suggestion");
        cases.answeredBy("department", "difficulty");
        cases.exit(Cases.SECRETARY, cases.at("branch", "problem"), "ask", Map.of("words", "请补充房号。"));
        cases.exit(Cases.COLLEGE_CLERK, cases.at("college", "problem"), "pass-up", Map.of("unit", Cases.DEPARTMENT));
        cases.exit(
                Cases.DEPARTMENT_CLERK, cases.at("department", "problem"), "assist", Map.of("units", List.of("cwc")));
        String late = cases.at("branch", "problem");
        pairings.clear();
        String pair = contacts.begin(Contacts.MEMBER, Contacts.OTHER_COLLEAGUE);
        contacts.begin(Contacts.TEACHER, Contacts.TAUGHT);
        contacts.open();
        contacts.register(
                Contacts.MEMBER,
                contacts.sheet(Contacts.MEMBER, "2026-03"),
                Contacts.with(Contacts.row(pair, "2026-03-02", "visit"), "note", "谈了住房。"));
        contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
        pairings.ask(Cases.MEMBER, Cases.COLLEAGUE);
        pairings.existing(Cases.COLLEGE_CLERK, "zhaoxin", "majie", "2025-09-01");
        pairings.plan(Cases.COLLEGE_CLERK, Map.of());
        semesterEnd.open();
        cases.passTo(late, "2026-03-20T17:00:00");
    }

    private HttpResponse<String> timed(Target target, Shot shot) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = target.send(shot);
        long took = (System.nanoTime() - begin) / 1_000_000;
        if (took > longest) {
            longest = took;
            slowest = shot;
        }
        return answer;
    }

    /** A failure, or an answer in words that are nobody's business. */
    private static boolean isFailure(HttpResponse<String> answer) {
        return answer.statusCode() >= 500
                || answer.statusCode() >= 400
                        && answer.body()
                                .matches(
                                        "(?s).*(ENGINE-\\d|org\\.(camunda|shangda|springframework)\\.|java\\.\\w+\\.|Exception\\b).*");
    }

    private static Shot smallest(Target target, Shot shot) {
        Shot small = shot;
        boolean shrinks = true;
        while (shrinks) {
            shrinks = false;
            for (Shot smaller : small.smaller()) {
                if (isFailure(target.send(smaller))) {
                    small = smaller;
                    shrinks = true;
                    break;
                }
            }
        }
        return small;
    }

    /** The same failure at another id is the same. */
    private static String kind(Shot shot) {
        return shot.method() + shot.path().replaceAll("=[^&]*", "").replaceAll("/[^/?]*[%\\d][^/?]*", "/x");
    }

    private static InputStream engineApi() {
        return FuzzTest.class.getResourceAsStream("/openapi.json");
    }
}
