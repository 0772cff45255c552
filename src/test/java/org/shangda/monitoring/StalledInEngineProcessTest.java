package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.shangda.AtOnce;
import org.shangda.AtOnce.Outcome;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** 停滞事项: what stops in the engine is found though nobody is late yet, and the list is replaced as a whole. */
@ShangdaTest
class StalledInEngineProcessTest extends StalledCases {

    // --- the engine --------------------------------------------------------------------------------------------------

    @Test
    void a_suspended_case_is_found_though_its_timers_are_dead() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());

        assertThat(causes(number)).containsExactlyInAnyOrder("suspended", "no-date", "no-task");
        assertThat(found(number, "suspended", "unit")).isEqualTo("jsj1");
        assertSiblingIsNotListed();
    }

    @Test
    void a_suspended_level_has_nobody_who_goes_on_though_its_supervisor_has_a_task_and_a_date() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-12T10:00:00");
        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());

        assertThat(causes(number)).contains("suspended", "no-task").doesNotContain("no-date");
        assertSiblingIsNotListed();
    }

    @Test
    void a_suspended_case_holds_no_roster_up_and_does_not_stay_with_those_who_have_left() {
        String number = received("department");
        runtime.suspendProcessInstanceById(
                cases.instance(number, "level-handling").getId());
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,hqc,.*\\R", ""));

            Task task = cases.task(number, "UserTask_Handle");
            assertThat(task.isSuspended()).isTrue();
            assertThat(task.getAssignee()).isNotEqualTo(DEPARTMENT_CLERK);
            assertThat(causes(number)).contains("suspended", "vacant").doesNotContain("nobody-can-act");
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_task_that_is_offered_to_a_group_without_members_is_nobody_s() {
        String number = cases.raise("zhoutao", Cases.concern());
        Task task = cases.task(number, "UserTask_Handle");
        tasks.setAssignee(task.getId(), null);
        tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getUserId() != null)
                .forEach(link -> tasks.deleteCandidateUser(task.getId(), link.getUserId()));
        tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .forEach(link -> tasks.deleteCandidateGroup(task.getId(), link.getGroupId()));
        tasks.addCandidateGroup(task.getId(), "nobody-is-in-it");

        assertThat(causes(number)).containsExactlyInAnyOrder("nobody-can-act", "no-task");
    }

    @Test
    void a_suspended_job_is_found() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        management.suspendJobById(cases.nextJob(number).orElseThrow().getId());

        assertThat(causes(number)).contains("suspended");
        assertSiblingIsNotListed();
    }

    @Test
    void a_step_that_is_not_tried_again_is_found() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);

        assertThat(causes(number)).contains("job-failed");
        assertSiblingIsNotListed();
    }

    @Test
    void a_timer_that_did_not_fire_is_found_after_five_minutes() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-09T17:04:00");
        assertThat(causes(number)).isEmpty();

        TestTime.set("2026-03-09T17:06:00");

        assertThat(causes(number)).containsExactly("timer-late");
        assertSiblingIsNotListed();
    }

    @Test
    void a_concern_that_the_engine_has_forgotten_is_found() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        runtime.deleteProcessInstance(
                cases.instance(number, "concern-escalation").getId(), "lost");

        assertThat(causes(number)).containsExactly("no-instance");
        assertSiblingIsNotListed();
    }

    @Test
    void the_end_of_the_calendar_is_told_ahead() {
        TestTime.set("2026-11-10T10:00:00");
        monitoring.look();
        assertThat(all("calendar-ends")).isEmpty();

        TestTime.set("2026-11-20T10:00:00");
        monitoring.look();

        assertThat(all("calendar-ends")).containsExactly("2026-12-31");
    }

    // --- the list ----------------------------------------------------------------------------------------------------

    @Test
    void what_is_found_again_keeps_the_moment_at_which_it_was_first_found_and_what_is_mended_is_gone() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String job = cases.nextJob(number).orElseThrow().getId();
        management.setJobRetries(job, 0);
        causes(number);
        String first = found(number, "job-failed", "found_at");

        TestTime.set("2026-03-02T10:05:00");
        causes(number);
        assertThat(found(number, "job-failed", "found_at")).isEqualTo(first);

        management.setJobRetries(job, 3);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void when_a_look_fails_the_old_list_stays_and_says_that_it_failed() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);
        List<String> before = causes(number);
        database.execute("alter table stalled rename to stalled_away");
        try {
            assertThat(monitoring.look()).isFalse();
        } finally {
            database.execute("alter table stalled_away rename to stalled");
        }

        assertThat(listed(number)).isEqualTo(before).isNotEmpty();
        assertThat(database.queryForList("select failure from stalled_look where failed_at is not null"))
                .hasSize(2);
        assertThat(monitoring.look()).isTrue();
        assertThat(database.queryForList("select pace from stalled_look where failed_at is not null"))
                .isEmpty();
    }

    @Test
    void two_nodes_that_look_at_the_same_moment_find_everything_once() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        management.setJobRetries(cases.nextJob(number).orElseThrow().getId(), 0);

        List<Outcome<Boolean>> both = AtOnce.together(monitoring::look, monitoring::look);

        assertThat(both).allMatch(one -> one.succeeded() && one.answer());
        assertThat(listed(number)).containsExactlyInAnyOrder("job-failed", "no-date");
        assertThat(database.queryForList("select pace from stalled_look where failed_at is not null"))
                .isEmpty();
    }
}
