package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.CalledBack;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.CaseSheets;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of an answer to several concerns holds for each of them; and each is closed, called back and filed by itself. */
@ShangdaTest
class MergedAnswersProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    CalledBack called;

    @Autowired
    CaseSheets sheets;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        called.forget();
        cases.forgetAll();
    }

    @AfterEach
    void over() {
        called.forget();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    private String shown(String person, String number, String task, String key) {
        return String.valueOf(cases.show(person, cases.task(number, task)).get(key));
    }

    private String suggestion() {
        return merged.ofMember("type", "suggestion");
    }

    // --- what becomes of a suggestion --------------------------------------------------------------------------------

    @Test
    void an_answer_to_a_problem_and_a_suggestion_says_what_becomes_of_the_suggestion_alone() {
        String problem = cases.raise(COLLEAGUE, Cases.concern());
        String suggestion = suggestion();
        assertThat(shown(SECRETARY, problem, "UserTask_Handle", "settledChoices"))
                .isEqualTo("[]");
        merged.merge(SECRETARY, problem, suggestion);
        assertThat(shown(SECRETARY, problem, "UserTask_Handle", "settledChoices"))
                .contains("not-adopted");

        assertRefused(() -> cases.exit(SECRETARY, problem, "answer", Map.of("settled", "")), 400, "请在“采纳情况”中选择一项。");
        cases.exit(
                SECRETARY,
                problem,
                "answer",
                Map.of("settled", "not-adopted", "settledBecause", "经费不足。", "words", "已答复。"));

        assertThat(cases.step(suggestion, "EXIT", "settled")).isEqualTo("not-adopted");
        assertThat(shown(MEMBER, suggestion, "UserTask_Rate", "answer")).isEqualTo("采纳情况：不采纳。理由：经费不足。\n已答复。");
        assertThat(cases.step(problem, "EXIT", "settled")).isNull();
        assertThat(shown(COLLEAGUE, problem, "UserTask_Rate", "answer")).isEqualTo("已答复。");
    }

    @Test
    void the_universitys_decision_on_both_says_what_becomes_of_the_suggestion_alone() {
        String problem = cases.at("organization-department", "problem");
        String suggestion = cases.at("organization-department", "suggestion");
        cases.claim(ORGANIZATION_CLERK, cases.task(problem, "UserTask_Handle"));
        merged.merge(ORGANIZATION_CLERK, problem, suggestion);
        cases.exit(ORGANIZATION_CLERK, problem, "agenda");
        cases.putToTheUniversity(problem);
        Map<String, Object> decision =
                new HashMap<>(Map.of("ruling", "refused", "on", "2026-03-02", "words", "今年没有这笔经费。"));
        assertRefused(
                () -> cases.act(ORGANIZATION_CLERK, problem, "UserTask_RecordDecision", decision),
                400,
                "请在“采纳情况”中选择一项。");

        decision.put("settled", "partly-adopted");
        cases.act(ORGANIZATION_CLERK, problem, "UserTask_RecordDecision", decision);

        assertThat(cases.step(suggestion, "DECISION", "settled")).isEqualTo("partly-adopted");
        assertThat(cases.step(problem, "DECISION", "settled")).isNull();
    }

    /** A department has more time for problems, not for suggestions. */
    @Test
    void what_the_table_does_not_open_to_one_of_them_is_closed_to_all() {
        String problem = cases.at("department", "problem");
        String suggestion = cases.at("department", "suggestion");
        cases.claim(DEPARTMENT_CLERK, cases.task(problem, "UserTask_Handle"));
        assertThat(shown(DEPARTMENT_CLERK, problem, "UserTask_Handle", "exits")).contains("\"extend\"");

        merged.merge(DEPARTMENT_CLERK, problem, suggestion);

        assertThat(shown(DEPARTMENT_CLERK, problem, "UserTask_Handle", "exits"))
                .contains("\"answer\"")
                .doesNotContain("\"extend\"");
        assertRefused(() -> cases.exit(DEPARTMENT_CLERK, problem, "extend"), 409, "本级不能选择“延长办理期限”，请选择其他办理结果。");
    }

    // --- what is checked before an answer leaves ---------------------------------------------------------------------

    @Test
    void what_is_ticked_is_said_of_each_and_what_does_not_hold_for_all_has_its_reason_on_each() {
        List<String> two = merged.twoAtTheDepartment();
        String leading = two.get(0);
        cases.claim(DEPARTMENT_CLERK, cases.task(leading, "UserTask_Handle"));
        assertThat(shown(DEPARTMENT_CLERK, leading, "UserTask_Handle", "because"))
                .contains("对每一件都成立的才勾选");

        cases.exit(
                DEPARTMENT_CLERK,
                leading,
                "answer",
                Map.of("checks", List.of("explained", "owner"), "checksBecause", "其中一位出差，未能沟通。"));
        assertThat(shown(DEPARTMENT_HEAD, leading, "UserTask_Sign", "closing")).contains("未做到", "其中一位出差");
        assertThat(shown(DEPARTMENT_HEAD, leading, "UserTask_Sign", "together"))
                .contains(two.get(1), "教师公寓漏水", "三号楼 402 室");
        cases.approve(DEPARTMENT_HEAD, leading);

        for (String number : two) {
            assertThat(cases.step(number, "EXIT", "checks_held")).isEqualTo("explained,owner");
            assertThat(cases.step(number, "EXIT", "checks_because")).isEqualTo("其中一位出差，未能沟通。");
            assertThat(cases.step(number, "EXIT", "signed_by")).isEqualTo(DEPARTMENT_HEAD);
        }
    }

    // --- each by itself ----------------------------------------------------------------------------------------------

    @Test
    void each_is_one_of_those_from_which_the_call_back_draws() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String[] others = new String[10];
        for (int i = 0; i < others.length; i++) {
            others[i] = merged.ofMember();
        }
        merged.merge(SECRETARY, leading, others);
        cases.exit(SECRETARY, leading, "answer");
        cases.act(COLLEAGUE, leading, "UserTask_Rate", Map.of("rating", "satisfied"));
        for (String other : others) {
            cases.act(MEMBER, other, "UserTask_Rate", Map.of("rating", "satisfied"));
        }

        assertThat(called.draw(CalledBack.DRAWN)).isEqualTo(2);
    }

    @Test
    void the_paper_of_each_says_that_they_were_handled_together_and_names_no_other() {
        List<String> two = merged.twoInTheBranch();
        cases.exit(SECRETARY, two.get(0), "answer", Map.of("words", "本周内维修。"));

        String first = cases.as(SECRETARY, () -> sheets.sheet(two.get(0), SECRETARY))
                .page()
                .way()
                .toString();
        String second = cases.as(MEMBER, () -> sheets.sheet(two.get(1), MEMBER))
                .page()
                .way()
                .toString();

        assertThat(first).contains("其他同类事项与本事项一并办理（并案）").doesNotContain(two.get(1));
        assertThat(second).contains("与其他同类事项合并办理（并案）", "本周内维修。").doesNotContain(two.get(0));
    }

    // --- later -------------------------------------------------------------------------------------------------------

    @Test
    void taken_apart_after_its_day_it_is_supervised_by_itself() {
        List<String> two = merged.twoInTheBranch();
        String due = cases.dueAt(two.get(1), "branch") + ":00";
        cases.passTo(two.get(0), due);
        cases.act(COLLEGE_CLERK, two.get(0), "UserTask_Supervise", Map.of("measure", "urge", "words", "请抓紧。"));
        assertThat(cases.supervisions(two.get(1), "unit")).isEmpty();

        merged.apart(SECRETARY, two.get(0), two.get(1));
        cases.passTo(two.get(1), due);

        assertThat(cases.openTasks(two.get(1)))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern", "UserTask_Supervise");
        assertThat(cases.task(two.get(1), "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        cases.exit(SECRETARY, two.get(1), "answer");
        assertThat(cases.concern(two.get(0), "state")).isEqualTo("OPEN");
    }
}
