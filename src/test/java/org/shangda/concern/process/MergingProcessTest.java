package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.SentStatements;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.ConcernPages.Page;
import org.springframework.beans.factory.annotation.Autowired;

/** 并案: concerns about the same thing, of two colleagues, are handled together. It is Monday, 2 March 2026. */
@ShangdaTest
class MergingProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    ConcernPages pages;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    private Page read(String number, String person) {
        return cases.as(person, () -> pages.page(number, person));
    }

    private void rate(String person, String number, String rating) {
        cases.act(person, number, "UserTask_Rate", Map.of("rating", rating, "reason", "not-solved"));
    }

    // --- one handling, everybody's answer ----------------------------------------------------------------------------

    @Test
    void one_is_worked_on_the_answer_goes_to_all_and_each_colleague_rates_it() {
        List<String> two = merged.twoInTheBranch();
        String leading = two.get(0);
        String other = two.get(1);
        assertThat(cases.instance(other, "level-handling")).isWaitingAt("IntermediateEvent_Together");
        assertThat(cases.openTasks(other)).containsExactly("UserTask_MyConcern");
        assertThat(cases.show(SECRETARY, cases.task(leading, "UserTask_Handle"))
                        .get("because")
                        .toString())
                .contains("合并办理：2 件");

        cases.exit(SECRETARY, leading, "answer", Map.of("words", "本周内完成防水维修。"));

        for (String number : two) {
            assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
            assertThat(cases.handlings(number, "outcome")).containsExactly("answered");
        }
        assertThat(read(other, MEMBER).answer()).isEqualTo("本周内完成防水维修。");
        rate(MEMBER, other, "satisfied");
        assertThat(cases.concern(other, "state")).isEqualTo("CLOSED");
        assertThat(cases.concern(leading, "state")).isEqualTo("ANSWERED");
        rate(COLLEAGUE, leading, "basically-satisfied");
        assertThat(cases.instances(leading)).isEmpty();
        assertThat(cases.instances(other)).isEmpty();
    }

    @Test
    void only_who_is_not_satisfied_goes_on_and_by_themselves() {
        List<String> two = merged.twoInTheBranch();
        cases.exit(SECRETARY, two.get(0), "answer");

        rate(MEMBER, two.get(1), "dissatisfied");
        rate(COLLEAGUE, two.get(0), "satisfied");

        assertThat(cases.handlings(two.get(1), "stage")).containsExactly("first", "again");
        assertThat(cases.handlings(two.get(1), "merged_group").get(1)).isNull();
        assertThat(cases.concern(two.get(0), "state")).isEqualTo("CLOSED");
        cases.exit(SECRETARY, two.get(1), "answer");
        rate(MEMBER, two.get(1), "satisfied");
        assertThat(cases.instances(two.get(1))).isEmpty();
    }

    @Test
    void what_is_passed_up_together_is_together_at_the_next_unit_and_goes_to_each_college_before_its_colleague() {
        List<String> two = merged.twoInTheBranch();
        String leading = two.get(0);
        String other = two.get(1);

        cases.exit(SECRETARY, leading, "pass-up");

        assertThat(cases.openTasks(leading)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.instance(other, "level-handling")).isWaitingAt("IntermediateEvent_Together");
        assertThat(cases.handlings(other, "level")).containsExactly("branch", "college");
        assertThat(read(other, COLLEGE_CLERK).title()).isEqualTo("教师公寓漏水");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        assertThat(cases.handling(other, "college", "received_by")).isEqualTo(COLLEGE_CLERK);
        cases.exit(COLLEGE_CLERK, leading, "pass-up", Map.of("unit", Cases.DEPARTMENT));
        assertThat(cases.show(COLLEGE_HEAD, cases.task(leading, "UserTask_Sign"))
                        .get("because")
                        .toString())
                .contains("合并办理：2 件");
        cases.approve(COLLEGE_HEAD, leading);
        cases.exit(DEPARTMENT_CLERK, leading, "answer");
        cases.approve(DEPARTMENT_HEAD, leading);

        for (String number : two) {
            assertThat(cases.handlings(number, "level")).containsExactly("branch", "college", "department");
            assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_PassOnAnswer");
            cases.act(COLLEGE_CLERK, number, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
            assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
        }
        assertThat(read(other, MEMBER).answer()).isEqualTo("同意。");
    }

    @Test
    void a_transfer_takes_all_to_the_other_unit() {
        List<String> two = merged.twoAtTheDepartment();

        cases.exit(DEPARTMENT_CLERK, two.get(0), "transfer", Map.of("unit", "rsc"));
        if (cases.findTask(two.get(0), "UserTask_Sign").isPresent()) {
            cases.approve(DEPARTMENT_HEAD, two.get(0));
        }

        assertThat(cases.handling(two.get(1), "department", "unit")).isEqualTo("rsc");
        assertThat(cases.instance(two.get(1), "level-handling")).isWaitingAt("IntermediateEvent_Together");
        assertThat(read(two.get(1), PERSONNEL_CLERK).number()).isEqualTo(two.get(1));
    }

    @Test
    void what_the_university_decides_for_one_it_decides_for_all() {
        String leading = cases.at("organization-department", "problem");
        String other = cases.at("organization-department", "problem");
        cases.claim(ORGANIZATION_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(ORGANIZATION_CLERK, leading, other);

        cases.exit(ORGANIZATION_CLERK, leading, "agenda");
        assertThat(cases.pauses(other, "reason")).containsExactly("agenda");
        cases.decided(leading, Map.of("ruling", "refused", "on", "2026-03-02", "words", "今年没有这笔经费。"));

        assertThat(cases.concern(other, "state")).isEqualTo("ANSWERED");
        assertThat(cases.step(other, "DECISION", "words")).isEqualTo("今年没有这笔经费。");
    }

    @Test
    void what_is_at_the_same_place_is_shown_before_the_rest_of_the_category() {
        String leading = cases.raise(COLLEAGUE, Cases.concernWith("place", "教师公寓 3 号楼"));
        String elsewhere = merged.ofMember("place", "教师公寓 4 号楼");
        String same = merged.ofMember("place", "教师公寓3号楼402");

        List<String> numbers = merged.similar(SECRETARY, leading).stream()
                .map(row -> row.number())
                .toList();

        assertThat(numbers).containsSubsequence(same, elsewhere);
        merged.merge(SECRETARY, leading, elsewhere);
        assertThat(merged.similar(SECRETARY, leading))
                .first()
                .satisfies(row -> assertThat(row.number()).isEqualTo(elsewhere));
    }

    @Test
    void the_same_place_is_that_of_any_that_is_handled_with_it() {
        String leading = cases.raise(COLLEAGUE, Cases.concernWith("place", "体育馆东门"));
        merged.merge(SECRETARY, leading, merged.ofMember("place", "实验楼 8 层"));
        String elsewhere = merged.ofMember("place", "图书馆二层");
        String there = merged.ofMember("place", "实验楼8层812");

        assertThat(merged.similar(SECRETARY, leading))
                .extracting(row -> row.number())
                .containsSubsequence(there, elsewhere);
    }

    @Test
    void what_is_similar_is_read_in_as_many_statements_however_much_it_is() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        merged.ofMember();
        int few =
                SentStatements.during(() -> merged.similar(SECRETARY, leading)).size();

        for (int i = 0; i < 5; i++) {
            merged.ofMember();
        }

        assertThat(SentStatements.during(() -> merged.similar(SECRETARY, leading)))
                .hasSize(few);
    }

    // --- handed back -------------------------------------------------------------------------------------------------

    private List<String> receivedAtTheCollege() {
        String leading = cases.at("college", "problem");
        String other = merged.ofMember();
        cases.exit(SECRETARY, other, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(COLLEGE_CLERK, leading, other);
        return List.of(leading, other);
    }

    @Test
    void what_is_handed_back_is_to_be_received_anew_all_of_it() {
        List<String> two = receivedAtTheCollege();
        assertThat(cases.handling(two.get(1), "college", "received_by")).isEqualTo(COLLEGE_CLERK);

        cases.exit(COLLEGE_CLERK, two.get(0), "hand-back");

        assertThat(cases.handling(two.get(1), "college", "received_by")).isNull();
        assertThat(cases.steps(two.get(1))).endsWith("MERGED", "EXIT");
        merged.apart(OTHER_COLLEGE_CLERK, two.get(0), two.get(1));
        assertThat(cases.task(two.get(1), "UserTask_Handle").getAssignee()).isNull();
    }

    @Test
    void what_is_handed_back_and_led_is_withdrawn_the_next_one_is_for_anybody_to_receive() {
        List<String> two = receivedAtTheCollege();
        cases.exit(COLLEGE_CLERK, two.get(0), "hand-back");

        cases.act(COLLEAGUE, two.get(0), "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.task(two.get(1), "UserTask_Handle").getAssignee()).isNull();
        cases.exit(OTHER_COLLEGE_CLERK, two.get(1), "answer");
    }

    // --- coming apart ------------------------------------------------------------------------------------------------

    @Test
    void taken_apart_each_goes_on_where_it_stands_with_its_own_clock() {
        TestTime.set("2026-02-27T10:00:00");
        String other = merged.ofMember();
        String due = cases.dueAt(other, "branch");
        TestTime.set(TestTime.MONDAY);
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String own = cases.dueAt(leading, "branch");
        merged.merge(SECRETARY, leading, other);
        assertThat(cases.dueAt(leading, "branch")).isEqualTo(due).isNotEqualTo(own);

        assertThat(merged.apart(SECRETARY, leading, other)).noneMatch(row -> row.merged());

        assertThat(cases.openTasks(other)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.task(other, "UserTask_Handle").getAssignee()).isEqualTo(SECRETARY);
        assertThat(cases.dueAt(leading, "branch")).isEqualTo(own);
        assertThat(cases.dueOf(leading, "UserTask_Handle")).isEqualTo(TestTime.at(own + ":00"));
        assertThat(cases.dueAt(other, "branch")).isEqualTo(due);
        cases.exit(SECRETARY, leading, "answer");
        assertThat(cases.concern(other, "state")).isEqualTo("OPEN");
        cases.exit(SECRETARY, other, "pass-up");
        assertThat(cases.handlings(other, "level")).containsExactly("branch", "college");
        assertThat(read(other, MEMBER).way()).extracting(row -> row.what()).contains("与其他同类事项合并办理（并案）", "解除并案，单独办理");
    }

    @Test
    void when_the_colleague_of_the_leading_one_withdraws_the_next_one_leads() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String next = merged.ofMember();
        String last = merged.ofMember();
        merged.merge(SECRETARY, leading, next, last);

        cases.act(COLLEAGUE, leading, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.instances(leading)).isEmpty();
        assertThat(cases.openTasks(next)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.openTasks(last)).containsExactly("UserTask_MyConcern");
        cases.exit(SECRETARY, next, "answer");
        assertThat(cases.concern(last, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void whoever_withdraws_one_that_waits_leaves_the_others_together() {
        List<String> two = merged.twoInTheBranch();

        cases.act(MEMBER, two.get(1), "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.instances(two.get(1))).isEmpty();
        assertThat(cases.handling(two.get(0), "branch", "merged_group")).isNull();
        cases.exit(SECRETARY, two.get(0), "answer");
        assertThat(cases.concern(two.get(1), "state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_was_explained_to_all_is_taken_up_for_all_on_the_day_of_review() {
        List<String> two = merged.twoInTheBranch();
        cases.exit(SECRETARY, two.get(0), "explain", Map.of("on", "2026-03-20"));
        assertThat(cases.pauses(two.get(1), "reason")).containsExactly("explained");

        cases.passTo(two.get(0), "2026-03-20T12:00:00");

        assertThat(cases.pauses(two.get(1), "to_at")).doesNotContainNull();
        assertThat(cases.openTasks(two.get(0))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_MyConcern");
    }

    /** The other colleague was not asked, so their time goes on. */
    @Test
    void what_one_colleague_is_asked_stops_no_clock_of_the_others() {
        List<String> two = merged.twoInTheBranch();

        cases.exit(SECRETARY, two.get(0), "ask");

        assertThat(cases.pauses(two.get(1), "reason")).isEmpty();
        assertThat(cases.steps(two.get(1))).doesNotContain("EXIT");
        cases.act(COLLEAGUE, two.get(0), "UserTask_Supplement", Map.of("words", "每逢下雨。"));
        cases.exit(SECRETARY, two.get(0), "answer");
        assertThat(cases.concern(two.get(1), "state")).isEqualTo("ANSWERED");
    }

    @Test
    void what_its_colleague_has_answered_is_in_hand_again_and_may_be_put_together_and_taken_apart() {
        List<String> two = merged.twoInTheBranch();
        String third = merged.ofMember();
        cases.exit(SECRETARY, two.get(0), "ask");
        cases.act(COLLEAGUE, two.get(0), "UserTask_Supplement", Map.of("words", "每逢下雨。"));

        merged.merge(SECRETARY, two.get(0), third);
        merged.apart(SECRETARY, two.get(0), two.get(1));

        assertThat(cases.openTasks(third)).containsExactly("UserTask_MyConcern");
        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void what_leads_while_something_is_explained_and_is_withdrawn_leaves_the_next_one_resting_until_the_same_day() {
        List<String> two = merged.twoInTheBranch();
        cases.exit(SECRETARY, two.get(0), "explain", Map.of("on", "2026-03-20"));

        cases.act(COLLEAGUE, two.get(0), "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.instance(two.get(1), "level-handling")).isWaitingAt("IntermediateEvent_Review");
        cases.passTo(two.get(1), "2026-03-20T12:00:00");
        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }
}
