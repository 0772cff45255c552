package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What may not be handled together, who may not put it together, and what nobody reads by it. */
@ShangdaTest
class MergingRefusedProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    ConcernPages pages;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String inTheCollege(String person, Map<String, Object> form) {
        String number = cases.raise(person, form);
        cases.exit(SECRETARY, number, "pass-up");
        return number;
    }

    // --- which may not -----------------------------------------------------------------------------------------------

    @Test
    void a_safety_hazard_is_dealt_with_by_itself() {
        String hazard = cases.at("college", "hazard");
        String other = cases.at("department", "problem");
        cases.claim(Cases.DEPARTMENT_CLERK, cases.task(other, "UserTask_Handle"));

        assertRefused(() -> merged.merge(Cases.DEPARTMENT_CLERK, other, hazard), "merge.hazard");
    }

    @Test
    void what_waits_for_a_signature_is_not_put_together_and_not_taken_apart() {
        String leading = inTheCollege(COLLEAGUE, Cases.concern());
        String other = inTheCollege(MEMBER, Cases.concern());
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(COLLEGE_CLERK, leading, other);
        String third = inTheCollege(MEMBER, Cases.concern());
        cases.exit(COLLEGE_CLERK, leading, "pass-up", Map.of("unit", Cases.DEPARTMENT));

        assertRefused(() -> merged.merge(COLLEGE_CLERK, leading, third), "merge.not-in-hand");
        assertRefused(() -> merged.apart(COLLEGE_CLERK, leading, other), "merge.being-signed");
    }

    @Test
    void what_is_handled_again_is_handled_by_itself() {
        String again = cases.again("branch", "problem");
        String other = merged.ofMember();

        assertRefused(() -> merged.merge(SECRETARY, other, again), "merge.handled-again");
    }

    @Test
    void what_is_with_others_already_is_taken_apart_first_and_what_waits_leads_nothing() {
        List<String> two = merged.twoInTheBranch();
        String third = merged.ofMember();

        assertRefused(() -> merged.merge(SECRETARY, third, two.get(1)), "merge.merged-already");
        assertRefused(() -> merged.merge(SECRETARY, two.get(1), third), "merge.waits-itself");
        assertRefused(() -> merged.apart(SECRETARY, two.get(0), third), "merge.not-together");
    }

    @Test
    void what_leads_none_takes_none_apart_and_the_refusal_says_how_it_stands() {
        List<String> two = merged.twoInTheBranch();
        String third = merged.ofMember();

        assertRefused(() -> merged.apart(SECRETARY, third, two.get(1)), "merge.alone");
        assertRefused(() -> merged.apart(SECRETARY, two.get(1), two.get(0)), "merge.waits-itself");
        assertRefused(() -> merged.apart(SECRETARY, two.get(0), two.get(0)), "merge.itself");
        assertRefused(() -> merged.merge(SECRETARY, third, third), "merge.itself");
        assertThat(cases.handling(two.get(1), "branch", "led_by")).isNotNull();
    }

    @Test
    void the_same_once_more_changes_nothing() {
        List<String> two = merged.twoInTheBranch();
        List<String> steps = cases.steps(two.get(1));

        merged.merge(SECRETARY, two.get(0), two.get(1), two.get(1));

        assertThat(cases.steps(two.get(1))).isEqualTo(steps);
    }

    @Test
    void either_all_that_were_chosen_or_none() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String good = merged.ofMember();
        String again = cases.again("branch", "problem");

        assertRefused(() -> merged.merge(SECRETARY, leading, good, again), "merge.handled-again");

        assertThat(cases.openTasks(good)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handling(good, "branch", "led_by")).isNull();
    }

    @Test
    void a_case_on_an_older_diagram_has_no_place_to_wait() {
        String old = Modeler.shipped("level-handling.bpmn").replace("name=\"merged\"", "name=\"merged-before\"");
        String deployed = engine.getRepositoryService()
                .createDeployment()
                .name("older")
                .addString("level-handling.bpmn", old)
                .deploy()
                .getId();
        String other = merged.ofMember();
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        try {
            assertRefused(() -> merged.merge(SECRETARY, leading, other), "merge.older-way");
            assertThat(cases.openTasks(other)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        } finally {
            cases.endAll();
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
    }

    // --- what the colleague allowed ----------------------------------------------------------------------------------

    @Test
    void what_one_of_them_does_not_allow_is_closed_to_all_until_it_is_taken_apart() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String reserved = merged.ofMember("travel", "first-receiver-only");
        merged.merge(SECRETARY, leading, reserved);

        assertThatThrownBy(() -> cases.exit(SECRETARY, leading, "pass-up"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("仅限首接人知悉");

        merged.apart(SECRETARY, leading, reserved);
        cases.exit(SECRETARY, leading, "pass-up");
        assertThat(cases.handlings(reserved, "level")).containsExactly("branch");
    }

    // --- who may not -------------------------------------------------------------------------------------------------

    @Test
    void whoever_does_not_work_on_it_puts_nothing_together() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String other = merged.ofMember();

        for (String person : List.of(STRANGER, COLLEGE_CLERK, ORGANIZATION_CLERK)) {
            assertRefused(() -> merged.merge(person, leading, other), "concern.not-found");
            assertRefused(() -> merged.similar(person, leading), "concern.not-found");
        }
        assertRefused(() -> merged.merge(COLLEAGUE, leading, other), "merge.not-yours");
        assertRefused(() -> merged.similar(COLLEAGUE, leading), "merge.not-yours");
    }

    @Test
    void what_a_colleague_of_the_unit_has_received_is_theirs() {
        String leading = inTheCollege(COLLEAGUE, Cases.concern());
        String other = inTheCollege(MEMBER, Cases.concern());
        assertRefused(() -> merged.merge(COLLEGE_CLERK, leading, other), "merge.receive-first");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        cases.claim(OTHER_COLLEGE_CLERK, cases.task(other, "UserTask_Handle"));

        assertRefused(() -> merged.merge(COLLEGE_CLERK, leading, other), "merge.with-another");
    }

    @Test
    void whoever_stands_aside_in_one_of_them_neither_sees_nor_puts_together_nor_signs() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String aside = merged.ofMember("standAside", SECRETARY);
        assertThat(merged.similar(SECRETARY, leading))
                .noneMatch(row -> row.number().equals(aside));
        assertRefused(() -> merged.merge(SECRETARY, leading, aside), "concern.not-found");
        assertRefused(() -> merged.merge(DEPUTY_SECRETARY, aside, leading), "merge.not-yours");

        String inCollege = inTheCollege(COLLEAGUE, Cases.concern());
        String withoutHead = inTheCollege(MEMBER, Cases.concernWith("standAside", COLLEGE_HEAD));
        cases.claim(COLLEGE_CLERK, cases.task(inCollege, "UserTask_Handle"));
        merged.merge(COLLEGE_CLERK, inCollege, withoutHead);
        cases.exit(COLLEGE_CLERK, inCollege, "pass-up", Map.of("unit", Cases.DEPARTMENT));
        assertThat(cases.task(inCollege, "UserTask_Sign").getAssignee()).isNotEqualTo(COLLEGE_HEAD);
        assertThatThrownBy(() -> cases.show(COLLEGE_HEAD, cases.task(inCollege, "UserTask_Sign")))
                .isInstanceOf(RefusedRequest.class);
    }

    // --- what nobody reads -------------------------------------------------------------------------------------------

    @Test
    void a_colleague_reads_that_it_is_handled_with_others_and_never_whose_or_what_they_say()
            throws JsonProcessingException {
        Map<String, Object> story = Cases.concernWith("title", "金丝雀一号");
        story.put("description", "金丝雀的详情");
        String leading = cases.raise(COLLEAGUE, story);
        String other = merged.ofMember("title", "麻雀二号");
        merged.merge(SECRETARY, leading, other);
        cases.exit(SECRETARY, leading, "ask", Map.of("words", "请问是哪一间？"));
        cases.act(COLLEAGUE, leading, "UserTask_Supplement", Map.of("words", "金丝雀补充"));
        cases.exit(SECRETARY, leading, "answer", Map.of("words", "已安排维修。"));

        String read = new ObjectMapper().writeValueAsString(cases.as(MEMBER, () -> pages.page(other, MEMBER)));
        assertThat(read).contains("与其他同类事项合并办理", "已安排维修。").doesNotContain("金丝雀", leading, "哪一间", "陈宇");
        assertThat(new ObjectMapper().writeValueAsString(cases.as(COLLEAGUE, () -> pages.page(leading, COLLEAGUE))))
                .doesNotContain("麻雀", other, "孙艳");
        assertRefused(() -> pages.page(leading, MEMBER), "concern.not-found");
    }
}
