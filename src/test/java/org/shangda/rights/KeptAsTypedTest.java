package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** What is typed is kept and shown as typed. */
@ShangdaTest
class KeptAsTypedTest extends BadlyAsked {

    private static final String LONGEST = "🏠".repeat(20_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emoji 👩🏽‍🔬🏠",
                "<script>alert(1)</script><b>&amp;",
                "${1+1} #{1+1} ${execution.id} {{x}} {0} '{0}'",
                "100%_' \" \\ -- ; drop table concern",
                "a\r\nb\tc",
                "العربية עברית ‮abc",
                "𠮷野家 㐀 ﷽"
            })
    void what_is_typed_is_kept_and_shown_as_typed(String typed) {
        Map<String, Object> form = Cases.concern();
        form.put("title", typed);
        form.put("description", typed);
        String number = number(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form)));
        assertShown(number, typed, typed);
        form.put("travel", "nameless-above-branch");
        JsonNode raised = http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "typed" + typed.hashCode())
                .json();
        assertShown(raised.get("number").asText(), typed, typed);

        assertThat(http.submit(
                                SECRETARY,
                                cases.task(number, "UserTask_Handle").getId(),
                                Map.of("exit", "answer", "words", typed))
                        .status())
                .isEqualTo(204);
        assertThat(http.get(COLLEAGUE, "/api/concerns/" + number)
                        .json()
                        .get("answer")
                        .asText())
                .isEqualTo(typed);
    }

    @Test
    void the_longest_text_is_as_long_as_a_person_counts() {
        Map<String, Object> form = Cases.concern();
        form.put("title", "🏠".repeat(100));
        form.put("description", LONGEST);
        assertShown(number(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form))), "🏠".repeat(100), LONGEST);
    }

    private void assertShown(String number, String title, String description) {
        JsonNode page = http.get(COLLEAGUE, "/api/concerns/" + number).json();
        assertThat(page.get("title").asText()).isEqualTo(title);
        assertThat(page.get("description").asText()).isEqualTo(description);
        JsonNode form = http.get(
                        SECRETARY,
                        "/engine-rest/task/"
                                + cases.task(number, "UserTask_Handle").getId() + "/form-variables")
                .json();
        assertThat(form.get("heading").get("value").asText()).isEqualTo(title);
        assertThat(form.get("story").get("value").asText()).isEqualTo(description);
    }
}
