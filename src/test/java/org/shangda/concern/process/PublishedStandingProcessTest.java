package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The views {@code standing_*} and {@code concern_moves}: what other modules may know of concerns that are open. */
@ShangdaTest
class PublishedStandingProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void an_open_concern_is_published_until_it_is_closed() {
        String number = cases.answeredBy("branch", "problem");
        assertThat(published("standing_concerns", number, "state")).containsExactly("ANSWERED");
        assertThat(published("standing_handlings", number, "level")).isEmpty();

        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(published("standing_concerns", number, "state")).isEmpty();
    }

    @Test
    void an_open_visit_is_published_with_who_supervises_it_and_the_pause_in_which_its_clock_stands() {
        String number = cases.at("college", "problem");
        assertThat(published(
                        "standing_handlings",
                        number,
                        "level || ' ' || unit || ' ' || supervisor || coalesce(paused_for, '')"))
                .containsExactly("college jsj zzb");

        cases.exit(COLLEGE_CLERK, number, "ask");

        assertThat(published("standing_handlings", number, "paused_for")).containsExactly("asked-colleague");
        assertThat(published("standing_pauses", number, "whole_case")).containsExactly("TRUE");
    }

    @Test
    void whom_not_everybody_may_know_of_is_reserved() {
        String plain = cases.raise(COLLEAGUE, Cases.concern());
        String aside = cases.raise(COLLEAGUE, Cases.concernWith("standAside", "zhangwei"));
        String alone = cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));

        assertThat(published("standing_handlings", plain, "reserved")).containsExactly("FALSE");
        assertThat(published("standing_handlings", aside, "reserved")).containsExactly("TRUE");
        assertThat(published("standing_concerns", alone, "reserved")).containsExactly("TRUE");
    }

    @Test
    void a_supervision_is_published_with_how_often_its_time_has_passed() {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-13T17:00:00");
        assertThat(supervisions(number)).containsExactly("zzb 0");

        cases.passTo(number, "2026-03-17T17:00:00");

        assertThat(supervisions(number)).containsExactly("dxb 1");
        assertThat(published("standing_handlings", number, "supervisor")).containsExactly("dxb");
    }

    @Test
    void an_opinion_is_published_until_it_is_given() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        assertThat(opinions(number)).containsExactly("rsc");

        cases.act(PERSONNEL_CLERK, number, "UserTask_Opinion", Map.of("words", "同意。"));

        assertThat(opinions(number)).isEmpty();
    }

    @Test
    void how_often_a_concern_went_to_another_unit_is_published() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));

        assertThat(published("concern_moves", number, "moves")).containsExactly("1");
    }

    @Test
    void nothing_that_somebody_wrote_and_no_colleague_is_published() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        cases.exit(SECRETARY, number, "ask", Map.of("words", "请问是哪一间？"));

        for (String view : List.of("standing_concerns", "standing_handlings", "standing_pauses", "concern_steps")) {
            assertThat(database.queryForList("select * from " + view + " where number = ?", number)
                            .toString())
                    .contains(number)
                    .doesNotContain("走廊", "哪一间", COLLEAGUE);
        }
    }

    private List<String> published(String view, String number, String column) {
        return database
                .queryForList("select " + column + " from " + view + " where number = ?", Object.class, number)
                .stream()
                .map(value -> String.valueOf(value).replace("true", "TRUE").replace("false", "FALSE"))
                .toList();
    }

    private List<String> supervisions(String number) {
        return database.queryForList(
                "select s.supervising_unit || ' ' || s.lapses from standing_supervisions s"
                        + " join standing_handlings h on h.handling = s.handling where h.number = ?",
                String.class,
                number);
    }

    private List<String> opinions(String number) {
        return database.queryForList(
                "select o.asked_unit from standing_opinions o"
                        + " join standing_handlings h on h.handling = o.handling where h.number = ?",
                String.class,
                number);
    }
}
