package org.shangda.rights;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.shangda.probe.Http;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 工作台: what waits for somebody stands in lists with counts, and says what it is about to whoever may read it. */
@ShangdaTest
class DeskTest {

    private static final String TITLE = "走廊的灯坏了";

    @Autowired
    Cases cases;

    @Autowired
    WaitingWork waiting;

    @LocalServerPort
    int port;

    private OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.forgetAll();
        http = new OverHttp(port);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    // --- rows --------------------------------------------------------------------------------------------------------

    @Test
    void a_row_says_what_it_is_who_raised_it_where_it_stands_and_what_was_said_last() {
        String number = raise();
        cases.exit(SECRETARY, number, "pass-up");
        JsonNode row = row(COLLEGE_CLERK, "", number);

        assertThat(row.path("title").asText()).isEqualTo(TITLE);
        assertThat(row.path("raiser").asText()).isEqualTo("陈宇");
        assertThat(row.path("unit").asText()).isEqualTo("计算机学院党委");
        assertThat(row.path("where").asText()).isEqualTo("计算机学院党委 · 院级党组织");
        assertThat(row.path("newest").asText()).endsWith("：内容：pass-up");
        assertThat(row.path("toReceive").asBoolean()).isTrue();
        assertThat(row.path("form").asText()).isEqualTo("handle-concern");
        assertThat(row.path("times").findValuesAsText("what")).containsExactly("receive", "handle");
    }

    @Test
    void a_name_that_is_withheld_is_withheld_here_too() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch"));
        cases.exit(SECRETARY, number, "pass-up");

