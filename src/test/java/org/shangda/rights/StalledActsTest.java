package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is done from a row of 停滞事项 is asked of the row as it is now, of who asks, and of each row by itself. */
@ShangdaTest
class StalledActsTest extends AskedOverHttp {

    private static final String OPERATOR = "yebo";

    @Autowired
    Monitoring monitoring;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    @AfterEach
    void nobodyWatches() {
        database.update("delete from stalled_watch");
    }

    @Test
    void whoever_sees_a_row_watches_it_in_a_list_of_their_own_and_ends_that_again() {
        String watched = lateAtTheBranch();
        String other = lateAtTheBranch();
        for (String person : List.of(COLLEGE_CLERK, OPERATOR)) {
            assertThat(actions(person, watched)).contains("watch").doesNotContain("unwatch");
            assertDone(act(person, "watch", subject(watched)));

            assertThat(actions(person, watched)).contains("unwatch").doesNotContain("watch");
            assertThat(numbers(person, "?watched=true")).containsExactly(watched);
            assertThat(numbers(person, "")).contains(watched, other);
        }
        assertThat(numbers(ORGANIZATION_CLERK, "?watched=true")).isEmpty();

        assertDone(act(OPERATOR, "unwatch", subject(watched)));
        assertThat(numbers(OPERATOR, "?watched=true")).isEmpty();
        assertThat(numbers(COLLEGE_CLERK, "?watched=true")).containsExactly(watched);
    }

    @Test
    void the_head_speaks_of_the_whole_line_also_when_only_what_is_watched_is_shown() {
        lateAtTheBranch();

        JsonNode page = http.get(COLLEGE_CLERK, "/api/stalled?watched=true").json();
        assertThat(page.path("head").asText())
                .isEqualTo(http.get(COLLEGE_CLERK, "/api/stalled")
                        .json()
                        .path("head")
                        .asText());
        assertThat(page.path("total").asInt()).isZero();
    }

    @Test
    void what_is_not_there_and_what_is_of_another_line_is_answered_alike() {
        String subject = subject(lateAtTheBranch());

        JsonNode other = act(DEPARTMENT_CLERK, "watch", subject).get(0);
        JsonNode nothing = act(DEPARTMENT_CLERK, "watch", "handle-overdue:0").get(0);
        assertThat(other.path("done").asBoolean()).isFalse();
        assertThat(other.path("sentence").asText())
                .startsWith("未找到该事项，或您无权查看")
                .isEqualTo(nothing.path("sentence").asText());
        assertThat(other.path("number").isNull()).isTrue();
        assertThat(database.queryForList("select what from stalled_watch")).isEmpty();
        assertThat(http.get(DEPARTMENT_CLERK, "/api/stalled/act/watch?rows=" + subject)
                        .json())
                .isEmpty();
    }

    @Test
    void of_several_rows_each_says_what_has_become_of_it_and_one_that_is_refused_stops_none() {
        String first = subject(lateAtTheBranch());
        String second = subject(lateAtTheBranch());
        assertDone(act(COLLEGE_CLERK, "watch", first));

        JsonNode results = act(COLLEGE_CLERK, "watch", first, "no-such:1", second, second);

        assertThat(results.findValuesAsText("done")).containsExactly("false", "false", "true");
        assertThat(results.findValuesAsText("subject")).containsExactly(first, "no-such:1", second);
        assertThat(results.get(0).path("sentence").asText()).isEqualTo("现在不能「关注」：情况已有变化，或应由别的单位决定。请刷新后再看。");
    }

    @Test
    void a_request_that_is_wrong_as_a_whole_is_refused_with_what_to_do() {
        String subject = subject(lateAtTheBranch());
        List<String> many = IntStream.range(0, 201).mapToObj(i -> "x:" + i).toList();

        assertRefused(Map.of("rows", List.of()), 400, "请先勾选事项。");
        assertRefused(Map.of(), 400, "请先勾选事项。");
        assertRefused(Map.of("rows", many), 400, "一次最多处理 200 行，请分几次。");
        assertRefused(Map.of("rows", List.of("x".repeat(201))), 400, "事项");
        assertRefused(Map.of("rows", List.of(subject), "words", "x".repeat(2_001)), 400, "“说明”过长");
        assertRefused(Map.of("rows", List.of(subject), "until", "gestern"), 400, "");
        assertThat(http.post(COLLEGE_CLERK, "/api/stalled/act/dance", Map.of("rows", List.of(subject)))
                        .status())
                .isEqualTo(404);
        for (String person : List.of(COLLEAGUE, STRANGER)) {
            assertThat(http.post(person, "/api/stalled/act/watch", Map.of("rows", List.of("x:1")))
                            .body())
                    .as(person)
                    .contains("未找到");
        }
    }

    private void assertRefused(Map<String, Object> order, int status, String sentence) {
        OverHttp.Answer answer = http.post(COLLEGE_CLERK, "/api/stalled/act/watch", order);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
        assertThat(database.queryForList("select what from stalled_watch")).isEmpty();
    }

    private static void assertDone(JsonNode results) {
        assertThat(results).hasSize(1);
        assertThat(results.get(0).path("done").asBoolean())
                .as(results.toString())
                .isTrue();
    }

    private JsonNode act(String person, String action, String... subjects) {
        Map<String, Object> order = new HashMap<>();
        order.put("rows", List.of(subjects));
        OverHttp.Answer answer = http.post(person, "/api/stalled/act/" + action, order);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String lateAtTheBranch() {
        TestTime.set(TestTime.MONDAY);
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        assertThat(monitoring.look()).isTrue();
        return number;
    }

    private String subject(String number) {
        return row(OPERATOR, number).path("subject").asText();
    }

    private List<String> actions(String person, String number) {
        return IntStream.range(0, row(person, number).path("actions").size())
                .mapToObj(i -> row(person, number).path("actions").get(i).asText())
                .toList();
    }

    private List<String> numbers(String person, String query) {
        return http.get(person, "/api/stalled" + query).json().path("rows").findValuesAsText("number");
    }

    private JsonNode row(String person, String number) {
        for (JsonNode row : http.get(person, "/api/stalled").json().path("rows")) {
            if (row.path("number").asText().equals(number)) {
                return row;
            }
        }
        throw new AssertionError(person + " does not see " + number);
    }
}
