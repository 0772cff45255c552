package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for a person: what it is about for those who may read it, where it stands and how much time is left. */
@ShangdaTest
class WorkListTest extends AskedOverHttp {

    private static final String TITLE = "走廊的灯坏了";
    private static final String WORDS = "内容：pass-up";

    @Autowired
    Pairings pairings;

    @Autowired
    WaitingWork waiting;

    @AfterEach
    void asBefore() {
        pairings.roster(lines -> lines);
    }

    // --- what a card says --------------------------------------------------------------------------------------------

    @Test
    void the_handler_reads_the_title_where_it_stands_and_how_many_working_days_are_left() {
        JsonNode card = card(SECRETARY, raise());

        assertThat(card.path("kind").asText()).isEqualTo("党支部办理");
        assertThat(card.path("title").asText()).isEqualTo(TITLE);
        assertThat(card.path("where").asText()).isEqualTo("计算机系教工党支部 · 党支部");
        assertThat(times(card)).containsExactly("办理：余 7 个工作日");
        assertThat(card.path("state").asText()).isEqualTo("left");
    }

    @Test
    void before_it_is_received_both_dates_run_and_afterwards_that_of_handling_alone() {
        String number = atTheDepartment();
        assertThat(times(card(DEPARTMENT_CLERK, number)))
                .extracting(words -> words.split("：")[0])
                .containsExactly("签收", "办理");
        assertThat(card(DEPARTMENT_CLERK, number).path("toReceive").asBoolean()).isTrue();

        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(times(card(DEPARTMENT_CLERK, number)))
                .extracting(words -> words.split("：")[0])
                .containsExactly("办理");
        assertThat(card(DEPARTMENT_CLERK, number).path("toReceive").asBoolean()).isFalse();
    }

    @Test
    void the_time_left_has_a_word_for_every_stage() {
        String number = raise();

        assertThat(at("2026-03-09T10:00:00", number)).isEqualTo("soon 将到期，余 3 个工作日");
        assertThat(at("2026-03-11T09:00:00", number)).isEqualTo("today 今日到期（17:00）");
        assertThat(at("2026-03-11T17:30:00", number)).isEqualTo("overdue 已逾期 1 个工作日");
        assertThat(at("2026-03-16T10:00:00", number)).isEqualTo("overdue 已逾期 3 个工作日");
    }

