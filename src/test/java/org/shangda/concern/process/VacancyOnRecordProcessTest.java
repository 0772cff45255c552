package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** 无人在岗: whose work has gone to somebody else for want of anybody, and who signs then, is on the way (adr/0055). */
@ShangdaTest
class VacancyOnRecordProcessTest extends StandingAside {

    private static final Map<String, Object> APPROVAL = Map.of("decision", "approve", "words", "同意。");

    /** 机械工程学院党委 is in no leader's charge. */
    private static final String OF_THE_OTHER_COLLEGE = "gaoqiang";

    @Autowired
    Pairings pairings;

    @Autowired
    MergedCases merged;

    @AfterEach
    void everybodyIsBack() {
        pairings.roster(lines -> lines);
    }

    // --- a unit without anybody --------------------------------------------------------------------------------------

    @Test
    void a_concern_raised_in_a_branch_without_anybody_says_at_once_who_has_it() {
        nobodyHolds("jsj1", "[^,]*");

        String number = cases.raise(COLLEAGUE, Cases.concern());

        assertThat(way(number)).contains("计算机系教工党支部无人在岗，已转计算机学院党委").doesNotContain("刘敏");
    }

    @Test
    void a_department_that_loses_everybody_says_so_instead_of_a_handover() {
        String number = cases.at("department", "problem");

        nobodyHolds("hqc", "[^,]*");

        assertThat(way(number)).contains("后勤管理处无人在岗，已转校领导").doesNotContain("赵明远", "林文博");
        assertThat(cases.steps(number)).endsWith("VACANT").doesNotContain("HANDED_OVER");
        assertThat(cases.handling(number, "department", "vacant_since")).isNotNull();
    }

    @Test
    void a_vacancy_ends_on_record_when_somebody_holds_a_post_again() {
        String number = cases.at("department", "problem");
        nobodyHolds("hqc", "[^,]*");

        pairings.roster(lines -> lines);

        assertThat(way(number)).contains("后勤管理处已有人在岗，转回本单位办理");
        assertThat(cases.steps(number)).endsWith("VACANT", "FILLED");
        assertThat(cases.handling(number, "department", "vacant_since")).isNull();
        cases.exit(DEPARTMENT_CLERK, number, "answer");
    }

    @Test
    void a_level_that_is_entered_while_its_unit_has_nobody_says_so() {
        nobodyHolds("hqc", "[^,]*");

        String number = cases.at("department", "problem");

        assertThat(way(number)).contains("后勤管理处无人在岗，已转校领导");
    }

    @Test
    void whoever_stands_aside_leaves_no_post_vacant() {
        String number = raise("zhangwei、wulei");

        assertThat(cases.handlings(number, "answering_unit")).containsExactly("jsj");
        assertThat(cases.steps(number)).doesNotContain("VACANT");
    }

    @Test
    void whoever_supervises_reads_that_the_late_unit_has_nobody() {
        String number = cases.at("department", "problem");
        nobodyHolds("hqc", "[^,]*");

        cases.passTo(number, "2026-03-04T17:00:00");

        cases.claim(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise"));
        assertThat(cases.show(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise")))
                .containsEntry("lateUnit", "后勤管理处无人在岗，已转校领导");
    }

    // --- signatures --------------------------------------------------------------------------------------------------

    @Test
    void the_leader_in_charge_signs_in_the_place_of_a_department_without_head_and_the_way_says_so() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "answer", Map.of("words", "已修好。"));
        assertThat(who(number, "UserTask_Sign")).containsExactly(DEPARTMENT_HEAD);

        nobodyHolds("hqc", "处长|副处长");

        assertThat(who(number, "UserTask_Sign")).containsExactly("xujianhua");
        assertThat(cases.show("xujianhua", cases.task(number, "UserTask_Sign")))
                .containsEntry("signing", "代签：后勤管理处审签岗位空缺，由校领导代签");
        cases.act("xujianhua", number, "UserTask_Sign", APPROVAL);
        assertThat(way(number)).contains("代签：后勤管理处审签岗位空缺，由校领导代签");
        assertThat(cases.handling(number, "department", "signed_by")).isEqualTo("xujianhua");
    }

    @Test
    void the_way_of_each_that_is_handled_together_says_who_signed_for_the_department() {
        List<String> two = merged.twoAtTheDepartment();
        cases.exit(DEPARTMENT_CLERK, two.get(0), "answer", Map.of("words", "已修好。"));
        nobodyHolds("hqc", "处长|副处长");

        cases.act("xujianhua", two.get(0), "UserTask_Sign", APPROVAL);

        for (String number : two) {
            assertThat(cases.steps(number)).containsOnlyOnce("SIGNED_FOR");
            assertThat(cases.step(number, "SIGNED_FOR", "actor")).isEqualTo("xujianhua");
        }
    }

    @Test
    void where_nobody_may_sign_it_stays_with_the_handler_who_may_only_take_it_back() {
        nobodyHolds("jx", "党委书记|院长|党委副书记、纪委书记");
        String number = cases.raise(OF_THE_OTHER_COLLEGE, Cases.concern());
        String handler = passUp(number);

        assertThat(who(number, "UserTask_Sign")).containsExactly(handler);
        assertThat(cases.show(handler, cases.task(number, "UserTask_Sign"))
                        .get("signing")
                        .toString())
                .contains("目前无人可以审签");
        assertRefused(
                () -> cases.act(handler, number, "UserTask_Sign", APPROVAL),
                409,
                "您不能审签本事项：该单位审签岗位空缺时，请退回承办人，或请上级补任后再审签。");
        cases.act(handler, number, "UserTask_Sign", Map.of("decision", "send-back", "reason", "改为直接答复。"));
        assertThat(cases.openTasks(number)).contains("UserTask_Handle");
    }

    @Test
    void what_waits_for_a_signature_goes_to_whoever_fills_the_post() {
        nobodyHolds("jx", "党委书记|院长|党委副书记、纪委书记");
        String number = cases.raise(OF_THE_OTHER_COLLEGE, Cases.concern());
        passUp(number);

        pairings.roster(lines -> lines);

        assertThat(who(number, "UserTask_Sign")).containsExactly("zhengguohua");
        cases.approve("zhengguohua", number);
        assertThat(way(number)).doesNotContain("代签");
    }

    /** The dean's number comes before the secretary's; what the Party organization passes up is the secretary's. */
    @Test
    void the_secretary_signs_for_the_party_organization_and_not_the_dean() {
        String number = cases.raise(OF_THE_OTHER_COLLEGE, Cases.concern());

        passUp(number);

        assertThat(who(number, "UserTask_Sign")).containsExactly("zhengguohua");
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    /** From the colleague's branch to its college, where somebody receives it and passes it up. @return who */
    private String passUp(String number) {
        cases.exit(who(number, "UserTask_Handle").get(0), number, "pass-up");
        String handler = who(number, "UserTask_Handle").get(0);
        cases.exit(handler, number, "pass-up");
        return handler;
    }

    /** Whoever held one of the posts has left. */
    private void nobodyHolds(String unit, String titles) {
        pairings.roster(
                lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*," + unit + ",(?:" + titles + "),.*\\R", ""));
    }

    private String way(String number) {
        return cases.show(cases.concern(number, "colleague"), cases.task(number, "UserTask_MyConcern"))
                .get("way")
                .toString();
    }
}
