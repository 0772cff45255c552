package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.STRANGER;
import static org.shangda.rights.BadlyAsked.assertProblem;
import static org.shangda.rights.BadlyAsked.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.rights.OverHttp.Answer;

/** What is typed is kept as typed; what is done is not done twice; requests without sense are answered with a sentence. */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairFormsTest extends OpenPairForms {

    // --- kept as typed -----------------------------------------------------------------------------------------------

    @Test
    void the_longest_texts_are_as_long_as_a_person_counts() {
        String name = "🏠".repeat(100);
        String wave = pairings.plan(COLLEGE_CLERK, Map.of("name", name));
        assertThat(pairings.wave(wave, "name")).isEqualTo(name);

        String thanks = "谢谢🏠".repeat(666);
        String ended = pairings.pair("luomin", "dengjie");
        pairings.change("dengjie", null, "end", Map.of("endReason", "fulfilled", "thanks", thanks));
        assertThat(http.get("luomin", "/api/pairings/" + ended)
                        .json()
                        .path("thanks")
                        .asText())
                .isEqualTo(thanks);
        String again = pairings.pair("zhengting", "dengjie");
        String longest = "🏠".repeat(2_000);
        pairings.change("dengjie", "郑婷", "end", Map.of("endReason", "fulfilled", "thanks", longest));
        assertThat(http.get("zhengting", "/api/pairings/" + again)
                        .json()
                        .path("thanks")
                        .asText())
                .isEqualTo(longest);

        Map<String, Object> programme = new TreeMap<>(Map.of(
                "code",
                "emoji-2089",
                "family",
                "emoji",
                "name",
                name,
                "document",
                "🏠".repeat(200),
                "from",
                "2089-01-01"));
        assertThat(http.post("admin", "/api/programmes", programme).status()).isEqualTo(201);
        database.update("delete from programme where code = 'emoji-2089'");
    }

    @Test
    void what_is_typed_into_a_note_or_a_summary_is_kept_as_typed() {
        String typed = "👩🏽‍🔬 <b>&amp;</b> ${1+1} {{x}} 100%_' -- 𠮷";
        String mine = contacts.pair("tianjianguo", "wubin");
        contacts.open();
        contacts.register(
                "tianjianguo",
                contacts.sheet("tianjianguo", "2026-03"),
                Contacts.with(Contacts.row(mine, "2026-03-02", "visit"), "note", typed));
        assertThat(http.get("wubin", "/api/contacts?pair=" + mine).json().findValuesAsText("note"))
                .containsExactly(typed);
        semesterEnd.open();
        cases.act("tianjianguo", summary("tianjianguo"), "UserTask_Write", Map.of("practice", typed));
        assertThat(http.get("tianjianguo", "/api/summaries/" + summary("tianjianguo"))
                        .json()
                        .path("practice")
                        .asText())
                .isEqualTo(typed);
    }

    @Test
    void at_most_sixty_pairs_are_pasted_at_once() {
        String row = "shixinyi\thanwenjing\t2025-09-01\t\n";
        Map<String, Object> plan =
                Map.of("name", "粘贴", "kind", "existing", "relation", "member-person", "list", row.repeat(61));

        Answer answer = submit(forms.get("plan-wave"), plan);

        assertRefused(answer, 400);
        assertThat(answer.body()).contains("一次最多 60 行。请分批处理，或用文件导入。");
    }

    // --- twice, and somebody else's ----------------------------------------------------------------------------------

    @Test
    void what_is_done_is_not_done_twice() {
        contacts.arrange(PERSONNEL_CLERK, Contacts.TEACHER, "praise-or-criticism");
        Map<String, Object> talk = Map.of("person", Contacts.TEACHER, "occasion", "praise-or-criticism");
        pairings.ask("duning", "zhengchao");
        Waiting ask = forms.get("ask-for-pair");
        var before = BadlyAsked.rows(database);
        assertRefused(submit(forms.get("arrange-event-talk"), talk), 409);
        assertRefused(submit(new Waiting("duning", ask.address(), Map.of()), Map.of("partner", "zhengchao")), 409);
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);

        String sought = pairings.ask("lining", null);
        assertThat(sought).isNotBlank();
        TestTime.set("2026-03-02T10:05:00");
        before = BadlyAsked.rows(database);
        assertRefused(submit(new Waiting("lining", ask.address(), Map.of()), Map.of()), 400);
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);

        String wave = pairings.plan(COLLEGE_CLERK, Map.of("name", "弃用"));
        String task = cases.task(wave, "UserTask_ReviewWave").getId();
        assertThat(http.submit(COLLEGE_CLERK, task, Map.of("decision", "drop")).status())
                .isEqualTo(204);
        before = BadlyAsked.rows(database);
        assertRefused(http.submit(COLLEGE_CLERK, task, Map.of("decision", "drop")), 409);
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
    }

    @Test
    void somebody_elses_task_is_not_there() {
        var before = BadlyAsked.rows(database);
        forms.forEach((form, waiting) -> {
            if (waiting.address().contains("/task/")) {
                for (String person : List.of(STRANGER, "mayan")) {
                    assertRefused(http.post(person, waiting.address(), OverHttp.variables(waiting.good())), 404);
                }
            }
        });
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
    }

    // --- the APIs ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /api/contacts                                       | 400
            GET  | /api/contacts?pair=                                 | 404
            GET  | /api/contacts?pair=%00                              | 400
            GET  | /api/contacts?pair=%ED%A0%BC                        | 404
            GET  | /api/contacts?pair=%F0%9F%8F%A0                     | 404
            GET  | /api/contacts?pair=1'%20or%201=1--                  | 404
            GET  | /api/duties?person=%00                              | 400
            GET  | /api/duties?person=%F0%9F%8F%A0                     | 404
            GET  | /api/pairings/%F0%9F%8F%A0                          | 404
            GET  | /api/pairings/PR26-00000000                         | 404
            GET  | /api/pairings?college=mars                          | 404
            GET  | /api/pairings?college=hqc                           | 404
            GET  | /api/pairings/coverage                              | 400
            GET  | /api/pairings/coverage?college=jsj1                 | 404
            GET  | /api/pairings/handover                              | 400
            GET  | /api/pairings/handover?person=nobody                | 404
            POST | /api/pairings/import?college=jsj                    | 415
            GET  | /api/summaries/SU26-00000000                        | 404
            GET  | /api/summaries/%F0%9F%8F%A0.docx                    | 404
            GET  | /api/summaries/SU26-00000000/rows                   | 400
            PUT  | /api/summaries/SU26-00000000/draft                  | 400
            GET  | /api/records/nobody.docx                            | 404
            GET  | /api/records/%F0%9F%8F%A0.pdf                       | 404
            GET  | /api/records/{me}.docx?term=1999-2000-1             | 404
            GET  | /api/records/{me}.pdf?term=%F0%9F%8F%A0             | 404
            POST | /api/contacts?pair=x                                | 405
            POST | /api/calendar/terms                                 | 403
            POST | /api/programmes                                     | 403
            """)
    void a_request_that_makes_no_sense_is_answered_with_a_sentence(String method, String address, int status) {
        var before = BadlyAsked.rows(database);
        assertProblem(
                http.send(
                        COLLEGE_CLERK,
                        method,
                        address.replace("{me}", COLLEGE_CLERK),
                        method.equals("POST") ? "{}" : null),
                status);
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
    }
}
