package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.DirectSupervision;
import org.shangda.concern.DirectSupervision.Place;
import org.shangda.concern.PuttingBack;
import org.shangda.concern.PuttingBack.Decision;
import org.shangda.engine.running.Suspending;
import org.shangda.engine.running.Suspending.Suspension;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who supervises a group, to whom it is given, and what becomes of it while one of them is suspended. */
@ShangdaTest
class MergedPeopleProcessTest {

    private static final String OPERATOR = "yebo";

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    DirectSupervision direct;

    @Autowired
    Suspending suspending;

    @Autowired
    PuttingBack puttingBack;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    private Place place(String number, String level) {
        return new Place(number, Long.parseLong(cases.handling(number, level, "id")));
    }

    private Set<String> open(String person, Place place) {
        return direct.open(person, List.of(place)).get(place.handling());
    }

    private List<String> withOneThatIsAside(String aside) {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String other = merged.ofMember("standAside", aside);
        merged.merge(SECRETARY, leading, other);
        return List.of(leading, other);
    }

    // --- who supervises ----------------------------------------------------------------------------------------------

    @Test
    void whoever_stands_aside_in_one_of_them_supervises_none() {
        String leading = withOneThatIsAside(COLLEGE_CLERK).get(0);
        assertThat(open(COLLEGE_CLERK, place(leading, "branch"))).isEmpty();
        assertThat(open(OTHER_COLLEGE_CLERK, place(leading, "branch"))).contains("take-over");

        cases.passTo(leading, cases.dueAt(leading, "branch") + ":00");

        assertRefused(
                () -> cases.show(COLLEGE_CLERK, cases.task(leading, "UserTask_Supervise")), 404, "未找到该事项，或您无权查看。");
        cases.act(OTHER_COLLEGE_CLERK, leading, "UserTask_Supervise", Map.of("measure", "urge", "words", "请抓紧。"));
    }

    @Test
    void a_unit_that_stands_aside_in_one_of_them_supervises_none() {
        String leading = withOneThatIsAside("jsj").get(0);

        cases.passTo(leading, cases.dueAt(leading, "branch") + ":00");

        assertThat(cases.supervisions(leading, "unit")).isNotEmpty().doesNotContain("jsj");
    }

    @Test
    void what_somebody_supervises_already_is_not_put_together_with_what_they_stand_aside_in() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String due = cases.dueAt(leading, "branch");
        cases.passTo(leading, due + ":00");
        String aside = merged.ofMember("standAside", COLLEGE_CLERK);
        String other = merged.ofMember();

        assertThatThrownBy(() -> merged.merge(SECRETARY, leading, aside))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("merge.not-the-same-people"));
        merged.merge(SECRETARY, leading, other);
        assertThat(cases.handling(other, "branch", "led_by")).isNotNull();
    }

    @Test
    void given_to_another_person_all_are_theirs_also_when_they_are_taken_apart() {
        String leading = cases.at("college", "problem");
        String other = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(COLLEGE_CLERK, leading, other);

        direct.giveTo(place(leading, "college"), ORGANIZATION_CLERK, OTHER_COLLEGE_CLERK);
        cases.claim(OTHER_COLLEGE_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.apart(OTHER_COLLEGE_CLERK, leading, other);

        assertRefused(() -> cases.show(COLLEGE_CLERK, cases.task(other, "UserTask_Handle")), 404, "未找到该事项，或您无权查看。");
        cases.exit(OTHER_COLLEGE_CLERK, other, "answer");
    }

    @Test
    void each_colleague_reads_why_there_is_more_time() {
        List<String> two = merged.twoInTheBranch();

        direct.decide(place(two.get(0), "branch"), COLLEGE_CLERK, "extend", "等待检测报告。", null);

        for (String number : two) {
            assertThat(cases.step(number, "EXTENDED_BY_SUPERVISOR", "words")).isEqualTo("等待检测报告。");
            assertThat(cases.dueAt(number, "branch"))
                    .startsWith(cases.step(number, "EXTENDED_BY_SUPERVISOR", "on_day"));
        }
        assertThat(cases.dueOf(two.get(0), "UserTask_Handle"))
                .isEqualTo(TestTime.at(cases.dueAt(two.get(0), "branch") + ":00"));
    }

    // --- put back ----------------------------------------------------------------------------------------------------

    private void putBack(String number, String level) {
        cases.as(
                "admin",
                () -> puttingBack.putBack(
                        number,
                        "admin",
                        new Decision(
                                level, "办理层级有误。", puttingBack.standing(number).seen())));
    }

    @Test
    void what_is_put_back_goes_its_own_way_and_the_next_one_leads() {
        List<String> two = merged.twoAtTheDepartment();

        putBack(two.get(0), "college");

        assertThat(cases.openTasks(two.get(0))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        cases.exit(COLLEGE_CLERK, two.get(0), "answer");
        assertThat(cases.concern(two.get(1), "state")).isEqualTo("OPEN");
        cases.exit(DEPARTMENT_CLERK, two.get(1), "answer");
    }

    @Test
    void what_waits_and_is_put_back_leaves_the_leading_one_alone() {
        List<String> two = merged.twoAtTheDepartment();

        putBack(two.get(1), "college");

        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.handling(two.get(0), "department", "merged_group")).isNull();
        assertThat(cases.openTasks(two.get(0))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    // --- suspended ---------------------------------------------------------------------------------------------------

    private void suspend(String number) {
        suspending.suspend(number, new Suspension("等待校区搬迁。", LocalDate.parse("2026-03-09")), OPERATOR);
    }

    private List<String> toldToRate(String number) {
        return database.queryForList(
                "select recipient from notice where number = ? and what = 'rate'", String.class, number);
    }

    @Test
    void while_one_of_them_is_suspended_all_wait_and_nothing_is_lost() {
        List<String> two = merged.twoInTheBranch();
        suspend(two.get(1));

        assertRefused(
                () -> cases.exit(SECRETARY, two.get(0), "answer"),
                409,
                two.get(1) + " 已被暂停，与它并案的事项也不能继续。请联系管理员恢复后再办理。");
        assertThat(cases.concern(two.get(0), "state")).isEqualTo("OPEN");
        assertThat(toldToRate(two.get(0)))
                .as("nobody is told of what did not happen")
                .isEmpty();

        suspending.resume(two.get(1), OPERATOR);
        cases.exit(SECRETARY, two.get(0), "answer");
        assertThat(cases.concern(two.get(1), "state")).isEqualTo("ANSWERED");
        assertThat(toldToRate(two.get(0))).containsExactly(COLLEAGUE);
        assertThat(toldToRate(two.get(1))).containsExactly(MEMBER);
    }

    @Test
    void who_withdraws_the_leading_one_leaves_it_to_one_that_is_not_suspended() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String suspended = merged.ofMember();
        String next = merged.ofMember();
        merged.merge(SECRETARY, leading, suspended, next);
        suspend(suspended);

        cases.act(COLLEAGUE, leading, "UserTask_MyConcern", Map.of("action", "withdraw"));
        assertThat(cases.openTasks(next)).containsExactly("UserTask_Handle", "UserTask_MyConcern");

        assertRefused(
                () -> cases.act(MEMBER, next, "UserTask_MyConcern", Map.of("action", "withdraw")),
                409,
                "与本事项并案的其他事项正在暂停，暂时不能继续。请联系管理员恢复后再试。");
        suspending.resume(suspended, OPERATOR);
        cases.act(MEMBER, next, "UserTask_MyConcern", Map.of("action", "withdraw"));
        assertThat(cases.openTasks(suspended)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }
}
