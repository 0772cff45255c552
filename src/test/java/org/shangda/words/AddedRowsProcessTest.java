package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Contacts;
import org.shangda.Modeler;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.contact.ContactView;
import org.shangda.pairing.CoverageView;
import org.shangda.pairing.CoverageView.Coverage;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An administrator adds a row to a table, with a word or without one. People's work goes on to its end; what nobody has
 * named is shown as it is written in the table.
 */
@ShangdaTest
@Tag("h2")
class AddedRowsProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pairings pairings;

    @Autowired
    ContactView contactView;

    @Autowired
    CoverageView coverage;

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
        takeBack();
        // A deployment is heard of at once, but that one was deleted only after some seconds.
        modeler.deploy(Map.of("words.dmn", Modeler.shipped("words.dmn")));
        takeBack();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_category_is_raised_settled_and_shown(boolean named) throws IOException {
        ChangedTables tables =
                new ChangedTables().copy("department-routing", "Rule_HousingHqc", "\"housing\"", "\"nursing\"");
        deploy(named ? tables.word("category", "nursing", "护理假", "Nursing leave") : tables);
        String label = named ? "护理假" : "nursing";
        assertThat(offeredByTheStartForm()).contains(label);

        String number = cases.raise(COLLEAGUE, Cases.concernWith("category", "nursing"));

        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))).containsEntry("kind", "问题 · " + label);
        assertThat(engine.getTaskService()
                        .getVariableLocal(cases.task(number, "UserTask_Handle").getId(), "category"))
                .isEqualTo("问题 · " + label);
        cases.exit(SECRETARY, number, "answer");
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.steps(number)).endsWith("RATED");
    }

    @Test
    void an_exit_that_the_product_does_not_know_hinders_no_other() {
        deploy(new ChangedTables().copy("level-exits", "Rule_BranchAnswer", "\"answer\"", "\"phone-call\""));
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("exits")
                        .toString())
                .contains("phone-call", "上报院级党组织");

        cases.exit(SECRETARY, number, "answer");
        assertThat(cases.task(number, "UserTask_Rate")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_kind_of_contact_is_owed_and_registered(boolean named) {
        ChangedTables tables =
                new ChangedTables().copy("contact-duties", "Rule_ZhejiangContact", "\"contact\"", "\"phone-call\"");
        deploy(named ? tables.word("duty", "phone-call", "电话慰问", "Telephone call") : tables);
        String pair = contacts.pair(Contacts.MEMBER, COLLEAGUE);

        contacts.open();

        String sheet = contacts.sheet(Contacts.MEMBER, "2026-03");
        assertThat(contacts.owed(sheet)).contains("phone-call 0/1");
        assertThat(cases.show(Contacts.MEMBER, contacts.registration(sheet))
                        .get("owed")
                        .toString())
                .contains(named ? "电话慰问" : "phone-call");
        contacts.register(
                Contacts.MEMBER,
                sheet,
                Contacts.row(pair, "2026-03-01", "talk"),
                Contacts.row(pair, "2026-03-02", "visit"));
        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
    }

    @Test
    void a_way_and_a_topic_are_words_and_nothing_else() {
        deploy(new ChangedTables()
                .word("way", "office-hours", "接待日面谈", "Reception day")
                .word("topic", "retirement", "退休事宜", "Retirement")
                .copy("contact-duties", "Rule_ZhejiangContact", "visit,talk", "office-hours,visit,talk"));
        String pair = contacts.pair(Contacts.MEMBER, COLLEAGUE);
        contacts.open();
        String sheet = contacts.sheet(Contacts.MEMBER, "2026-03");
        assertThat(cases.show(Contacts.MEMBER, contacts.registration(sheet))
                        .get("ways")
                        .toString())
                .contains("接待日面谈");

        contacts.register(
                Contacts.MEMBER,
                sheet,
                Contacts.with(Contacts.row(pair, "2026-03-02", "office-hours"), "topics", List.of("retirement")));

        assertThat(contacts.state(sheet)).isEqualTo("DISCHARGED");
        assertThat(cases.as(COLLEAGUE, () -> contactView.contactsOf(pair, COLLEAGUE)))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.way()).isEqualTo("接待日面谈");
                    assertThat(held.topics()).containsExactly("退休事宜");
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_category_of_pairs_is_covered_and_arranged_in_a_wave(boolean named) {
        ChangedTables tables = new ChangedTables()
                .copy("pairing-eligibility", "Rule_ZhejiangNewStaff", "\"new-staff\"", "\"retired\"");
        deploy(named ? tables.word("group", "retired", "退休教职工", "Retired colleague") : tables);
        String label = named ? "退休教职工" : "retired";

        String wave = pairings.plan(COLLEGE_CLERK, Map.of("list", "陈宇\t" + label));

        assertThat(cases.show(COLLEGE_CLERK, cases.task(wave, "UserTask_ReviewWave"))
                        .toString())
                .contains(label);
        assertThat(cases.as(COLLEGE_CLERK, () -> coverage.coverage(COLLEGE_CLERK, false, "jsj")))
                .filteredOn(line -> line.category().equals("retired"))
                .extracting(Coverage::label)
                .containsExactly(label);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_occasion_is_arranged_and_talked_about(boolean named) {
        ChangedTables tables =
                new ChangedTables().copy("event-duties", "Rule_ChangeOfPost", "\"change-of-post\"", "\"birthday\"");
        deploy(named ? tables.word("occasion", "birthday", "生日", "Birthday") : tables);
        contacts.pair(Contacts.TEACHER, Contacts.TAUGHT);

        String talk = contacts.arrange(Cases.PERSONNEL_CLERK, Contacts.TAUGHT, "birthday");

        String talker = cases.task(talk, "UserTask_EventTalk").getAssignee();
        assertThat(cases.show(talker, cases.task(talk, "UserTask_EventTalk")))
                .containsEntry("occasionLabel", named ? "生日" : "birthday");
        cases.act(talker, talk, "UserTask_EventTalk", Map.of("on", "2026-03-02", "way", "talk"));
        assertThat(contacts.talk(talk, "state")).isEqualTo("HELD");
    }

    @Test
    void a_column_more_is_a_language_more_for_whoever_asks_for_it() {
        deploy(new ChangedTables().language("ug", "CategoryHousing", "تۇرالغۇ"));

        assertThat(startFormIn("ug")).contains("تۇرالغۇ", "工资待遇").doesNotContain("住房与后勤");
        assertThat(startFormIn("zh-CN")).contains("住房与后勤").doesNotContain("تۇرالغۇ");
        assertThat(startFormIn("en")).contains("Housing and services").doesNotContain("تۇرالغۇ");
        assertThat(startFormIn("de")).contains("住房与后勤");
    }

    private String startFormIn(String language) {
        return new Http(port)
                .get(
                        "/engine-rest/process-definition/key/concern-escalation/deployed-start-form",
                        "Authorization",
                        Http.basic(COLLEAGUE, "demo"),
                        "Accept-Language",
                        language)
                .body();
    }

    private void takeBack() {
        modeler.takeBack(engine.getRepositoryService());
    }

    private void deploy(ChangedTables tables) {
        modeler.deploy(tables.files());
    }

    private String offeredByTheStartForm() throws IOException {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("concern-escalation")
                .latestVersion()
                .singleResult()
                .getId();
        JsonNode form = new ObjectMapper()
                .readTree(cases.as(COLLEAGUE, () -> engine.getFormService().getDeployedStartForm(definition)));
        return form.findValues("label").toString();
    }
}
