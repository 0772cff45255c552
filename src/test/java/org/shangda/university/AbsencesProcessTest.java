package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;
import static org.shangda.Cases.concernWith;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.university.Absences.End;
import org.shangda.university.Absences.Entry;
import org.shangda.university.Absences.Shown;
import org.springframework.beans.factory.annotation.Autowired;

/** 请假: what happens to the work of somebody who is away. */
@ShangdaTest
class AbsencesProcessTest extends OnLeave {

    private static final String COLLEGE_DEPUTY = "huangli";
    private static final Set<String> DEPARTMENT_CLERKS = Set.of("duhong", "sujian", "fanwei");

    @Autowired
    Pairings pairings;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void nothingElseIsOpen() {
        cases.endAll();
    }

    // --- what happens to the work ------------------------------------------------------------------------------------

    @Test
    void what_waits_for_the_secretarys_signature_passes_to_the_deputy_and_comes_back_after_the_last_day() {
        String number = toSign();
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);

        Shown leave = absences.enter(COLLEGE_CLERK, Entry.of("王海涛", MONDAY, WEDNESDAY));

        assertThat(leave.passedOn()).isEqualTo(1);
        assertThat(leave.standIn()).contains("计算机学院党委").contains("黄莉");
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        assertThat(cases.steps(number)).contains("HANDED_OVER");
        assertRefused(
                () -> cases.act(COLLEGE_HEAD, number, "UserTask_Sign", Map.of("decision", "approve", "words", "同意。")),
                404,
                "未找到该事项，或您无权查看。");

