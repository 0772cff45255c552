package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Contacts;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator changes or deletes a row: where people's work would stop, it is not deployed, and the old rows stay. */
@ShangdaTest
@Tag("h2")
class EditedRowsProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @LocalServerPort
    int port;

    private Modeler modeler;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
        contacts.forgetEverything();
    }

    @AfterEach
    void the_shipped_tables_are_in_force_again() {
        contacts.forgetEverything();
        modeler.takeBack(engine.getRepositoryService());
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "level-units.dmn",
                        changed("level-units.dmn", "\"own-branch\"", "\"own-brunch\""),
                        "“rule”格里的“own-brunch”不认识"),
                edit(
                        "level-units.dmn",
                        without("level-units.dmn", "Rule_BranchFirst", "Rule_BranchFirstElsewhere"),
                        "没有这种情况"),
                edit("level-deadlines.dmn", without("level-deadlines.dmn", "Rule_Again"), "branch/again/problem"),
                edit("level-deadlines.dmn", without("level-deadlines.dmn", "Rule_Review"), "branch/review/problem"),
                edit(
                        "level-exits.dmn",
                        changed("level-exits.dmn", "\"answered\"", "\"answred\""),
                        "“outcome”格里的“answred”不认识"),
                edit(
                        "level-handling.bpmn",
                        changed("level-handling.bpmn", "formRef=\"handle-concern\"", "formRef=\"handle-concerns\""),
                        "handle-concerns"),
                edit("practice-days.dmn", without("practice-days.dmn", "Rule_RateWithin"), "rate-within"),
                edit(
                        "practice-days.dmn",
                        changed("practice-days.dmn", "\"rate-within\"", "\"rate-wihtin\""),
                        "“what”格里的“rate-wihtin”不认识"),
                edit(
                        "practice-days.dmn",
                        changed("practice-days.dmn", "<text>10</text>", "<text>0</text>"),
                        "要在 1 到 250 之间"),
                edit("words.dmn", changed("words.dmn", "\"住房与后勤\"", "住房与后勤"), "“zh”格写的是 住房与后勤"),
                edit(
                        "words.dmn",
                        changed(
                                "words.dmn",
                                "TypeDifficulty_InUse\">\n          <text></text>",
                                "TypeDifficulty_InUse\">\n          <text>\"no\"</text>"),
                        "要写 true 或 false"),
                edit("words.dmn", changed("words.dmn", "<text>120</text>", "<text>\"last\"</text>"), "要写整数"),
                edit(
                        "contact-duties.dmn",
                        changed("contact-duties.dmn", "\"month\"", "\"moon\""),
                        "“period”格里的“moon”不认识"),
                edit(
                        "event-duties.dmn",
                        changed("event-duties.dmn", "\"linked-member\"", "\"linked-membre\""),
                        "“who”格里的“linked-membre”不认识"),
                edit(
                        "pairing-eligibility.dmn",
                        changed("pairing-eligibility.dmn", "\"any-member\"", "\"some-member\""),
                        "“posts”格里的“some-member”不认识"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void what_would_stop_somebodys_work_is_refused_at_the_door_by_row_and_name(
            String file, String content, String sentence) {
        HttpResponse<String> answer = modeler.send(Map.of(file, content));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(file, sentence);
        String number = cases.raise(Cases.COLLEAGUE, Cases.concern());
        cases.exit(Cases.SECRETARY, number, "answer");
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void a_kind_of_contact_of_one_programme_leaves_the_night_to_the_other_programmes() {
        contacts.pair(Contacts.MEMBER, Contacts.COLLEAGUE);
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);
        modeler.deploy(new ChangedTables()
                .copy("contact-duties", "Rule_ZhejiangContact", "\"contact\"", "\"phone-call\"")
                .files());

        contacts.open();

        assertThat(contacts.owed(contacts.sheet(Contacts.MEMBER, "2026-03"))).contains("phone-call 0/1");
        assertThat(contacts.owed(contacts.sheet(Contacts.TEACHER, "2026-03"))).isNotEmpty();
    }

    private static Arguments edit(String file, String content, String sentence) {
        return Arguments.of(file, content, sentence);
    }

    private static String changed(String file, String before, String after) {
        return Modeler.changed(Modeler.shipped(file), before, after);
    }

    private static String without(String file, String... rules) {
        String content = Modeler.shipped(file);
        for (String rule : rules) {
            String left = Pattern.compile("<rule id=\"" + rule + "\">.*?</rule>", Pattern.DOTALL)
                    .matcher(content)
                    .replaceFirst("");
            assertThat(left).isNotEqualTo(content);
            content = left;
        }
        return content;
    }
}
