package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An exit that only the table knows works as the plain exit of its outcome does; its name is a row of {@code words}, or its
 * code (adr/0035).
 */
@ShangdaTest
class OwnExitProcessTest {

    private static final String WORDS = "已电话答复，本周五前修好。";

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    private String deployed;

    @BeforeEach
    void an_administrator_adds_exits_at_the_branch() throws IOException {
        TestTime.set(TestTime.MONDAY);
        deployed = repository
                .createDeployment()
                .name("exits of our own")
                .addModelInstance(
                        "level-exits.dmn",
                        table(
                                "level-exits",
                                exit("phone-call", "answered", ""),
                                exit("invite", "ask", "1"),
                                exit("to-the-college", "passed-up", ""),
                                exit("think-over", "explain", ""),
                                exit("put-down", "handle", "1")))
                .addModelInstance(
                        "words.dmn",
                        table(
                                "words",
                                List.of(
                                        List.of("\"exit\"", "\"phone-call\""),
                                        List.of("\"电话答复\"", "\"Answer by telephone\"", "900", "true"))))
                .deploy()
                .getId();
    }

    @AfterEach
    void the_shipped_tables_are_in_force_again() {
        repository.deleteDeployment(deployed, true);
    }

    @Test
    void an_exit_that_answers_goes_from_the_form_to_the_rating() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get("exits")
                        .toString())
                .contains("{\"label\":\"电话答复\",\"value\":\"phone-call\",\"like\":\"answer\"")
                .contains("{\"label\":\"to-the-college\",\"value\":\"to-the-college\",\"like\":\"pass-up\"");
        cases.exit(SECRETARY, number, "phone-call", Map.of("words", WORDS));

        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        assertThat(cases.handling(number, "branch", "outcome")).isEqualTo("answered");
        VariableMap shown = cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"));
        assertThat(shown).containsEntry("answer", WORDS);
        assertThat(shown.get("way").toString()).contains("电话答复", WORDS);
        cases.act(COLLEAGUE, number, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void an_exit_asks_for_what_the_plain_one_of_its_outcome_asks_for() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertRefused(() -> cases.exit(SECRETARY, number, "phone-call", Map.of("words", " ")), 400, "请填写“答复内容”。");
        assertRefused(() -> cases.exit(SECRETARY, number, "to-the-college", Map.of("tried", "")), 400, "请填写“已做的工作”。");
        assertThat(cases.handling(number, "branch", "outcome")).isNull();
    }

    @Test
    void an_exit_that_passes_up_leads_to_the_next_level() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "to-the-college");

        assertThat(cases.handlings(number, "level")).containsExactly("branch", "college");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
    }

    @Test
    void an_exit_that_asks_stops_both_clocks_until_the_colleague_answers_and_keeps_to_its_limit() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "invite");
        assertThat(cases.pauses(number, "reason")).containsExactly("asked-colleague");
        cases.act(COLLEAGUE, number, "UserTask_Supplement", Map.of("words", "周三下午有空。"));

        assertThat(cases.pauses(number, "to_at")).doesNotContainNull();
        assertRefused(() -> cases.exit(SECRETARY, number, "invite"), 409, "“invite”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void an_exit_that_explains_comes_back_on_the_day_of_review() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "think-over", Map.of("on", "2026-03-20"));

        assertThat(cases.pauses(number, "reason")).containsExactly("explained");
        assertThat(cases.openTasks(number)).doesNotContain("UserTask_Handle");
    }

    @Test
    void an_exit_that_offers_it_again_keeps_to_its_limit_too() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        cases.exit(SECRETARY, number, "put-down");

        assertThat(cases.findTask(number, "UserTask_Handle")).isPresent();
        assertRefused(() -> cases.exit(SECRETARY, number, "put-down"), 409, "“put-down”的次数已用完，请选择其他办理结果。");
    }

    @Test
    void an_exit_that_no_table_knows_is_refused() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertRefused(() -> cases.exit(SECRETARY, number, "fax"), 400, "请在“办理结果”中选择一项。");
    }

    // --- the changed tables ------------------------------------------------------------------------------------------

    private static List<List<String>> exit(String code, String outcome, String limit) {
        return List.of(
                List.of("-", "\"branch\"", "\"first\"", "not(\"hazard\")"),
                List.of("\"" + code + "\"", "\"" + outcome + "\"", limit, "", "\"实践做法,非制度规定\""));
    }

    /** @param rows each its inputs and its outputs */
    @SafeVarargs
    private static DmnModelInstance table(String key, List<List<String>>... rows) throws IOException {
        try (InputStream shipped = OwnExitProcessTest.class.getResourceAsStream("/bpmn/" + key + ".dmn")) {
            DmnModelInstance model = Dmn.readModelFromStream(shipped);
            DecisionTable table =
                    model.getModelElementsByType(DecisionTable.class).iterator().next();
            for (List<List<String>> row : rows) {
                Rule rule = model.newInstance(Rule.class);
                List<DmnElement> cells = new ArrayList<>();
                row.get(0).forEach(text -> cells.add(cell(model, model.newInstance(InputEntry.class), text)));
                row.get(1).forEach(text -> cells.add(cell(model, model.newInstance(OutputEntry.class), text)));
                cells.forEach(rule::addChildElement);
                table.addChildElement(rule);
            }
            return model;
        }
    }

    private static DmnElement cell(DmnModelInstance model, DmnElement entry, String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        entry.addChildElement(text);
        return entry;
    }
}
