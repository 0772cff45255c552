package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.Summaries;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.shangda.probe.Http;
import org.shangda.reporting.SemesterEnd;
import org.shangda.rights.Addresses.Address;
import org.shangda.rights.Parameters.Filled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whoever stands aside, and whom a concern for its first receiver alone has not reached, reads at every address what they
 * would read in a university in which that concern does not exist: everything is read once before it is raised and once
 * when it was raised, handled and passed on. The addresses are found, so that a later one is read as well.
 */
@ShangdaTest
@Tag("h2")
class ReadMatrixTest {

    private static final String TERM = "2025-2026-2";
    private static final String IN_THE_TERM = "2026-04-13T10:00:00";
    private static final String AFTER_IT = "2026-09-01T10:00:00";

    /** Clerk and head of the unit that stands aside: 保卫处. */
    private static final List<String> OF_THE_UNIT_ASIDE = List.of("yuanye", "shidayong");

    /** A colleague of another branch with no part in it. */
    private static final String NOBODY_IN_PARTICULAR = "zhoutao";

    /** What differs from one time to the next and tells nothing: why. */
    private static final Map<String, String> DIFFERS =
            Map.of("/telemetry/data", "how long the engine has been running and how many commands it was given");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Summaries summaries;

    @Autowired
    SemesterEnd semesterEnd;

    @Autowired
    Monitoring monitoring;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ProcessEngine engine;

    private OverHttp http;
    private ReadFiles files;
    private Parameters parameters;
    private List<Address> ofTheProduct;

    @BeforeEach
    void the_semester_is_over() {
        http = new OverHttp(port);
        files = new ReadFiles(port);
        cases.endAll();
        ofTheProduct = Addresses.described(http.get(COLLEAGUE, "/v3/api-docs").json()).stream()
                // The tests' own.
                .filter(address -> !address.path().startsWith("/api/probe/"))
                .toList();
        TestTime.set(IN_THE_TERM);
        for (int i = 0; i < 6; i++) {
            String other = cases.raise(COLLEAGUE, Cases.concern());
            cases.exit(SECRETARY, other, "answer");
        }
        TestTime.set(AFTER_IT);
        semesterEnd.open();
        look();
        parameters = new Parameters(cases, database, engine, TERM);
    }

