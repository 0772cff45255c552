package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;

/** 停滞事项: what once stood still and nobody was told is listed, with its cause and no other. */
@ShangdaTest
class StalledSilentlyProcessTest extends StalledCases {

    @AfterEach
    void everybodyIsBack() {
        pairings.roster(lines -> lines);
    }

    @Test
    void what_waits_for_the_heads_signature_beyond_its_deadline_is_late_with_its_college() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "hqc"));
        assertThat(cases.task(number, "UserTask_Sign").getAssignee()).isEqualTo(COLLEGE_HEAD);
        cases.passTo(number, "2026-03-13T16:00:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-13T17:30:00");

        assertThat(causes(number)).containsExactly("handle-overdue");
        assertThat(found(number, "handle-overdue", "unit")).isEqualTo("jsj");
        assertThat(found(number, "handle-overdue", "supervisor")).isEqualTo("zzb");
        cases.approve(COLLEGE_HEAD, number);
        assertThat(causes(number)).isEmpty();
        assertSiblingIsNotListed();
    }

    @Test
    void a_nameless_concern_that_is_late_above_the_branch_is_listed_without_whose_it_is() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("travel", "nameless-above-branch"));
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        cases.passTo(number, "2026-03-13T17:30:00");

        assertThat(causes(number)).containsExactly("handle-overdue");
        assertThat(why(number, "handle-overdue")).isEqualTo("计算机学院党委逾期未办结。");
        assertThat(found(number, "handle-overdue", "people")).isEqualTo(COLLEGE_CLERK);
        assertSiblingIsNotListed();
    }

    /** Before it is due: two hours to receive it, a day for the first measure. */
    @Test
    void a_hazard_that_nobody_has_received_after_two_hours_is_listed_as_severe_at_both_levels() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        cases.passTo(number, "2026-03-02T11:59:00");
        assertThat(causes(number)).isEmpty();

        cases.passTo(number, "2026-03-02T12:01:00");

        assertThat(causes(number)).containsExactly("receive-overdue", "receive-overdue");
        assertThat(database.queryForList(
                        "select distinct severity from stalled where number = ? and cause = 'receive-overdue'",
                        String.class,
                        number))
                .containsExactly("severe");
        cases.claim(COLLEGE_CLERK, cases.handlingAt(number, "college"));
        assertThat(causes(number)).containsExactly("receive-overdue");
        assertSiblingIsNotListed();
    }

    @Test
    void a_colleague_who_was_not_satisfied_twice_is_listed_while_it_is_reviewed_one_step_up() throws IOException {
        String number = cases.review("college", "problem");

        assertThat(causes(number)).containsExactly("dissatisfied");
        assertThat(found(number, "dissatisfied", "amount")).isEqualTo("2");
        assertThat(found(number, "dissatisfied", "unit")).isEqualTo("zzb");
        assertThat(why(number, "dissatisfied")).contains("2 次不满意");
        assertSiblingIsNotListed();
    }

    @Test
    void a_college_whose_office_has_left_is_vacant_and_the_university_answers_for_what_is_with_it() {
        String number = cases.raise("gaoqiang", Cases.concern());
        cases.exit("songtao", number, "pass-up");
        assertThat(cases.handlings(number, "unit")).last().isEqualTo("jx");
        assertThat(causes(number)).isEmpty();

        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jx,.*\\R", ""));

        assertThat(causes(number)).containsExactly("vacant");
        assertThat(found(number, "vacant", "unit")).isEqualTo("jx");
        assertThat(found(number, "vacant", "answering_unit")).isEqualTo("dhdx");
        assertSiblingIsNotListed();
    }

    @Test
    void what_waits_for_a_silent_colleague_leaves_the_list_when_it_goes_on_by_itself() {
        String number = received("department");
        cases.exit(DEPARTMENT_CLERK, number, "ask");
        cases.passTo(number, "2026-03-06T17:30:00");
        assertThat(causes(number)).containsExactly("waits-colleague");

        cases.passTo(number, "2026-03-10T10:00:00");

        Task again = cases.task(number, "UserTask_Handle");
        assertThat(again.getAssignee()).isEqualTo(DEPARTMENT_CLERK);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void what_a_colleague_who_has_left_is_to_rate_is_listed_until_it_is_closed() throws IOException {
        String number = cases.answeredBy("branch", "problem");
        assertThat(causes(number)).isEmpty();

        pairings.without(COLLEAGUE);

        assertThat(causes(number)).containsExactly("nobody-can-act");
        assertThat(why(number, "nobody-can-act")).contains("承办人已不在名册中。");
        assertSiblingIsNotListed();
        cases.passTo(number, "2026-03-30T10:00:00");
        assertThat(cases.concern(number, "state")).isEqualTo("CLOSED");
        assertThat(causes(number)).isEmpty();
    }
}
