package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.ORGANIZATION_CLERK;
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

/** View {@code concern_visits}: what other modules may count of concerns. */
@ShangdaTest
class PublishedVisitsProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @Test
    void a_concern_is_published_once_for_every_level_that_it_visits_with_what_became_of_it_there() {
        String number = cases.at("college", "problem");

        assertThat(visits(number, "unit || ' ' || coalesce(outcome, 'open')"))
                .containsExactly("jsj1 passed-up", "jsj open");
    }

    @Test
    void an_answer_and_its_rating_are_published() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));

        assertThat(visits(number, "state || ' ' || rating || ' ' || outcome || ' ' || colleague || ' ' || raised_by"))
                .containsExactly("CLOSED SATISFIED answered chenyu chenyu");
    }

    @Test
    void what_became_of_a_suggestion_is_published_with_the_answer_and_with_the_universitys_decision() {
        String answered = cases.raise(COLLEAGUE, Cases.concernWith("type", "suggestion"));
        cases.exit(SECRETARY, answered, "answer", Map.of("settled", "kept-for-study"));
        String decided = cases.at("organization-department", "suggestion");
        cases.exit(ORGANIZATION_CLERK, decided, "agenda");
        cases.decided(
                decided,
                Map.of("ruling", "refused", "on", "2026-03-02", "words", "暂不列入。", "settled", "partly-adopted"));

        assertThat(visits(answered, "type || ' ' || settled")).containsExactly("suggestion kept-for-study");
        assertThat(visits(decided, "coalesce(settled, '-')"))
                .endsWith("partly-adopted")
                .startsWith("-");
    }

    @Test
    void nothing_that_somebody_wrote_is_published() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("title", "走廊的灯坏了"));
        cases.exit(SECRETARY, number, "answer", Map.of("words", "已换新灯。"));

        assertThat(database.queryForList("select * from concern_visits where number = ?", number)
                        .toString())
                .contains(number)
                .doesNotContain("走廊", "新灯");
    }

    private List<String> visits(String number, String columns) {
        return database.queryForList(
                "select " + columns + " from concern_visits where number = ? order by visit", String.class, number);
    }
}