        day(WEDNESDAY);
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        day(WEDNESDAY.plusDays(1));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
        cases.approve(COLLEGE_HEAD, number);
        assertThat(cases.handling(number, "college", "signed_by")).isEqualTo(COLLEGE_HEAD);
    }

    @Test
    void what_comes_to_be_signed_during_a_leave_is_the_deputys() {
        away(COLLEGE_HEAD);
        String number = toSign();
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        cases.approve(COLLEGE_DEPUTY, number);
        assertThat(cases.handling(number, "college", "signed_by")).isEqualTo(COLLEGE_DEPUTY);
    }

    @Test
    void a_leave_that_is_to_come_begins_with_its_first_day() {
        String number = toSign();
        absences.enter(COLLEGE_HEAD, Entry.of(COLLEGE_HEAD, WEDNESDAY, WEDNESDAY));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
        day(WEDNESDAY);
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        day(WEDNESDAY.plusDays(1));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
    }

    @Test
    void whoever_is_back_early_or_was_never_away_has_the_work_again_at_once() {
        String number = toSign();
        away(COLLEGE_HEAD);
        day(MONDAY.plusDays(1));
        absences.end(COLLEGE_HEAD, COLLEGE_HEAD, MONDAY, new End(MONDAY));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
        absences.enter(COLLEGE_HEAD, Entry.of(COLLEGE_HEAD, MONDAY.plusDays(1), WEDNESDAY));
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        absences.delete(COLLEGE_HEAD, COLLEGE_HEAD, MONDAY.plusDays(1));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
    }

    @Test
    void a_branchs_concern_is_the_deputy_secretarys_meanwhile() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(handler(number)).isEqualTo(SECRETARY);
        away(SECRETARY);
        assertThat(handler(number)).isEqualTo(DEPUTY_SECRETARY);
        day(WEDNESDAY.plusDays(1));
        assertThat(handler(number)).isEqualTo(SECRETARY);
    }

    @Test
    void where_a_branch_has_nobody_else_the_college_answers_and_the_branch_has_its_own_back() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        away(SECRETARY);
        Shown second = away(DEPUTY_SECRETARY);
        assertThat(second.standIn()).contains("计算机学院党委").contains("刘敏");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        day(WEDNESDAY.plusDays(1));
        assertThat(handler(number)).isEqualTo(SECRETARY);
    }

    /** It may go to nobody above: then it waits, and nobody above ever read it. */
    @Test
    void what_is_for_its_first_receiver_alone_stays_with_them() {
        String number = cases.raise(COLLEAGUE, concernWith("travel", "first-receiver-only"));
        away(SECRETARY);
        assertThat(handler(number)).isEqualTo(DEPUTY_SECRETARY);
        away(DEPUTY_SECRETARY);
        assertThat(handler(number)).isIn(SECRETARY, DEPUTY_SECRETARY);
        assertRefused(
                () -> cases.raise(COLLEAGUE, concernWith("travel", "first-receiver-only")),
                400,
                "您所在的党支部目前没有首接人可以办理（空缺或正在请假），又选择了“不上报”，这样就无人可以办理。请改选可以送到哪里，或等首接人回来后再反映。");
        day(WEDNESDAY.plusDays(1));
        assertThat(handler(number)).isEqualTo(SECRETARY);
    }

    @Test
    void what_a_clerk_has_received_is_offered_to_the_other_clerks_and_is_theirs_once_one_has_received_it() {
        String number = cases.at("department", "problem");
        String other = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        away(DEPARTMENT_CLERK);
        assertThat(handler(number)).isNull();
        cases.claim("fanwei", cases.task(number, "UserTask_Handle"));
        day(WEDNESDAY.plusDays(1));
        assertThat(handler(number)).isEqualTo("fanwei");
        cases.claim(DEPARTMENT_CLERK, cases.task(other, "UserTask_Handle"));
    }

    @Test
    void whoever_has_received_work_in_the_clerks_place_goes_on_with_it_and_the_rest_comes_back() {
        String received = cases.at("department", "problem");
        String rest = cases.at("department", "problem");
        DEPARTMENT_CLERKS.forEach(this::away);
        cases.claim(DEPARTMENT_HEAD, cases.task(received, "UserTask_Handle"));

        day(WEDNESDAY.plusDays(1));

        assertThat(handler(received)).isEqualTo(DEPARTMENT_HEAD);
        assertRefused(() -> cases.claim(DEPARTMENT_HEAD, cases.task(rest, "UserTask_Handle")), 404, "未找到该事项，或您无权查看。");
        cases.claim(DEPARTMENT_CLERK, cases.task(rest, "UserTask_Handle"));
        cases.exit(DEPARTMENT_HEAD, received, "answer");
    }

    @Test
    void a_clerk_on_leave_is_in_no_group_of_the_unit_meanwhile_and_loses_no_right_to_read() {
        away(DEPARTMENT_CLERK);
        assertThat(groups(DEPARTMENT_CLERK)).noneMatch(group -> group.contains("hqc"));
        assertThat(groups("fanwei")).anyMatch(group -> group.contains("hqc"));
        assertThat(university.unitsAnsweredBy(DEPARTMENT_CLERK)).contains("hqc");
        day(WEDNESDAY.plusDays(1));
        assertThat(groups(DEPARTMENT_CLERK)).anyMatch(group -> group.contains("hqc"));
    }

    @Test
    void what_is_ones_own_stays_ones_own() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Shown leave = away(COLLEAGUE);
        assertThat(leave.passedOn()).isZero();
        assertThat(leave.standIn()).contains("没有需要他人办理的工作");
        assertThat(cases.task(number, "UserTask_MyConcern").getAssignee()).isEqualTo(COLLEAGUE);
    }

    // --- the roster --------------------------------------------------------------------------------------------------

    @Test
    void leave_in_the_roster_counts_like_one_that_was_entered_and_other_nodes_see_both() {
        String number = toSign();
        long version = tables.version();
        away(DEPARTMENT_CLERK);
        assertThat(tables.version()).isEqualTo(version);
        pairings.roster(lines -> lines.replaceAll("(?m)$(?<!^)", ",,")
                .replaceFirst("(?m)^工号(.*),,$", "工号$1,请假起,请假止")
                .replaceFirst("(?m)^wanghaitao(.*),,$", "wanghaitao$1,2026-03-02,2026-03-04"));
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        assertThat(university.isAway(DEPARTMENT_CLERK)).isTrue();
        assertThat(university.snapshot().roster()).isEqualTo(tables.read());
        pairings.roster(lines -> lines);
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        day(WEDNESDAY.plusDays(1));
        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
    }

    // --- the cases ---------------------------------------------------------------------------------------------------

    private String toSign() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc"));
        return number;
    }

    private List<String> groups(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