    @Test
    void a_safety_hazard_counts_by_the_hour_until_somebody_receives_it() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));

        TestTime.set("2026-03-02T10:30:00");
        assertThat(times(card(DEPARTMENT_CLERK, number)).get(0)).isEqualTo("签收：余 1 小时 30 分");
        TestTime.set("2026-03-02T13:05:00");
        assertThat(times(card(DEPARTMENT_CLERK, number)).get(0)).isEqualTo("签收：已逾期 1 小时 5 分");
        assertThat(card(DEPARTMENT_CLERK, number).path("state").asText()).isEqualTo("overdue");
    }

    @Test
    void the_colleague_reads_that_the_clock_stands_still_and_why() {
        String number = raise();
        cases.exit(SECRETARY, number, "ask");

        List<String> states = new ArrayList<>();
        cards(COLLEAGUE, number)
                .forEach(card -> card.path("times")
                        .forEach(time -> states.add(time.path("state").asText())));
        assertThat(states).contains("rests");
    }

    @Test
    void the_most_pressing_stands_first_and_what_one_follows_is_not_late() {
        String late = raise();
        TestTime.set("2026-03-10T10:00:00");
        String later = raise();
        TestTime.set("2026-03-12T10:00:00");

        // Others have left summaries and sheets, which are none of this.
        List<String> concerns = work(SECRETARY).path("items").findValuesAsText("number").stream()
                .filter(number -> number.startsWith("SD"))
                .toList();
        assertThat(concerns).containsExactly(late, later);
        assertThat(cards(COLLEAGUE, late).get(0).path("standing").asBoolean()).isTrue();
        assertThat(work(COLLEAGUE).path("following").asInt()).isEqualTo(2);
        assertThat(lateConcerns(SECRETARY)).containsExactly(late);
        assertThat(lateConcerns(COLLEAGUE)).isEmpty();
    }

    /** What the header counts. */
    private List<String> lateConcerns(String person) {
        JsonNode work = work(person);
        List<String> late = new ArrayList<>();
        work.path("items").forEach(card -> {
            if (card.path("state").asText().equals("overdue")
                    && !card.path("standing").asBoolean()) {
                late.add(card.path("number").asText());
            }
        });
        assertThat(work.path("late").asInt()).isEqualTo(late.size());
        return late.stream().filter(number -> number.startsWith("SD")).toList();
    }

    // --- who reads it ------------------------------------------------------------------------------------------------

    @Test
    void a_supervisor_reads_how_late_the_case_is_whatever_date_the_supervision_has_and_no_title() {
        String number = raise();
        cases.passTo(number, "2026-03-12T10:00:00");

        JsonNode card = card(COLLEGE_CLERK, number);
        assertThat(card.path("kind").asText()).isEqualTo("督办");
        assertThat(card.path("where").asText()).isEqualTo("计算机系教工党支部 · 党支部");
        assertThat(times(card)).containsExactly("办理：已逾期 1 个工作日");
        assertThat(card.path("title").isNull()).isTrue();
        assertThat(http.get(COLLEGE_CLERK, "/api/work").body()).doesNotContain(TITLE);
    }

    @Test
    void nobody_else_finds_it() {
        String number = atTheDepartment();
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));

        for (String person : List.of(OTHER_DEPARTMENT_CLERK, SECRETARY, COLLEGE_CLERK, STRANGER, "yebo", "admin")) {
            assertThat(http.get(person, "/api/work").body()).as(person).doesNotContain(number, TITLE);
        }
        assertThat(http.get(OverHttp.NOBODY, "/api/work").status()).isEqualTo(401);
    }

    @Test
    void after_a_hand_over_the_successor_reads_it_and_the_predecessor_no_more() {
        String number = raise();
        pairings.roster(lines -> lines.replaceAll("(?m)^" + SECRETARY + ",.*\\R", ""));

        assertThat(card(DEPUTY_SECRETARY, number).path("title").asText()).isEqualTo(TITLE);
        assertThat(cases.as(SECRETARY, () -> waiting.of(SECRETARY))).isEmpty();
    }

    @Test
    void where_somebody_stands_aside_no_list_of_theirs_has_it() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", SECRETARY));

        assertThat(http.get(SECRETARY, "/api/work").body()).doesNotContain(number);
        assertThat(card(DEPUTY_SECRETARY, number).path("number").asText()).isEqualTo(number);
    }

    // --- the way so far ----------------------------------------------------------------------------------------------

    @Test
    void the_handler_reads_the_way_the_latest_step_first_with_the_times_at_which_the_clock_stood_still() {
        String number = raise();
        cases.exit(SECRETARY, number, "ask");
        TestTime.set("2026-03-03T09:00:00");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "是二楼。"));
        cases.exit(SECRETARY, number, "pass-up");

        JsonNode progress = progress(COLLEGE_CLERK, number, "UserTask_Handle");
        assertThat(progress.path("way").path(0).path("at").asText()).isEqualTo("2026-03-03 09:00");
        assertThat(progress.path("way").findValuesAsText("words")).contains("是二楼。", WORDS);
        assertThat(progress.path("clock").asText()).contains("全程");
        assertThat(progress.path("rests").path(0).path("to").asText()).isEqualTo("2026-03-03 09:00");
        assertThat(progress.path("told").asBoolean()).isTrue();
    }

    @Test
    void a_supervisor_reads_the_clocks_and_no_step() {
        String number = raise();
        cases.passTo(number, "2026-03-12T10:00:00");

        JsonNode progress = progress(COLLEGE_CLERK, number, "UserTask_Supervise");
        assertThat(progress.path("clock").asText()).contains("逾期");
        assertThat(progress.path("way")).isEmpty();
        assertThat(progress.path("told").asBoolean()).isFalse();
    }

    @Test
    void whose_it_is_not_reads_no_progress() {
        String number = atTheDepartment();
        String task = cases.task(number, "UserTask_Handle").getId();

        for (String person : List.of(SECRETARY, COLLEGE_CLERK, STRANGER, "yebo", "admin")) {
            assertThat(http.get(person, "/api/work/" + task + "/progress").status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(http.get(SECRETARY, "/api/work/%F0%9F%8F%A0/progress").status())
                .isEqualTo(404);
    }

    // --- what it costs -----------------------------------------------------------------------------------------------

    @Test
    void many_cards_are_read_in_as_many_statements_as_few() {
        someOfEach();
        int few = statements();
        for (int more = 0; more < 4; more++) {
            someOfEach();
        }
        assertThat(cases.as(SECRETARY, () -> waiting.of(SECRETARY))).hasSizeGreaterThanOrEqualTo(10);
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
        return cases.as(SECRETARY, () -> SentStatements.during(() -> waiting.of(SECRETARY)))
                .size();
    }

    // --- asking ------------------------------------------------------------------------------------------------------

    private String raise() {
        return cases.raise(COLLEAGUE, Cases.concernWith("title", TITLE));
    }

    private String atTheDepartment() {
        String number = raise();
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, Cases.DEPARTMENT);
        return number;
    }

    private String at(String time, String number) {
        TestTime.set(time);
        JsonNode handling = card(SECRETARY, number).path("times").path(0);
        return handling.path("state").asText() + " " + handling.path("words").asText();
    }

    private JsonNode work(String person) {
        OverHttp.Answer answer = http.get(person, "/api/work");
        assertThat(answer.status()).as(person + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> cards(String person, String number) {
        List<JsonNode> cards = new ArrayList<>();
        work(person).path("items").forEach(card -> {
            if (card.path("number").asText().equals(number)) {
                cards.add(card);
            }
        });
        return cards;
    }

    private JsonNode card(String person, String number) {
        Optional<JsonNode> first = cards(person, number).stream().findFirst();
        return first.orElseThrow(() -> new AssertionError(person + " does not see " + number));
    }

    private static List<String> times(JsonNode card) {
        List<String> times = new ArrayList<>();
        card.path("times")
                .forEach(time -> times.add(
                        time.path("label").asText() + "：" + time.path("words").asText()));
        return times;
    }

    private JsonNode progress(String person, String number, String key) {
        OverHttp.Answer answer =
                http.get(person, "/api/work/" + cases.task(number, key).getId() + "/progress");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
