package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;

/** Who reads what is written about pairs: notes, occasions and what a carrier has left behind. */
@ShangdaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairStoriesTest extends PairsUnderWay {

    /** The branch sees that a contact took place; the note is for the two until it is confirmed, on paper as well. */
    @Test
    void a_note_is_on_no_paper_and_on_nobodys_page_before_it_is_confirmed() {
        String pair = contacts.pair("chenxin", "yebo");
        contacts.open();
        contacts.register(
                "chenxin",
                contacts.sheet("chenxin", "2026-03"),
                Contacts.with(Contacts.row(pair, "2026-03-02", "talk"), "note", STORY));
        for (String person : ROLES.values()) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).body())
                    .as(person)
                    .doesNotContain(STORY);
        }
        assertThat(http.get(SECRETARY, "/api/contacts?pair=" + pair).body()).contains("2026-03-02");
        for (String person : List.of("chenxin", SECRETARY, COLLEGE_CLERK)) {
            assertThat(paper(person, "/api/records/chenxin.docx"))
                    .contains("谈心谈话")
                    .doesNotContain(STORY);
        }
        assertThat(paper(SECRETARY, "/api/records/jsj1.docx")).doesNotContain(STORY);

        cases.act("yebo", contacts.notes(pair).get(0), "UserTask_ConfirmNote", Map.of("decision", "confirm"));

        for (String person : List.of("chenxin", "yebo", SECRETARY, COLLEGE_CLERK)) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).body()).contains(STORY);
        }
        for (String person : List.of("mayan", "xuning", STRANGER, DEPARTMENT_CLERK, OPERATOR, "admin")) {
            assertThat(http.get(person, "/api/contacts?pair=" + pair).status())
                    .as(person)
                    .isEqualTo(404);
            assertThat(http.get(person, "/api/records/chenxin.docx").status())
                    .as(person)
                    .isEqualTo(404);
        }
        assertThat(paper(SECRETARY, "/api/records/jsj1.docx")).contains(STORY);
    }

    @Test
    void who_takes_a_pair_over_does_not_read_what_two_others_have_not_agreed_upon() {
        String pair = contacts.pair("zhaoxin", "hanwenjing");
        String words = "父母住院，近期不便出差。";
        contacts.open();
        contacts.register(
                "zhaoxin",
                contacts.sheet("zhaoxin", "2026-03"),
                Contacts.with(Contacts.raising(pair, "2026-03-02", "talk"), "note", words));
        contacts.passTo(pair, "wupeng");

        String seen = http.get("wupeng", "/api/contacts?pair=" + pair).body();
        assertThat(seen).contains("2026-03-02").doesNotContain(words, "SD26-");
        assertThat(http.get("hanwenjing", "/api/contacts?pair=" + pair).body()).contains(words, "SD26-");

        cases.act("hanwenjing", contacts.notes(pair).get(0), "UserTask_ConfirmNote", Map.of("decision", "confirm"));
        assertThat(http.get("wupeng", "/api/contacts?pair=" + pair).body()).contains(words);
    }

    @Test
    void the_occasion_of_a_talk_is_for_the_two_and_a_diverted_one_for_nobody_once_it_is_held() {
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        String setback = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "setback");
        for (String one : List.of(Contacts.TEACHER, Contacts.TAUGHT)) {
            assertThat(http.get(one, "/api/event-talks").body()).contains(setback, "工作中遇到挫折");
        }
        List<String> others = new ArrayList<>(ROLES.values());
        others.addAll(List.of(Contacts.TEACHERS_SECRETARY, Contacts.TEACHERS_COLLEGE, PERSONNEL_CLERK));
        String task = cases.task(setback, "UserTask_EventTalk").getId();
        for (String other : others) {
            assertThat(http.get(other, "/api/event-talks").body()).as(other).doesNotContain("挫折", setback);
            assertThat(http.get(other, "/engine-rest/task/" + task + "/form-variables")
                            .body())
                    .as(other)
                    .doesNotContain("挫折", "郑洋");
        }

        String diverted = contacts.arrange(PERSONNEL_CLERK, Contacts.TAUGHT, "discipline");
        String clause = contacts.talk(diverted, "clause");
        assertThat(clause).isNotBlank();
        cases.act(
                Contacts.TEACHERS_SECRETARY, diverted, "UserTask_EventTalk", Map.of("on", "2026-03-02", "way", "talk"));
        others.addAll(List.of(Contacts.TEACHER, Contacts.TAUGHT));
        for (String anybody : others) {
            assertThat(http.get(anybody, "/api/event-talks").body())
                    .as(anybody)
                    .doesNotContain(clause, "党风廉政", "discipline");
        }
        assertThat(http.get(Contacts.TAUGHT, "/api/event-talks").body()).contains(diverted, "2026-03-02");
        assertThat(found("discipline", "act_ru_", "act_hi_", "notice", "event_talk"))
                .as("nor does any table remember it")
                .isEmpty();
        assertThat(found("setback", "act_ru_", "act_hi_", "notice")).isEmpty();
        assertThat(found("setback", "event_talk"))
                .as("whereas a talk that is not diverted has its occasion")
                .isNotEmpty();
    }

    /** Where a word is, in the tables whose names begin so. */
    private List<String> found(String word, String... prefixes) {
        return Canary.cells(database, table -> Stream.of(prefixes).anyMatch(table::startsWith), word);
    }

    private String paper(String person, String path) {
        byte[] file = new OverHttp(port).bytes(person, path).body();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
