package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.engine.RefusedRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 督办 that nobody answers climbs from unit to unit to a leader, and ends there (adr/0055; practice). */
@ShangdaTest
class ClimbingProcessTest extends StandingAside {

    private static final List<String> IN_CHARGE_OF_THE_COLLEGE = List.of("sunhuiling", "xujianhua");

    @Autowired
    Pairings pairings;

    @Autowired
    JdbcTemplate database;

    @AfterEach
    void sameRoster() {
        pairings.roster(lines -> lines);
    }

    // --- silence -----------------------------------------------------------------------------------------------------

    @Test
    void a_first_silence_takes_it_to_the_next_supervisor_and_from_the_one_who_was_silent() {
        String number = lateAtTheCollege("");
        assertThat(who(number, "UserTask_Supervise")).contains(ORGANIZATION_CLERK);

        cases.passTo(number, "2026-03-17T17:00:00");

        assertThat(cases.supervisions(number, "unit")).containsExactly("dxb");
        assertThat(who(number, "UserTask_Supervise")).contains(ASSIGNING_CLERK).doesNotContain(ORGANIZATION_CLERK);
        Task task = cases.task(number, "UserTask_Supervise");
        assertThatThrownBy(() -> cases.show(ORGANIZATION_CLERK, task)).isInstanceOf(RefusedRequest.class);
        assertThat(way(number)).contains("督办转上一级：前一级督办到期未作决定，转由本单位督办");
        assertThat(supervisorOnTheList(number)).isEqualTo("dxb");
    }

    @Test
    void a_second_silence_takes_it_to_the_leaders_in_charge_of_the_late_unit() {
        String number = lateAtTheCollege("");

        cases.passTo(number, "2026-03-19T17:00:00");

        assertThat(who(number, "UserTask_Supervise")).containsExactlyInAnyOrderElementsOf(IN_CHARGE_OF_THE_COLLEGE);
        assertThat(way(number)).contains("督办转上一级：前一级督办到期未作决定，转由校领导督办");
        assertThat(supervisorOnTheList(number)).isEqualTo("dhdx");
    }

    @Test
    void with_a_leader_it_stays_is_reminded_of_once_and_never_goes_round() {
        String number = lateAtTheCollege("");
        cases.passTo(number, "2026-03-23T17:00:00");
        assertThat(count(number, "LEADER_REMINDED")).isEqualTo(1);

        cases.passTo(number, "2026-12-31T17:00:00");

        assertThat(count(number, "CLIMBED")).isEqualTo(2);
        assertThat(count(number, "SUPERVISION")).isEqualTo(2);
        assertThat(count(number, "LEADER_REMINDED")).isEqualTo(1);
        assertThat(who(number, "UserTask_Supervise")).containsExactlyInAnyOrderElementsOf(IN_CHARGE_OF_THE_COLLEGE);
        assertThat(cases.supervisions(number, "decision")).containsExactly((String) null);
        assertThat(cases.nextJob(number)).isPresent();
    }

    @Test
    void a_leader_gives_it_to_another_unit_but_does_not_handle_it() {
        String number = lateAtTheCollege("");
        cases.passTo(number, "2026-03-19T17:00:00");
        String measures = cases.show("sunhuiling", cases.task(number, "UserTask_Supervise"))
                .get("measures")
                .toString();
        assertThat(measures).contains("\"urge\"", "\"give\"").doesNotContain("\"take-over\"");

        cases.act(
                "sunhuiling",
                number,
                "UserTask_Supervise",
                Map.of("measure", "give", "words", "请机关党委办理。", "unit", "jg"));

        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj", "jg");
        assertThat(cases.supervisions(number, "decision")).containsExactly("reassigned");
    }

    @Test
    void a_department_is_supervised_by_the_assigning_office_the_organization_department_and_its_leader() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));

        cases.passTo(number, "2026-03-18T17:00:00");
        assertThat(cases.supervisions(number, "unit")).containsExactly("dxb");
        cases.passTo(number, "2026-03-20T17:00:00");
        assertThat(cases.supervisions(number, "unit")).containsExactly("zzb");
        cases.passTo(number, "2026-03-24T17:00:00");

        assertThat(who(number, "UserTask_Supervise")).containsExactly("xujianhua");
    }

    @Test
    void a_decision_in_time_ends_the_climb() {
        String number = lateAtTheCollege("");
        cases.passTo(number, "2026-03-17T17:00:00");

        cases.act(ASSIGNING_CLERK, number, "UserTask_Supervise", Map.of("measure", "extend", "words", "再给些时间。"));

        assertThat(cases.findTask(number, "UserTask_Supervise")).isEmpty();
        assertThat(cases.supervisions(number, "decision")).containsExactly("extended");
    }

    // --- who is passed over ------------------------------------------------------------------------------------------

    @Test
    void a_unit_that_stands_aside_is_passed_over_when_it_climbs() {
        String number = lateAtTheCollege("dxb");

        cases.passTo(number, "2026-03-17T17:00:00");

        assertThat(who(number, "UserTask_Supervise")).containsExactlyInAnyOrderElementsOf(IN_CHARGE_OF_THE_COLLEGE);
    }

    @Test
    void a_leader_who_stands_aside_is_not_asked() {
        String number = lateAtTheCollege("sunhuiling");

        cases.passTo(number, "2026-03-19T17:00:00");

        assertThat(who(number, "UserTask_Supervise")).containsExactly("xujianhua");
    }

    @Test
    void a_college_that_answers_for_its_branch_is_supervised_from_above_at_once() {
        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jsj1,.*\\R", ""));
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(cases.handlings(number, "answering_unit")).containsExactly("jsj");

        cases.passTo(number, "2026-03-11T17:00:00");

        assertThat(cases.supervisions(number, "unit")).containsExactly("zzb");
        assertThat(who(number, "UserTask_Supervise"))
                .contains(ORGANIZATION_CLERK)
                .doesNotContain(COLLEGE_CLERK);
        assertThat(way(number)).contains("督办转上一级：原定的督办单位不能督办本事项，改由本单位督办");
    }

    @Test
    void a_supervisor_who_has_to_answer_for_the_late_unit_since_hands_supervision_up() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(number, "2026-03-11T17:00:00");
        assertThat(cases.supervisions(number, "unit")).containsExactly("jsj");

        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jsj1,.*\\R", ""));

        assertThat(cases.supervisions(number, "unit")).containsExactly("zzb");
        assertThat(who(number, "UserTask_Supervise"))
                .contains(ORGANIZATION_CLERK)
                .doesNotContain(COLLEGE_CLERK);
    }

    @Test
    void supervision_follows_the_leader_in_charge() {
        String number = lateAtTheCollege("");
        cases.passTo(number, "2026-03-19T17:00:00");

        pairings.without("sunhuiling");

        assertThat(who(number, "UserTask_Supervise")).containsExactly("xujianhua");
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    /** Received by the college in time, and not handled by 13 March. */
    private String lateAtTheCollege(String standAside) {
        String number = raise(standAside);
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-13T17:00:00");
        assertThat(who(number, "UserTask_Supervise")).doesNotContain(COLLEGE_CLERK, COLLEGE_HEAD);
        return number;
    }

    private String way(String number) {
        return cases.show(COLLEAGUE, cases.task(number, "UserTask_MyConcern"))
                .get("way")
                .toString();
    }

    private long count(String number, String kind) {
        return cases.steps(number).stream().filter(kind::equals).count();
    }

    private String supervisorOnTheList(String number) {
        return database.queryForObject(
                "select supervisor from standing_handlings where number = ?", String.class, number);
    }
}
