package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.Joining;
import org.shangda.concern.Joining.Join;
import org.shangda.concern.Joining.Open;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** 附议: a colleague joins what somebody else has raised, without reading it. It is Monday, 2 March 2026. */
@ShangdaTest
class JoiningProcessTest {

    /** A colleague of another college. */
    private static final String ELSEWHERE = "zhoutao";

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    Joining joining;

    @Autowired
    ConcernPages pages;

    @BeforeEach
    void monday() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    private List<Open> open(String person) {
        return open(person, null);
    }

    private List<Open> open(String person, String place) {
        return cases.as(person, () -> joining.open(person, "housing", place));
    }

    private String join(String person, String travel) {
        long visit = open(person).get(0).visit();
        return join(person, visit, travel, true);
    }

    private String join(String person, long visit, String travel, boolean agrees) {
        return cases.as(person, () -> joining.join(person, visit, new Join("", travel, agrees, null, null)));
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String atTheDepartment() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        return number;
    }

    @Test
    void what_is_shown_is_category_level_and_how_many() throws JsonProcessingException {
        atTheDepartment();

        String shown = new ObjectMapper().writeValueAsString(open(MEMBER));

        assertThat(open(MEMBER)).singleElement().satisfies(one -> {
            assertThat(one.category()).isEqualTo("住房与后勤");
            assertThat(one.level()).isEqualTo("职能部门");
            assertThat(one.concerns()).isEqualTo(1);
        });
        assertThat(shown).doesNotContain("SD26", "漏水", "陈宇", COLLEAGUE, "后勤管理处");
    }

    @Test
    void similar_is_what_is_of_the_same_category_and_at_the_same_place() {
        String building = "教师公寓 3 号楼";
        cases.raise(COLLEAGUE, Cases.concernWith("place", "教师公寓（3号楼）502 室"));
        cases.raise(COLLEAGUE, Cases.concernWith("place", "教师公寓 13 号楼"));
        cases.raise(COLLEAGUE, Cases.concern());
        Map<String, Object> other = Cases.concernWith("place", building);
        other.put("category", "teaching");
        cases.raise(COLLEAGUE, other);

        assertThat(open(MEMBER, building))
                .extracting(Open::place, Open::samePlace)
                .containsExactly(tuple(building, true), tuple("", false));
        assertThat(open(MEMBER, "3号楼502")).extracting(Open::place).containsExactly("3号楼502", "");
        assertThat(open(MEMBER, "教师公寓 5 号楼")).extracting(Open::place).containsExactly("");
        assertThat(open(MEMBER)).as("of the category").extracting(Open::place).containsExactly("", "", "");
    }

    @Test
    void nobody_finds_out_by_naming_rooms_who_withholds_their_name() {
        Map<String, Object> withheld = Cases.concernWith("travel", "nameless-above-branch");
        withheld.put("place", "402 室");
        cases.exit(SECRETARY, cases.raise(COLLEAGUE, withheld), "pass-up");
        cases.at("college", "problem");

        assertThat(open(ELSEWHERE, "402 室")).extracting(Open::place).containsExactly("", "");
        assertThat(open(ELSEWHERE, "402 室"))
                .extracting(Open::visit)
                .as("nor by the order")
                .isEqualTo(open(ELSEWHERE, "12 室").stream().map(Open::visit).toList());
    }

    @Test
    void who_joins_says_where_theirs_is() {
        String leading = cases.raise(COLLEAGUE, Cases.concernWith("place", "3 号楼 502"));
        long visit = open(MEMBER, "3 号楼").get(0).visit();

        String own =
                cases.as(MEMBER, () -> joining.join(MEMBER, visit, new Join("", "named", true, "3 号楼 402", List.of())));

        assertThat(cases.concern(own, "place")).isEqualTo("3 号楼 402");
        assertThat(merged.similar(SECRETARY, leading)).singleElement().satisfies(row -> {
            assertThat(row.place()).isEqualTo("3 号楼 402");
            assertThat(row.merged()).isTrue();
        });
        assertThat(cases.show(SECRETARY, cases.task(leading, "UserTask_Handle"))
                        .get("together")
                        .toString())
                .contains(own, "3 号楼 402");
    }

    @Test
    void ten_are_shown_at_most_and_those_at_the_same_place_first() {
        cases.raise(COLLEAGUE, Cases.concernWith("place", "3 号楼"));
        for (int i = 0; i < 12; i++) {
            cases.raise(COLLEAGUE, Cases.concern());
        }

        assertThat(open(MEMBER, "3 号楼")).hasSize(10).first().matches(Open::samePlace);
    }

    @Test
    void who_joins_has_a_concern_of_their_own_where_the_other_one_is_and_rates_the_answer() {
        String leading = atTheDepartment();

        String own = join(MEMBER, "named");

        assertThat(cases.handlings(own, "level")).containsExactly("department");
        assertThat(cases.instance(own, "level-handling")).isWaitingAt("IntermediateEvent_Together");
        assertThat(cases.openTasks(own)).containsExactly("UserTask_MyConcern");
        assertThat(cases.show(DEPARTMENT_CLERK, cases.task(leading, "UserTask_Handle"))
                        .get("because")
                        .toString())
                .contains("合并办理：2 件");
        cases.exit(DEPARTMENT_CLERK, leading, "answer");
        cases.approve(DEPARTMENT_HEAD, leading);
        cases.act(COLLEGE_CLERK, own, "UserTask_PassOnAnswer", Map.of("decision", "pass-on"));
        cases.act(MEMBER, own, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.instances(own)).isEmpty();
        assertThat(cases.concern(leading, "state")).isEqualTo("OPEN");
    }

