package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ChangedTables;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.MyConcerns;
import org.shangda.words.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** J20 意见建议: an answer says what becomes of the suggestion; and before some answers leave, their unit says what it did. */
@ShangdaTest
class SuggestionOutcomesProcessTest {

    private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Words words;

    @Autowired
    MyConcerns mine;

    private Modeler modeler;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        modeler = new Modeler(port);
    }

    @AfterEach
    void asShipped() {
        cases.endAll();
        modeler.takeBack(engine.getRepositoryService());
    }

    // --- 采纳情况 ----------------------------------------------------------------------------------------------------

    @Test
    void J20_a_suggestion_is_not_answered_without_what_becomes_of_it() {
        String number = suggested();
        assertThat(codes(number, "settledChoices"))
                .containsExactly("adopted", "partly-adopted", "kept-for-study", "not-adopted");

        assertRefused(() -> answer(number, Map.of("settled", "")), 400, "请在“采纳情况”中选择一项。");
        assertRefused(() -> answer(number, Map.of("settled", "nonesuch")), 400, "请在“采纳情况”中选择一项。");
        answer(number, Map.of("settled", "kept-for-study"));

        assertThat(cases.step(number, "EXIT", "settled")).isEqualTo("kept-for-study");
    }

    @Test
    void J20_what_is_not_adopted_has_a_reason_and_the_colleague_reads_both_with_the_answer() {
        String number = suggested();

        assertRefused(() -> answer(number, Map.of("settled", "not-adopted")), 400, "请填写“不采纳的理由”。");
        answer(number, Map.of("settled", "not-adopted", "settledBecause", "经费不足。", "words", "感谢建议。"));

        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate")).get("answer"))
                .isEqualTo("采纳情况：不采纳。理由：经费不足。\n感谢建议。");
        assertThat(way(number)).contains("采纳情况：不采纳。理由：经费不足。");
        assertThat(cases.as(COLLEAGUE, () -> mine.of(COLLEAGUE, false, number, 0))
                        .toString())
                .contains("words=采纳情况：不采纳。理由：经费不足。");
    }

    @Test
    void J20_a_reason_typed_for_another_outcome_is_not_kept() {
        String number = suggested();

        answer(number, Map.of("settled", "adopted", "settledBecause", "原先想写的理由"));

        assertThat(cases.step(number, "EXIT", "settled_because")).isNull();
    }

    @Test
    void J20_a_problem_is_not_asked_and_neither_is_what_is_pointed_to_another_channel() {
        String problem = cases.raise(COLLEAGUE, Cases.concern());
        answer(problem, Map.of());
        assertThat(cases.step(problem, "EXIT", "settled")).isNull();

        String elsewhere = suggested();
        cases.act(
                SECRETARY,
                elsewhere,
                "UserTask_Handle",
                Map.of("exit", "other-channel", "channel", "trade-union", "words", "请找工会。"));
        assertThat(cases.step(elsewhere, "EXIT", "settled")).isNull();
    }

    @Test
    void J20_an_outcome_that_a_school_adds_is_offered_and_one_under_another_name_asks_for_a_reason_too() {
        modeler.deploy(new ChangedTables()
                .word("settled", "tried-out", "先行试点", "Tried out")
                .word("settled", "not-adopted.cost", "因经费不采纳", "Not adopted for cost")
                .files());
        String number = suggested();
        assertThat(codes(number, "settledChoices")).contains("tried-out", "not-adopted.cost");

        assertRefused(() -> answer(number, Map.of("settled", "not-adopted.cost")), 400, "请填写“不采纳的理由”。");
        answer(number, Map.of("settled", "tried-out"));

        assertThat(way(number)).contains("采纳情况：先行试点");
    }

    @Test
    void J20_the_universitys_decision_on_a_suggestion_says_what_becomes_of_it() {
        String number = cases.at("organization-department", "suggestion");
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        cases.putToTheUniversity(number);
        Map<String, Object> decision = new HashMap<>(Map.of("ruling", "refused", "on", "2026-03-02", "words", "列入计划。"));

        assertRefused(
                () -> cases.act(ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision),
                400,
                "请在“采纳情况”中选择一项。");
        decision.put("settled", "partly-adopted");
        cases.act(ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision);

        assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate"))
                        .get("answer")
                        .toString())
                .startsWith("采纳情况：部分采纳\n列入计划。");
    }

    // --- 答复前核对 --------------------------------------------------------------------------------------------------

    @Test
    void J23_a_departments_answer_leaves_with_what_was_checked_and_a_no_has_a_reason() {
        String number = cases.at("department", "problem");
        Map<String, Object> form = new HashMap<>(Map.of("exit", "answer", "words", "已修好。", "checks", List.of("spoke")));
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        Task task = cases.task(number, "UserTask_Handle");

        assertRefused(
                () -> cases.submit(DEPARTMENT_CLERK, task, form),
                400,
                "答复前核对中没有勾选：" + called("explained") + "、" + called("owner") + "。请做到后勾选，或填写“没有做到的原因”。");
        form.put("checksBecause", "反映人出差。");
        cases.submit(DEPARTMENT_CLERK, task, form);

        String told = "答复前核对：" + called("spoke") + "。未做到：" + called("explained") + "、" + called("owner") + "。原因：反映人出差。";
        assertThat(cases.show(DEPARTMENT_HEAD, cases.task(number, "UserTask_Sign")))
                .containsEntry("closing", told);
        cases.approve(DEPARTMENT_HEAD, number);
        assertThat(cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_PassOnAnswer"))
                        .get("way")
                        .toString())
                .contains(told);
        cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        assertThat(way(number)).doesNotContain("答复前核对", "反映人出差。");
    }

    @Test
    void J23_what_was_checked_stays_on_the_form_when_the_head_sends_the_answer_back() {
        String number = cases.at("department", "suggestion");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.act(
                DEPARTMENT_HEAD,
                number,
                "UserTask_Sign",
                Map.of("decision", "send-back", "words", "x", "reason", "请改。"));

        Map<String, Object> shown = cases.show(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(shown).containsEntry("settled", "adopted");
        assertThat(shown.get("checks")).hasToString("[\"spoke\",\"explained\",\"owner\"]");
    }

    @Test
    void J23_where_no_row_asks_for_a_check_none_is_asked() {
        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(codes(number, "checkChoices")).isEmpty();
        answer(number, Map.of("checks", List.of("spoke")));

        assertThat(cases.step(number, "EXIT", "checks_held")).isNull();
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    private String suggested() {
        return cases.raise(COLLEAGUE, Cases.concernWith("type", "suggestion"));
    }

    private void answer(String number, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(Map.of("exit", "answer", "words", "已收悉。"));
        form.putAll(more);
        cases.act(SECRETARY, number, "UserTask_Handle", form);
    }

    private List<String> codes(String number, String list) {
        return VALUE.matcher(cases.show(SECRETARY, cases.task(number, "UserTask_Handle"))
                        .get(list)
                        .toString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String called(String check) {
        return cases.as(SECRETARY, () -> words.label("closing-check", check));
    }

    private String way(String number) {
        return cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                .get("way")
                .toString();
    }
}
