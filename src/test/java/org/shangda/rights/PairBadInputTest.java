package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.rights.BadlyAsked.assertRefused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.rights.OverHttp.Answer;

/** What is wrong on a form or in a request about pairs, contacts, talks and summaries is refused, and leaves no trace. */
@ShangdaTest
@Tag("postgresql")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairBadInputTest extends OpenPairForms {

    private void assertAllRefused(Waiting waiting, List<Map<String, Object>> wrongs) {
        var before = BadlyAsked.rows(database);
        List<String> taken = new ArrayList<>();
        for (Map<String, Object> wrong : wrongs) {
            Answer answer = submit(waiting, wrong);
            String message =
                    answer.status() < 400 ? "" : answer.json().path("message").asText();
            if (answer.status() < 400
                    || answer.status() >= 500
                    || !message.matches("(?s).*\\p{IsHan}.*")
                    || message.length() > 300
                    || message.contains("<")) {
                String sent = wrong.toString();
                taken.add(sent.substring(0, Math.min(200, sent.length())) + " -> " + answer);
            }
        }
        assertThat(taken).isEmpty();
        assertThat(BadlyAsked.rows(database)).isEqualTo(before);
        if (waiting.address().contains("/task/")) {
            assertThat(http.get(waiting.person(), waiting.address().replace("/submit-form", ""))
                            .status())
                    .as("it still waits")
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ask-for-pair       | partner       | -
            ask-for-pair       | partner       | 查无此人
            ask-for-pair       | partner       | shixinyi
            ask-for-pair       | partner       | sunyan
            ask-for-pair       | partner       | jsj2
            ask-for-pair       | partner       | zhengyang
            change-pair        | change        | -
            change-pair        | change        | forget
            change-pair        | change        | rest
            change-pair        | change        | recorder
            change-pair        | endReason     | -
            change-pair        | endReason     | bored
            change-pair        | endReason     | declined
            change-pair        | partner       | 查无此人
            change-pair        | partner       | PR26-00000000
            plan-wave          | name          | -
            plan-wave          | kind          | -
            plan-wave          | kind          | old
            plan-wave          | relation      | friends
            plan-wave          | relation      | leader-branch
            plan-wave          | most          | 0
            plan-wave          | most          | 61
            plan-wave          | most          | -1
            plan-wave          | most          | many
            plan-wave          | unit          | jx
            plan-wave          | unit          | jsj1
            plan-wave          | unit          | 没有这个学院
            plan-wave          | list          | 查无此人,other
            plan-wave          | list          | "
            plan-wave          | list          | =1+1,other
            plan-wave          | list          | chenyu,nonsense
            plan-wave          | list          | zhengyang,other
            review-wave        | decision      | -
            review-wave        | decision      | burn
            consent-to-pair    | decision      | -
            consent-to-pair    | decision      | perhaps
            accept-pair        | decision      | -
            accept-pair        | decision      | agree
            tell-colleague     | decision      | -
            tell-colleague     | decision      | forget
            find-carrier       | decision      | -
            find-carrier       | decision      | choose
            find-carrier       | partner       | -
            find-carrier       | partner       | 查无此人
            find-carrier       | partner       | yebo
            find-carrier       | partner       | suboyuan
            choose-partner     | decision      | -
            choose-partner     | decision      | find
            choose-partner     | partner       | -
            choose-partner     | partner       | luohang
            choose-partner     | partner       | 查无此人
            follow-up          | missedReason  | -
            follow-up          | missedReason  | lazy
            follow-up          | missedMeasure | -
            follow-up          | missedMeasure | punish
            follow-up          | missedMeasure | make-up
            follow-up          | newDay        | tomorrow
            college-look       | missedMeasure | -
            college-look       | missedMeasure | punish
            confirm-note       | decision      | -
            confirm-note       | decision      | correct
            confirm-note       | decision      | publish
            arrange-event-talk | person        | -
            arrange-event-talk | person        | 查无此人
            arrange-event-talk | occasion      | -
            arrange-event-talk | occasion      | gossip
            arrange-event-talk | occasion      | festival
            event-talk         | on            | -
            event-talk         | on            | soon
            event-talk         | on            | 2026-02-30
            event-talk         | on            | 2026-03-01
            event-talk         | on            | 2026-03-03
            event-talk         | on            | +999999999-12-31
            event-talk         | on            | -999999999-01-01
            event-talk         | way           | -
            event-talk         | way           | letter
            follow-up-talk     | missedReason  | lazy
            follow-up-talk     | talkMeasure   | forget
            follow-up-talk     | newDay        | -
            follow-up-talk     | newDay        | 2026-03-02
            follow-up-talk     | newDay        | 2027-03-02
            follow-up-talk     | newDay        | +999999999-12-31
            write-summary      | practice      | -
            review-summary     | verdict       | -
            review-summary     | verdict       | perhaps
            review-summary     | remark        | -
            collect-concerns   | channel       | -
            collect-concerns   | channel       | gossip
            collect-concerns   | on            | -
            collect-concerns   | on            | 2026-03-03
            collect-concerns   | on            | 2025-03-01
            collect-concerns   | on            | -999999999-01-01
            """)
    void what_means_nothing_is_refused(String form, String field, String value) {
        assertAllRefused(forms.get(form), List.of(with(forms.get(form).good(), field, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-03-02         | -
            -                  | 2026-03-02
            2026-03-10         | 2026-03-09
            2024-01-01         | 2025-08-31
            -999999999-01-01   | 2026-04-01
            2026-03-02         | +999999999-12-31
            2026-03-02         | 2032-01-01
            2026-02-30         | 2026-04-01
            """)
    void a_pair_rests_for_days_that_a_calendar_has(String from, String to) {
        Map<String, Object> rest = new HashMap<>();
        rest.put("partner", pair);
        rest.put("change", "rest");
        rest.put("from", from);
        rest.put("to", to);
        assertAllRefused(forms.get("change-pair"), List.of(rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            pairing     | -
            pairing     | PX26-99999999
            pairing     | {foreign}
            on          | -
            on          | 2026-03-03
            on          | 2026-02-28
            on          | 2026-02-30
            on          | yesterday
            on          | +999999999-12-31
            on          | -999999999-01-01
            way         | -
            way         | letter
            way         | report,visit
            title       | -
            description | -
            type        | accusation
            category    | weather
            travel      | everywhere
            consentWay  | silence
            note        | {501}
            """)
    void a_contact_is_one_of_the_own_pairs_in_the_period_and_of_closed_lists(String cell, String value) {
        String typed =
                value == null ? null : value.replace("{foreign}", foreignPair).replace("{501}", "长".repeat(501));
        assertAllRefused(
                forms.get("register-contacts"),
                List.of(Map.of(
                        "contacts",
                        List.of(Contacts.with(Contacts.raising(pair, "2026-03-02", "visit"), cell, typed)))));
    }

    @Test
    void a_foreign_pair_is_refused_like_one_that_does_not_exist() {
        Map<String, Object> row = Contacts.row(pair, "2026-03-02", "visit");
        assertThat(submit(
                                forms.get("register-contacts"),
                                Map.of("contacts", List.of(Contacts.with(row, "pairing", foreignPair))))
                        .body())
                .isEqualTo(submit(
                                forms.get("register-contacts"),
                                Map.of("contacts", List.of(Contacts.with(row, "pairing", "PX26-99999999"))))
                        .body());
        Map<String, Object> change = Map.of("change", "end", "endReason", "fulfilled", "partner", foreignPair);
        Answer foreign = submit(forms.get("change-pair"), change);
        assertRefused(foreign, 404);
        assertThat(foreign.body())
                .isEqualTo(submit(forms.get("change-pair"), with(change, "partner", "PR26-00000000"))
                        .body());
    }

    @Test
    void one_wrong_row_keeps_none_of_the_others() {
        Map<String, Object> good = Contacts.row(pair, "2026-03-02", "visit");
        List<Map<String, Object>> wrongs = new ArrayList<>();
        for (Object wrong : List.of(
                Contacts.with(good, "way", "letter"),
                good,
                Contacts.with(good, "topics", List.of("politics")),
                Contacts.with(good, "topics", List.of()),
                Contacts.with(good, "topics", "work"),
                Contacts.with(good, "topics", Collections.singletonList(null)),
                Contacts.with(good, "actions", List.of(Map.of())),
                Contacts.with(good, "on", 99_999_999_999_999L),
                Contacts.with(good, "on", List.of(2026, 13, 45)),
                Contacts.with(good, "raise", "yes"))) {
            wrongs.add(Map.of("contacts", List.of(good, wrong)));
        }
        assertAllRefused(forms.get("register-contacts"), wrongs);
        wrongs.clear();
        for (Object wrong : List.of(
                Pairings.row("hanwenjing", "", "", "2025-09-01"),
                Pairings.row("hanwenjing", "查无此人", "", "2025-09-01"),
                Pairings.row("查无此人", "shixinyi", "", "2025-09-01"),
                Pairings.row("hanwenjing", "shixinyi", "没有这个类别", "2025-09-01"),
                Pairings.row("hanwenjing", "shixinyi", "", ""),
                Pairings.row("hanwenjing", "shixinyi", "", "2026-03-03"),
                Pairings.row("hanwenjing", "shixinyi", "", "0001-01-01"),
                Contacts.with(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"), "since", null),
                Contacts.with(Pairings.row("hanwenjing", "shixinyi", "", "2025-09-01"), "keep", "yes"))) {
            wrongs.add(Map.of(
                    "decision", "send", "pairs", List.of(Pairings.row("mayan", "shixinyi", "", "2025-09-01"), wrong)));
        }
        assertAllRefused(forms.get("review-wave"), wrongs);
        wrongs.clear();
        Map<String, Object> matter = matter();
        for (Object wrong : List.of(
                matter,
                Contacts.with(matter(), "colleague", "查无此人"),
                Contacts.with(matter(), "colleague", "zhengyang"),
                Contacts.with(matter(), "consentWay", ""),
                Contacts.with(matter(), "travel", "everywhere"))) {
            wrongs.add(Map.of("channel", "meeting", "on", "2026-03-01", "rows", List.of(matter, wrong)));
        }
        wrongs.add(Map.of("channel", "meeting", "on", "2026-03-01", "rows", Collections.nCopies(11, matter)));
        assertAllRefused(forms.get("collect-concerns"), wrongs);
    }

    @Test
    void ten_thousand_pasted_rows_or_one_that_never_ends_are_answered_at_once() {
        Waiting plan = forms.get("plan-wave");
        List<Map<String, Object>> wrongs = new ArrayList<>();
        for (String kind : List.of("new", "existing")) {
            for (String list : List.of(
                    "x\n".repeat(10_000),
                    "chenxin\tchenyu\t2025-09-01\t\n".repeat(500),
                    "a," + "(" + " ".repeat(19_000) + "x",
                    "(" + " ".repeat(19_000) + "x,other")) {
                wrongs.add(with(with(plan.good(), "kind", kind), "list", list));
            }
        }
        wrongs.add(with(with(plan.good(), "kind", "existing"), "list", "\n".repeat(10_000)));
        long start = System.nanoTime();
        assertAllRefused(plan, wrongs);
        assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(60_000_000_000L);
    }

    @Test
    void a_wrong_choice_of_several_is_named_by_the_fields_label() {
        Map<String, Object> wrong = with(forms.get("plan-wave").good(), "categories", List.of("x".repeat(41)));
        assertThat(submit(forms.get("plan-wave"), wrong).json().path("message").asText())
                .isEqualTo("“类别”过长，最多 40 字，请缩短后再提交。");
    }
}