        assertThat(row(COLLEGE_CLERK, "", number).path("raiser").asText()).isNotBlank();
        assertThat(http.get(COLLEGE_CLERK, "/api/desk").body()).doesNotContain("陈宇");
    }

    @Test
    void a_supervisor_reads_which_unit_is_late_and_no_title_nor_name_nor_word() {
        String number = raise();
        cases.passTo(number, "2026-03-12T10:00:00");
        Answer desk = http.get(COLLEGE_CLERK, "/api/desk");

        JsonNode row = row(COLLEGE_CLERK, "", number);
        assertThat(row.path("kind").asText()).isEqualTo("督办");
        assertThat(row.path("preview").asText()).startsWith("计算机系教工党支部");
        assertThat(row.path("title").isNull()).isTrue();
        assertThat(row.path("raiser").isNull()).isTrue();
        assertThat(desk.body()).doesNotContain(TITLE, "陈宇");
        assertThat(numbers(COLLEGE_CLERK, "?q=" + encoded("走廊"))).doesNotContain(number);
    }

    @Test
    void whoever_signs_reads_each_draft_in_the_list() {
        String number = raise();
        cases.exit(SECRETARY, number, "pass-up");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", DEPARTMENT, "words", "请房管处处理。"));

        JsonNode row = row(COLLEGE_HEAD, "?list=sign", number);
        assertThat(row.path("preview").asText()).endsWith("请房管处处理。");
        assertThat(row.path("form").asText()).isEqualTo("sign-exit");
    }

    // --- lists -------------------------------------------------------------------------------------------------------

    @Test
    void each_list_counts_what_belongs_into_it_and_the_first_that_is_shown_is_the_most_pressing() {
        String late = raise();
        TestTime.set("2026-03-10T10:00:00");
        String later = raise();
        assertThat(desk(SECRETARY, "").path("list").asText()).isEqualTo(first(SECRETARY));
        assertThat(numbers(SECRETARY, "?list=doing")).contains(late, later);
        assertThat(numbers(SECRETARY, "?list=today")).doesNotContain(late, later);

        TestTime.set("2026-03-11T09:00:00");
        assertThat(desk(SECRETARY, "").path("list").asText()).isEqualTo(first(SECRETARY));
        assertThat(numbers(SECRETARY, "?list=today")).contains(late).doesNotContain(later);
        assertThat(numbers(SECRETARY, "?list=late")).doesNotContain(late, later);

        TestTime.set("2026-03-12T10:00:00");
        JsonNode overdue = desk(SECRETARY, "");
        assertThat(overdue.path("list").asText()).isEqualTo("late");
        assertThat(numbers(SECRETARY, "")).contains(late).doesNotContain(later);
        assertThat(numbers(SECRETARY, "?list=doing")).containsSubsequence(late, later);
        assertThat(overdue.path("counts").path("doing").asInt())
                .isEqualTo(desk(SECRETARY, "?list=doing").path("total").asInt());
    }

    /** The most pressing of those in which something waits. */
    private String first(String person) {
        JsonNode counts = desk(person, "").path("counts");
        return Stream.of("late", "today", "receive", "sign", "doing", "rate")
                .filter(list -> counts.path(list).asInt() > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_colleague_is_asked_is_on_the_desk_and_what_they_only_follow_is_not() {
        String number = cases.answeredBy("branch", "problem");
        String followed = raise();

        assertThat(numbers(COLLEAGUE, "?list=rate")).contains(number);
        assertThat(numbers(COLLEAGUE, "?list=doing")).doesNotContain(number, followed);
    }

    @Test
    void what_is_received_leaves_the_list_of_what_is_to_be_received() {
        String number = atTheDepartment();
        assertThat(numbers(DEPARTMENT_CLERK, "?list=receive")).contains(number);
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(numbers(DEPARTMENT_CLERK, "?list=receive")).doesNotContain(number);
        assertThat(numbers(DEPARTMENT_CLERK, "?list=doing")).contains(number);
    }

    @Test
    void nobody_else_finds_it_and_who_stands_aside_has_it_in_no_count() {
        String number = atTheDepartment();
        for (String person : List.of(SECRETARY, STRANGER, "yebo", "admin")) {
            assertThat(http.get(person, "/api/desk?q=" + number).body())
                    .as(person)
                    .contains("\"total\":0");
        }
        int before = desk(SECRETARY, "?list=doing").path("counts").path("doing").asInt();
        String aside = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        assertThat(desk(SECRETARY, "?list=doing").path("counts").path("doing").asInt())
                .isEqualTo(before);
        assertThat(numbers(DEPUTY_SECRETARY, "?list=doing")).contains(aside);
    }

    // --- searching and narrowing
    // ---------------------------------------------------------------------------------------

    @Test
    void title_and_number_are_searched_and_the_filters_count_what_they_would_leave() {
        String lamp = raise();
        String roof = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(numbers(SECRETARY, "?q=" + encoded("走廊"))).containsExactly(lamp);
        assertThat(numbers(SECRETARY, "?q=" + roof.toLowerCase())).containsExactly(roof);
        assertThat(numbers(SECRETARY, "?q=%25")).isEmpty();
        assertThat(numbers(SECRETARY, "?list=doing&category=housing&level=branch&unit=jsj1&state=left"))
                .contains(lamp, roof);
        assertThat(numbers(SECRETARY, "?list=doing&category=canteen")).doesNotContain(lamp, roof);
        JsonNode unit = desk(SECRETARY, "?list=doing").path("filters").path("unit");
        assertThat(unit.findValuesAsText("label")).contains("计算机系教工党支部");
        assertThat(unit.findValuesAsText("count")).contains("2");
    }

    @Test
    void pages_follow_each_other_and_none_is_shown_twice() {
        List<String> raised = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            raised.add(raise());
        }
        List<String> both = new ArrayList<>(numbers(SECRETARY, "?list=doing"));
        assertThat(both).hasSize(25);
        both.addAll(numbers(SECRETARY, "?list=doing&page=1"));
        assertThat(both).doesNotHaveDuplicates().containsAll(raised);
        JsonNode beyond = desk(SECRETARY, "?list=doing&page=2147483647");
        assertThat(beyond.path("page").asInt())
                .as("the last one")
                .isEqualTo(beyond.path("pages").asInt() - 1);
        assertThat(beyond.path("rows")).isNotEmpty();
    }

    @Test
    void odd_parameters_are_refused_in_words_or_find_nothing() {
        for (String odd : List.of(
                "list=no",
                "page=-1",
                "page=x",
                "q=" + "x".repeat(101),
                "unit=" + "x".repeat(101),
                "list=done&state=late")) {
            Answer answer = http.get(SECRETARY, "/api/desk?" + odd);
            assertThat(answer.status()).as(odd).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
        assertThat(http.get(SECRETARY, "/api/desk.xlsx?list=done").status()).isEqualTo(400);
        assertThat(numbers(SECRETARY, "?list=doing&unit=no&level=%00x".replace("%00", "")))
                .isEmpty();
    }

    // --- as a workbook -----------------------------------------------------------------------------------------------

    @Test
    void a_list_is_a_workbook_in_which_nothing_is_worked_out() throws Exception {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "=1+1"));
        byte[] file = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/desk.xlsx?list=doing"))
                                .header("Authorization", Http.basic(SECRETARY, "demo"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            List<Cell> cells = StreamSupport.stream(sheet.spliterator(), false)
                    .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                    .toList();
            assertThat(cells).extracting(Cell::getCellType).containsOnly(CellType.STRING);
            assertThat(cells.stream().map(Cell::getStringCellValue).collect(joining("|")))
                    .contains(number)
                    .contains("=1+1");
        }
    }

    // --- what it costs -----------------------------------------------------------------------------------------------

    @Test
    void a_page_is_read_in_as_many_statements_however_many_wait() {
        someOfEach();
        int few = statements();
        for (int more = 0; more < 4; more++) {
            someOfEach();
        }
        assertThat(statements()).isEqualTo(few);
    }

    /** One to handle, and one whose clock has stood still. */
    private void someOfEach() {
        raise();
        String asked = raise();
        cases.exit(SECRETARY, asked, "ask");
        cases.act(COLLEAGUE, asked, "UserTask_Supplement", Map.of("words", "是二楼。"));
    }

    private int statements() {
        Wish doing = new Wish("doing", null, null, null, null, null, 0);
        return cases.as(SECRETARY, () -> SentStatements.during(() -> waiting.desk(SECRETARY, doing)))
                .size();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private String raise() {
        return cases.raise(COLLEAGUE, Cases.concernWith("title", TITLE));
    }

    private String atTheDepartment() {
        String number = raise();
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, DEPARTMENT);
        return number;
    }

    private JsonNode desk(String person, String query) {
        Answer answer = http.get(person, "/api/desk" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> numbers(String person, String query) {
        return desk(person, query).path("rows").findValuesAsText("number");
    }

    private JsonNode row(String person, String query, String number) {
        for (JsonNode row : desk(person, query).path("rows")) {
            if (row.path("number").asText().equals(number)) {
                return row;
            }
        }
        throw new AssertionError(person + " does not see " + number);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
