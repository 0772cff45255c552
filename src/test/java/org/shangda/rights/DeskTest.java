package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.shangda.rights.OverHttp.Answer;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;

/** 工作台: what waits for somebody stands in lists with counts, and says what it is about to whoever may read it. */
@ShangdaTest
class DeskTest extends AskedOverHttp {

    private static final String TITLE = "走廊的灯坏了";

    @Autowired
    Contacts contacts;

    @Autowired
    WaitingWork waiting;

    @BeforeEach
    void nobodyHasAnything() {
        cases.forgetAll();
        contacts.forgetEverything();
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
        assertThat(shownFirst(DEPARTMENT_CLERK)).as("nothing waits").isEqualTo("doing");
        String late = received(raise());
        TestTime.set("2026-03-04T10:00:00");
        String later = received(raise());
        assertThat(shownFirst(DEPARTMENT_CLERK)).isEqualTo("doing");
        assertThat(numbers(DEPARTMENT_CLERK, "?list=doing")).containsExactly(late, later);
        assertThat(counts(DEPARTMENT_CLERK)).containsExactly(0, 2, 0, 0, 0, 0);

        TestTime.set("2026-03-18T09:00:00");
        assertThat(shownFirst(DEPARTMENT_CLERK)).isEqualTo("today");
        assertThat(numbers(DEPARTMENT_CLERK, "")).containsExactly(late);
        assertThat(counts(DEPARTMENT_CLERK)).containsExactly(0, 2, 1, 0, 0, 0);

        TestTime.set("2026-03-19T10:00:00");
        assertThat(shownFirst(DEPARTMENT_CLERK)).isEqualTo("late");
        assertThat(numbers(DEPARTMENT_CLERK, "")).containsExactly(late);
        assertThat(numbers(DEPARTMENT_CLERK, "?list=doing")).containsExactly(late, later);
        assertThat(counts(DEPARTMENT_CLERK)).containsExactly(0, 2, 0, 1, 0, 0);
    }

    @Test
    void what_is_to_be_received_comes_before_what_is_in_hand_and_who_only_signs_or_rates_sees_that_first() {
        received(raise());
        assertThat(shownFirst(DEPARTMENT_CLERK)).isEqualTo("doing");
        String answered = atTheDepartment();
        assertThat(shownFirst(DEPARTMENT_CLERK)).isEqualTo("receive");
        assertThat(counts(DEPARTMENT_CLERK)).containsExactly(1, 1, 0, 0, 0, 0);

        cases.exit(DEPARTMENT_CLERK, answered, "answer");
        assertThat(shownFirst(DEPARTMENT_HEAD)).isEqualTo("sign");
        assertThat(numbers(DEPARTMENT_HEAD, "")).containsExactly(answered);
        assertThat(counts(DEPARTMENT_HEAD)).containsExactly(0, 0, 0, 0, 1, 0);

        cases.approve(DEPARTMENT_HEAD, answered);
        cases.act(COLLEGE_CLERK, answered, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(shownFirst(COLLEAGUE)).isEqualTo("rate");
        assertThat(numbers(COLLEAGUE, "")).containsExactly(answered);
        assertThat(counts(COLLEAGUE)).containsExactly(0, 0, 0, 0, 0, 1);
    }

    /** A suggestion has twenty working days there, a problem twelve. */
    @Test
    void what_is_due_earlier_comes_first_also_when_it_was_raised_later() {
        String suggestion = received(cases.raise(COLLEAGUE, Cases.concernWith("type", "suggestion")));
        TestTime.set("2026-03-04T10:00:00");
        String problem = received(raise());
        assertThat(numbers(DEPARTMENT_CLERK, "?list=doing")).containsExactly(problem, suggestion);
    }

    private String shownFirst(String person) {
        return desk(person, "").path("list").asText();
    }

    /** How many are to be received, in hand, due today, late, to be signed and to be rated. */
    private List<Integer> counts(String person) {
        JsonNode counts = desk(person, "").path("counts");
        return Stream.of("receive", "doing", "today", "late", "sign", "rate")
                .map(list -> counts.path(list).asInt())
                .toList();
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
        for (String list : List.of("receive", "doing", "today", "late", "sign", "rate", "done")) {
            for (String person : List.of(DEPARTMENT_HEAD, STRANGER, "yebo", "admin")) {
                assertThat(desk(person, "?list=" + list + "&q=" + number)
                                .path("total")
                                .asInt(-1))
                        .as(person + list)
                        .isZero();
            }
            assertThat(numbers(SECRETARY, "?list=" + list + "&q=" + number))
                    .as(list)
                    .hasSize(list.equals("done") ? 1 : 0);
        }
        int before = desk(SECRETARY, "?list=doing").path("counts").path("doing").asInt();
        String aside = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));
        assertThat(desk(SECRETARY, "?list=doing").path("counts").path("doing").asInt())
                .isEqualTo(before);
        assertThat(numbers(DEPUTY_SECRETARY, "?list=doing")).contains(aside);
    }

    // --- searching and narrowing -------------------------------------------------------------------------------------

    @Test
    void title_and_number_are_searched_and_the_filters_count_what_they_would_leave() {
        String lamp = raise();
        String roof = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(numbers(SECRETARY, "?list=doing&q=" + encoded("走廊"))).containsExactly(lamp);
        assertThat(numbers(SECRETARY, "?list=doing&q=" + roof.toLowerCase(Locale.ROOT)))
                .containsExactly(roof);
        assertThat(numbers(SECRETARY, "?list=doing&q=%25")).isEmpty();
        assertThat(numbers(SECRETARY, "?list=late&q=" + encoded("走廊")))
                .as("in the list that is asked for")
                .isEmpty();
        assertThat(numbers(SECRETARY, "?list=doing&category=housing&level=branch&unit=jsj1&state=left"))
                .containsExactlyInAnyOrder(lamp, roof);
        for (String other : List.of("category=canteen", "level=college", "unit=jsj", "state=overdue")) {
            assertThat(numbers(SECRETARY, "?list=doing&" + other)).as(other).isEmpty();
        }
        JsonNode unit = desk(SECRETARY, "?list=doing").path("filters").path("unit");
        assertThat(unit.findValuesAsText("label")).containsExactly("计算机系教工党支部");
        assertThat(unit.findValuesAsText("count")).containsExactly("2");
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
                "level=%00x",
                "q=%00",
                "q=" + "x".repeat(101),
                "unit=" + "x".repeat(101),
                "list=done&state=late")) {
            Answer answer = http.get(SECRETARY, "/api/desk?" + odd);
            assertThat(answer.status()).as(odd).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
        assertThat(http.get(SECRETARY, "/api/desk.xlsx?list=done").status()).isEqualTo(400);
        raise();
        for (String nothing : List.of("unit=no", "level=x", "category=%F0%9F%8F%A0")) {
            assertThat(numbers(SECRETARY, "?list=doing&" + nothing)).as(nothing).isEmpty();
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
        return atTheDepartment(raise());
    }

    private String atTheDepartment(String number) {
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, DEPARTMENT);
        return number;
    }

    private String received(String number) {
        cases.claim(DEPARTMENT_CLERK, cases.task(atTheDepartment(number), "UserTask_Handle"));
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