    @AfterEach
    void the_semester_is_not_over() {
        summaries.forgetTerm(TERM);
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void who_stands_aside_reads_everywhere_what_they_would_without_the_concern() {
        List<String> readers = new ArrayList<>(OF_THE_UNIT_ASIDE);
        readers.addAll(List.of(SECRETARY, NOBODY_IN_PARTICULAR));
        compare(readers, () -> {
            Map<String, Object> form = Cases.concern();
            form.put("standAside", SECRETARY + "、保卫处");
            String number = cases.raise(COLLEAGUE, form);
            cases.exit(DEPUTY_SECRETARY, number, "pass-up");
            cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", DEPARTMENT));
            cases.approve(cases.task(number, "UserTask_Sign").getAssignee(), number);
            cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
            cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("cwc")));
            return number;
        });
    }

    /** Not those of its college, which supervises it and is to know that it rests. */
    @Test
    void whom_a_concern_for_its_first_receiver_alone_has_not_reached_reads_what_they_would_without_it() {
        compare(List.of(ORGANIZATION_CLERK, STRANGER, NOBODY_IN_PARTICULAR), () -> {
            String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
            cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-05-20"));
            return number;
        });
    }

    /** Or the two tests above would hold for an empty list of addresses. */
    @Test
    void the_addresses_are_found_and_whoever_handles_it_reads_something_else() {
        assertThat(Addresses.ofTheEngine()).hasSizeGreaterThan(200);
        assertThat(Addresses.ofCockpit()).hasSizeGreaterThan(10);
        assertThat(ofTheProduct).hasSizeGreaterThan(15);
        Map<String, String> before = read(DEPUTY_SECRETARY, Map.of());
        TestTime.set(IN_THE_TERM);
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        TestTime.set(AFTER_IT);
        Map<String, String> after = read(DEPUTY_SECRETARY, parameters.ofConcern(number));

        List<String> differing = before.keySet().stream()
                .filter(address -> !before.get(address).equals(after.get(address)))
                .toList();
        assertThat(differing)
                .anyMatch(address -> address.contains("/api/concerns/{number=<number>}/clock"))
                .anyMatch(address -> address.contains("/rows?figure=concerns.received"))
                .anyMatch(address -> address.endsWith(".docx"))
                .anyMatch(address -> address.contains("GET /engine-rest/task/count"))
                .anyMatch(address -> address.contains("POST /engine-rest/task/count"))
                .anyMatch(address -> address.contains("POST /camunda/api/engine/engine/default/task/count"))
                .anyMatch(address -> address.contains("/engine-rest/task/{id=<task"))
                .anyMatch(address -> address.contains("/camunda/api/engine/engine/default/task"));
    }

    /** 附议: whoever has no part in it may join, and reads its category and level for that (adr/0066). */
    private static boolean mayJoin(String reader, String address) {
        return reader.equals(NOBODY_IN_PARTICULAR) && address.startsWith("GET /api/concerns/similar");
    }

    /** Raised and handled within the term, read after it. */
    private void compare(List<String> readers, Supplier<String> concern) {
        Map<String, Map<String, String>> before = readAll(readers, Map.of());
        TestTime.set(IN_THE_TERM);
        String number = concern.get();
        TestTime.set(AFTER_IT);
        look();
        assertThat(database.queryForList("select cause from stalled where number = ?", String.class, number))
                .as("it stands still, or nothing of it could be read on the list")
                .isNotEmpty();
        Map<String, List<String>> belonging = parameters.ofConcern(number);

        List<String> told = new ArrayList<>();
        int asked = 0;
        Map<String, Map<String, String>> afterwards = readAll(readers, belonging);
        for (String reader : readers) {
            Map<String, String> after = afterwards.get(reader);
            asked += after.size();
            before.get(reader).forEach((address, answer) -> {
                if (!answer.equals(after.get(address)) && !mayJoin(reader, address)) {
                    told.add(reader + " " + address + "\n  before: " + answer + "\n  after:  " + after.get(address));
                }
            });
        }
        System.out.printf("Read matrix: %d answers compared for %d readers%n", asked, readers.size());
        assertThat(told).isEmpty();
    }

    private void look() {
        assertThat(monitoring.look()).isTrue();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    /** They read side by side: nobody writes meanwhile, and there are many thousand answers. */
    private Map<String, Map<String, String>> readAll(List<String> readers, Map<String, List<String>> belonging) {
        return readers.parallelStream()
                .collect(Collectors.toConcurrentMap(reader -> reader, reader -> read(reader, belonging)));
    }

    /** Everything that somebody reads; each answer by its address, in which ids of the concern are called by their kind. */
    private Map<String, String> read(String reader, Map<String, List<String>> belonging) {
        Map<String, String> answers = new LinkedHashMap<>();
        Http pages = new Http(port);
        pages.logInAt("tasklist", reader, OverHttp.PASSWORD);
        ofTheProduct.forEach(address -> ask(reader, "", "/api", address, belonging, pages, answers));
        for (Address address : Addresses.ofTheEngine()) {
            ask(reader, "/engine-rest", "engine", address, belonging, pages, answers);
            ask(reader, "/camunda/api/engine/engine/default", "pages", address, belonging, pages, answers);
        }
        Addresses.ofCockpit().forEach(address -> ask(reader, "", "cockpit", address, belonging, pages, answers));
        return answers;
    }

    private void ask(
            String reader,
            String prefix,
            String surface,
            Address address,
            Map<String, List<String>> belonging,
            Http pages,
            Map<String, String> answers) {
        for (Filled path : paths(surface, address.path(), belonging)) {
            for (Filled query : queries(surface, address, belonging)) {
                String called = address.method() + " " + prefix + path.called() + query.called();
                String target = prefix + path.value() + query.value();
                String body = address.method().equals("POST") ? "{}" : null;
                String answer;
                if (ReadFiles.is(path.value())) {
                    answer = files.text(reader, target);
                } else if (surface.equals("engine")) {
                    var got = http.send(reader, address.method(), target, body);
                    answer = got.status() + " " + got.body();
                } else {
                    var got = pages.send(
                            address.method(),
                            target,
                            body,
                            "X-XSRF-TOKEN",
                            String.valueOf(pages.cookie("XSRF-TOKEN")),
                            "API-XSRF-TOKEN",
                            String.valueOf(pages.cookie("API-XSRF-TOKEN")));
                    answer = got.statusCode() + " " + got.body();
                }
                if (DIFFERS.keySet().stream().noneMatch(called::contains)) {
                    answers.put(called, Parameters.nameless(answer, belonging));
                }
            }
        }
    }

    private List<Filled> paths(String surface, String path, Map<String, List<String>> belonging) {
        String template = path.replace("{engine}", "default").replace("{engineName}", "default");
        int open = template.indexOf('{');
        if (open < 0) {
            return List.of(new Filled(template, template));
        }
        String parameter = template.substring(open + 1, template.indexOf('}')).replaceAll(":.*", "");
        List<Filled> filled = new ArrayList<>();
        for (Filled value : parameters.values(surface, path, parameter, belonging)) {
            String rest = template.substring(template.indexOf('}') + 1).replaceAll("\\{[^}]*}", "number");
            filled.add(new Filled(
                    template.substring(0, open) + "{" + parameter + "=" + value.called() + "}" + rest,
                    template.substring(0, open) + encoded(value.value()) + rest));
        }
        return filled;
    }

    /** Once as it is, and once by each parameter that asks for something of the concern. */
    private List<Filled> queries(String surface, Address address, Map<String, List<String>> belonging) {
        String all = address.query().containsKey("maxResults") ? "maxResults=50" : "";
        List<Filled> queries = new ArrayList<>();
        if (surface.equals("/api")) {
            if (!address.query().containsValue(true)) {
                queries.add(new Filled("", ""));
            }
            address.query().keySet().stream()
                    .filter(parameter -> parameter.equals("number")
                            || parameter.equals(
                                    address.query().keySet().iterator().next()))
                    .forEach(parameter -> parameters
                            .values(surface, address.path(), parameter, belonging)
                            .forEach(value -> queries.add(new Filled(
                                    "?" + parameter + "=" + value.called(),
                                    "?" + parameter + "=" + encoded(value.value())))));
            return queries;
        }
        queries.add(new Filled("?" + all, "?" + all));
        if (!surface.equals("engine")
                || address.method().equals("POST")
                || address.path().contains("{")) {
            return queries;
        }
        Map.of(
                        "processInstanceBusinessKey", "number",
                        "businessKey", "number",
                        "processInstanceBusinessKeyIn", "number",
                        "processInstanceId", "process-instance",
                        "processInstanceIds", "process-instance",
                        "processInstanceIdIn", "process-instance",
                        "rootProcessInstanceId", "process-instance",
                        "executionId", "execution",
                        "taskId", "task",
                        "jobId", "job")
                .forEach((parameter, kind) -> {
                    if (address.query().containsKey(parameter)) {
                        Filled value = Filled.last(kind, belonging);
                        queries.add(new Filled(
                                "?" + all + "&" + parameter + "=" + value.called(),
                                "?" + all + "&" + parameter + "=" + encoded(value.value())));
                    }
                });
        return queries;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