    @Test
    void the_name_of_who_joins_travels_as_they_say() {
        atTheDepartment();

        String named = join(MEMBER, "named");
        assertThat(cases.as(DEPARTMENT_CLERK, () -> pages.page(named, DEPARTMENT_CLERK))
                        .colleague())
                .isEqualTo("孙艳");
        String withheld = join("lubin", "nameless-above-branch");
        assertThat(cases.as(DEPARTMENT_CLERK, () -> pages.page(withheld, DEPARTMENT_CLERK))
                        .colleague())
                .doesNotContain("陆斌");
        assertRefused(() -> join(ELSEWHERE, "first-receiver-only"), "join.stays-with-first");
    }

    @Test
    void in_ones_own_branch_it_may_stay_with_the_first_receiver() {
        cases.raise(COLLEAGUE, Cases.concern());

        String own = join(MEMBER, "first-receiver-only");

        assertThat(cases.handlings(own, "answering_unit")).containsExactly("jsj1");
        assertRefused(() -> pages.page(own, COLLEGE_CLERK), "concern.not-found");
    }

    @Test
    void the_first_colleague_reads_that_somebody_joined_and_not_who() throws JsonProcessingException {
        String leading = atTheDepartment();
        String own = join(MEMBER, "named");

        String first = new ObjectMapper().writeValueAsString(cases.as(COLLEAGUE, () -> pages.page(leading, COLLEAGUE)));
        String second = new ObjectMapper().writeValueAsString(cases.as(MEMBER, () -> pages.page(own, MEMBER)));

        assertThat(first).contains("有同事附议").doesNotContain("孙艳", MEMBER, own);
        assertThat(second).contains("与其他同类事项合并办理").doesNotContain("漏水", "陈宇", leading);
        assertRefused(() -> pages.page(leading, MEMBER), "concern.not-found");
    }

    @Test
    void what_may_not_be_known_of_is_not_offered() {
        cases.raise(COLLEAGUE, Cases.concernWith("travel", "first-receiver-only"));
        cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch"));
        cases.at("department", "hazard");
        cases.raise(COLLEAGUE, Cases.concernWith("standAside", MEMBER));
        assertThat(open(MEMBER)).isEmpty();

        cases.raise(COLLEAGUE, Cases.concern());
        assertThat(open(MEMBER)).hasSize(1);
        assertThat(open(COLLEAGUE)).as("one's own").isEmpty();
        assertThat(open(SECRETARY)).as("whoever works on it").isEmpty();
        assertThat(open(ELSEWHERE)).as("of another branch").isEmpty();
    }

    @Test
    void what_one_of_several_does_not_allow_is_offered_to_nobody_else() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(open("lubin")).hasSize(1);

        String reserved = join(MEMBER, "first-receiver-only");
        assertThat(open("lubin")).isEmpty();
        merged.apart(SECRETARY, leading, reserved);
        assertThat(open("lubin")).hasSize(1);

        String withheld = merged.ofMember("travel", "nameless-above-branch");
        merged.merge(SECRETARY, leading, withheld);
        assertThat(open("lubin")).as("in their own branch").isEmpty();
    }

    @Test
    void nobody_joins_without_consent_or_twice_or_what_has_moved_on() {
        String leading = atTheDepartment();
        long visit = open(MEMBER).get(0).visit();
        assertRefused(() -> join(MEMBER, visit, "named", false), "join.consent");

        join(MEMBER, visit, "named", true);
        assertRefused(() -> join(MEMBER, visit, "named", true), "join.gone");

        cases.exit(DEPARTMENT_CLERK, leading, "answer");
        assertRefused(() -> join(ELSEWHERE, visit, "named", true), "join.gone");
        assertRefused(() -> join(ELSEWHERE, 1L, "named", true), "join.gone");
    }

    @Test
    void who_has_joined_and_withdrawn_is_told_why_they_cannot_join_there_again() {
        cases.raise(COLLEAGUE, Cases.concern());
        long visit = open(MEMBER).get(0).visit();
        cases.act(MEMBER, join(MEMBER, visit, "named", true), "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertRefused(() -> join(MEMBER, visit, "named", true), "join.twice");
    }

    @Test
    void taken_apart_it_is_worked_on_where_it_is_and_withdrawn_it_leaves_the_other_alone() {
        String leading = atTheDepartment();
        String own = join(MEMBER, "named");
        assertThat(cases.handling(own, "department", "received_by"))
                .as("who has received the leading one has received all")
                .isEqualTo(DEPARTMENT_CLERK);
        merged.apart(DEPARTMENT_CLERK, leading, own);
        assertThat(cases.task(own, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_CLERK);
        assertThat(cases.openTasks(own)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        cases.exit(DEPARTMENT_CLERK, own, "answer");
        cases.approve(DEPARTMENT_HEAD, own);
        assertThat(cases.openTasks(leading)).containsExactly("UserTask_Handle", "UserTask_MyConcern");

        String third = join("lubin", "named");
        cases.act("lubin", third, "UserTask_MyConcern", Map.of("action", "withdraw"));
        assertThat(cases.handling(leading, "department", "merged_group")).isNull();
    }

    @Test
    void who_joins_in_the_college_is_heard_by_its_head_as_well() {
        String leading = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        String own = join(MEMBER, "named");

        cases.exit(COLLEGE_CLERK, leading, "pass-up", Map.of("unit", Cases.DEPARTMENT));
        cases.approve(COLLEGE_HEAD, leading);

        assertThat(cases.handlings(own, "level")).containsExactly("college", "department");
        assertThat(cases.instance(own, "level-handling")).isWaitingAt("IntermediateEvent_Together");
    }
}
