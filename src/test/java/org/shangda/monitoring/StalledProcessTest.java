package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.StalledWhen.Cause;

/** 停滞事项: each cause is made by what people do or leave undone, and found as that and as nothing else. */
@ShangdaTest
class StalledProcessTest extends StalledCases {

    @Test
    void every_cause_has_one_rule() {
        assertThat(monitoring.rules().stream().map(CauseRule::cause))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Cause.values()));
    }

    // --- dates -------------------------------------------------------------------------------------------------------

    @Test
    void a_branch_that_does_not_handle_in_time_is_overdue() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-11T17:00:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-12T10:00:00");

        assertThat(causes(number)).containsExactly("handle-overdue");
        assertSiblingIsNotListed();
    }

    @Test
    void a_college_that_does_not_receive_in_time_is_named_for_that() {
        String number = cases.at("college", "problem");
        cases.passTo(number, "2026-03-05T10:00:00");

        assertThat(causes(number)).containsExactly("receive-overdue");
        assertSiblingIsNotListed();
    }

    @Test
    void a_supervision_that_nobody_decides_is_graver_than_what_it_supervises() {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-13T17:30:00");
        assertThat(causes(number)).doesNotContain("supervision-lapsed").contains("handle-overdue");

        cases.passTo(number, "2026-03-17T17:30:00");

        assertThat(causes(number)).containsExactlyInAnyOrder("supervision-lapsed", "handle-overdue");
        assertThat(found(number, "supervision-lapsed", "severity")).isEqualTo("severe");
        assertThat(found(number, "supervision-lapsed", "supervisor")).isEqualTo("dxb");
        assertSiblingIsNotListed();
    }

    @Test
    void a_supervision_that_is_with_a_leader_is_listed_as_that_and_stays_so() {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        cases.passTo(number, "2026-03-19T17:30:00");

        assertThat(causes(number)).containsExactlyInAnyOrder("supervision-with-leader", "handle-overdue");
        assertThat(found(number, "supervision-with-leader", "severity")).isEqualTo("severe");
        assertThat(found(number, "supervision-with-leader", "told")).isEqualTo("leader");
        assertSiblingIsNotListed();
    }

    @Test
    void waiting_for_the_colleague_is_listed_after_some_working_days() {
        String number = received("department");
        cases.exit(DEPARTMENT_CLERK, number, "ask");
        cases.passTo(number, "2026-03-05T16:00:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-05T17:30:00");

        assertThat(causes(number)).containsExactly("waits-colleague");
        assertSiblingIsNotListed();
    }

    @Test
    void what_rests_after_an_explanation_is_listed_though_nobody_has_a_task() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-04-20"));
        cases.passTo(number, "2026-03-20T10:00:00");

        assertThat(causes(number)).containsExactly("rests");
        assertSiblingIsNotListed();
    }

    @Test
    void a_meeting_that_is_over_without_a_decision_is_listed() {
        String number = cases.at("organization-department", "problem");
        cases.exit(ORGANIZATION_CLERK, number, "agenda", Map.of("on", "2026-03-20"));
        cases.passTo(number, "2026-03-20T16:00:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-23T10:00:00");

        assertThat(causes(number)).containsExactly("agenda-passed");
        assertSiblingIsNotListed();
    }

    @Test
    void an_opinion_that_is_not_given_is_listed_with_the_unit_that_was_asked() {
        String number = received("department");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));
        cases.passTo(number, "2026-03-09T17:30:00");

        assertThat(causes(number)).containsExactly("opinion-unanswered");
        assertThat(found(number, "opinion-unanswered", "detail")).isEqualTo("rsc");
        assertSiblingIsNotListed();
    }

    @Test
    void a_visit_in_which_nothing_happens_is_listed_before_its_deadline() {
        String number = cases.at("college", "suggestion");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-13T10:00:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-17T10:00:00");

        assertThat(causes(number)).containsExactly("no-movement");
        assertSiblingIsNotListed();
    }

    // --- to and fro --------------------------------------------------------------------------------------------------

    @Test
    void what_was_returned_twice_is_listed() {
        String number = cases.at("assigning-office", "problem");

        assertThat(causes(number)).containsExactly("returned-again");
        assertSiblingIsNotListed();
    }

    @Test
    void what_went_from_department_to_department_and_back_is_listed() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        assertThat(causes(number)).isEmpty();

        cases.exit(PERSONNEL_CLERK, number, "transfer", Map.of("unit", "hqc"));

        assertThat(causes(number)).containsExactly("moved-again");
        assertSiblingIsNotListed();
    }

    @Test
    void what_a_department_and_then_its_supervisor_have_extended_is_listed() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "extend");
        cases.approve(DEPARTMENT_HEAD, number);
        cases.exit(DEPARTMENT_CLERK, number, "transfer", Map.of("unit", "rsc"));
        cases.claim(PERSONNEL_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-18T17:30:00");
        assertThat(causes(number)).containsExactly("handle-overdue");

        cases.act(ASSIGNING_CLERK, number, "UserTask_Supervise", Map.of("measure", "extend", "words", "材料要招标。"));

        assertThat(causes(number)).containsExactly("extended-again");
        assertSiblingIsNotListed();
    }

    @Test
    void a_colleague_who_was_not_satisfied_is_listed_while_it_is_handled_again() {
        String number = cases.again("college", "problem");

        assertThat(causes(number)).containsExactly("dissatisfied");
        assertSiblingIsNotListed();
    }

    // --- who ---------------------------------------------------------------------------------------------------------

    @Test
    void a_department_with_nobody_left_is_vacant_and_says_who_answers() {
        String number = cases.at("department", "problem");
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,hqc,.*\\R", ""));

            assertThat(causes(number)).containsExactly("vacant");
            assertThat(found(number, "vacant", "answering_unit")).isEqualTo("dhdx");
            assertSiblingIsNotListed();
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_branch_whose_college_answers_for_it_has_nobody_above_who_hears() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jsj1,.*\\R", ""));

            assertThat(causes(number)).containsExactlyInAnyOrder("vacant", "self-supervised");
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_task_that_is_offered_to_nobody_is_found_at_once() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        tasks.setAssignee(task.getId(), null);
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getGroupId() != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
            } else {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
        }

        assertThat(causes(number)).containsExactlyInAnyOrder("nobody-can-act", "no-task");
        assertSiblingIsNotListed();
    }

    @Test
    void what_the_college_leaves_undone_between_two_levels_is_a_task_past_its_date() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        // The timer that would take it on does not fire either.
        TestTime.set("2026-03-05T10:00:00");

        assertThat(causes(number)).containsExactlyInAnyOrder("task-overdue", "timer-late");
        assertThat(found(number, "task-overdue", "unit")).isEqualTo("jsj");
        assertSiblingIsNotListed();
    }
}
