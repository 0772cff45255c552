package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.AgendaDesk.Change;
import org.shangda.concern.AgendaPages.Own;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 学校研究: what a meeting has come to, who carries it out, and what the colleagues rate (Z27). */
@ShangdaTest
class DecidedItemsProcessTest extends OnTheAgenda {

    @Autowired
    JdbcTemplate database;

    // --- after the meeting -------------------------------------------------------------------------------------------

    @Test
    void Z27_what_is_decided_is_one_task_of_the_unit_whose_report_goes_to_all_who_rate_it_then() throws IOException {
        String one = onTheAgenda();
        String other = onTheAgenda();
        long item = collect(one, other);
        cases.putToTheUniversity(one);

        decide(item, "decided", Cases.DEPARTMENT, Map.of());

        for (String number : List.of(one, other)) {
            assertThat(cases.concern(number, "state")).isEqualTo("OPEN");
            assertThat(cases.handling(number, "carrying-out", "unit")).isEqualTo(Cases.DEPARTMENT);
            assertThat(cases.handling(number, "carrying-out", "due_at")).isNotNull();
            assertThat(way(number)).contains(TOLD).doesNotContain("建议由后勤管理处增加周转房。");
        }
        assertThat(cases.dueAt(one, "carrying-out")).as("20 working days").isEqualTo("2026-03-30T17:00");
        assertThat(cases.openTasks(one)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.openTasks(other)).containsExactly("UserTask_MyConcern");
        assertThat(cases.as(DEPARTMENT_CLERK, () -> concerns.page(other, DEPARTMENT_CLERK))
                        .number())
                .isEqualTo(other);
        Own own = own(DEPARTMENT_CLERK, item);
        assertThat(own.concerns()).hasSize(2);
        assertThat(own.decided().words()).isEqualTo(TOLD);
        assertThat(own.task()).isEqualTo(cases.task(one, "UserTask_Handle").getId());

        String report = "陈宇老师：二十套周转房已经交付。";
        cases.exit(DEPARTMENT_CLERK, one, "answer", Map.of("words", report));
        cases.act(DEPARTMENT_HEAD, one, "UserTask_Sign", Map.of("decision", "approve", "words", report));

        for (String number : List.of(one, other)) {
            assertThat(cases.openTasks(number)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
            assertThat(cases.show(COLLEAGUE, cases.task(number, "UserTask_Rate")))
                    .containsEntry("answer", report);
        }
        assertThat(item(item).carried().report()).isEqualTo(report);
        assertThat(sheet()).contains(TOLD, "二十套周转房已经交付。", "若干").doesNotContain("陈宇");
        cases.act(COLLEAGUE, one, "UserTask_Rate", Map.of("rating", "satisfied"));
        cases.dissatisfied(other);
        assertThat(cases.concern(one, "state")).isEqualTo("CLOSED");
        assertThat(cases.handlings(other, "level")).endsWith("carrying-out", "carrying-out");
        assertThat(cases.task(other, "UserTask_Handle").getAssignee()).isEqualTo(DEPARTMENT_HEAD);
    }

    private String way(String number) {
        return cases.as(COLLEAGUE, () -> concerns.page(number, COLLEAGUE)).way().toString();
    }

    @Test
    void a_unit_that_is_late_in_carrying_it_out_is_supervised_and_may_say_that_it_cannot() {
        String number = onTheAgenda();
        decide(cases.putToTheUniversity(number), "decided", Cases.DEPARTMENT, Map.of());

        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-30T17:00:00");
        assertThat(cases.openTasks(number)).contains("UserTask_Supervise");
        cases.claim(ASSIGNING_CLERK, cases.task(number, "UserTask_Supervise"));

        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.approve(DEPARTMENT_HEAD, number);

        assertThat(cases.handlings(number, "level")).endsWith("carrying-out", "organization-department");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
    }

    @Test
    void an_item_keeps_its_own_carrying_out_when_the_university_decides_about_the_same_concern_again() {
        String number = onTheAgenda();
        long first = cases.putToTheUniversity(number);
        decide(first, "decided", Cases.DEPARTMENT, Map.of());
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.approve(DEPARTMENT_HEAD, number);
        cases.exit(ORGANIZATION_CLERK, number, "agenda");
        long second = cases.putToTheUniversity(number);

        decide(second, "decided", "jwc", Map.of());

        assertThat(item(first).carried().unit()).contains("后勤管理处");
        assertThat(item(second).carried().unit()).contains("教务处");
        assertThat(own(DEPARTMENT_CLERK, first).title()).isNotEmpty();
        assertThat(cases.as("dongxue", () -> pages.own("dongxue")))
                .extracting(Own::id)
                .contains(second)
                .doesNotContain(first);
    }

    @Test
    void what_is_put_off_is_heard_at_the_next_meeting_and_stays_on_the_docket_of_the_first() throws IOException {
        String one = onTheAgenda();
        String other = onTheAgenda();
        long item = collect(one, other);
        cases.putToTheUniversity(one);

        decide(item, "later", null, Map.of());

        assertThat(item(item).state()).isEqualTo("LISTED");
        assertThat(item(item).meetsOn()).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(sheet()).as("of the first meeting").contains(TOLD);
        assertThat(item(item).heard()).singleElement().satisfies(heard -> {
            assertThat(heard.meetsOn()).isEqualTo(MEETING);
            assertThat(heard.words()).isEqualTo(TOLD);
        });
        assertThat(cases.openTasks(one)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");
        assertThat(cases.openTasks(other)).containsExactly("UserTask_MyConcern");
        assertThat(cases.dueOf(one, "UserTask_RecordDecision")).isEqualTo(TestTime.at("2026-04-07T17:00:00"));
        assertThat(way(other)).contains(TOLD, "转 2026-04-07 会议");
        assertRefused(() -> decide(item, "refused", null, Map.of()), "agenda.not-in-this-state");
        cases.decided(one, Map.of("ruling", "refused", "on", "2026-03-02", "words", "不予办理。"));
        assertThat(cases.concern(other, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void refusing_asks_what_becomes_of_a_suggestion_and_keeps_it_with_that_alone() {
        String problem = onTheAgenda();
        String suggestion = onTheAgenda("suggestion");
        long item = collect(problem, suggestion);
        cases.putToTheUniversity(problem);

        assertRefused(() -> decide(item, "refused", null, Map.of()), "code.unknown");
        decide(item, "refused", null, Map.of("settled", "not-adopted", "settledBecause", "没有房源。"));

        assertThat(cases.step(suggestion, "DECISION", "settled")).isEqualTo("not-adopted");
        assertThat(cases.step(problem, "DECISION", "settled")).isNull();
        assertThat(cases.openTasks(problem)).containsExactly("UserTask_MyConcern", "UserTask_Rate");
        assertThat(cases.show(COLLEAGUE, cases.task(suggestion, "UserTask_Rate"))
                        .get("answer")
                        .toString())
                .startsWith("采纳情况：不采纳。理由：没有房源。");
    }

    @Test
    void a_decision_is_not_from_before_any_of_its_concerns_was_raised() {
        String early = onTheAgenda();
        TestTime.set("2026-03-04T09:00:00");
        String late = onTheAgenda();
        long item = collect(early, late);
        cases.putToTheUniversity(early);

        assertRefused(() -> decide(item, "decided", Cases.DEPARTMENT, Map.of()), "decision.day");
        assertThat(item(item).state()).isEqualTo("SIGNED");
    }

    @Test
    void what_is_decided_names_a_unit_that_can_carry_it_out() {
        long item = cases.putToTheUniversity(onTheAgenda());

        assertRefused(() -> decide(item, "decided", null, Map.of()), "text.missing");
        assertRefused(() -> decide(item, "decided", "jsj1", Map.of()), "exit.unit-not-possible");
        assertRefused(() -> decide(item, "maybe", Cases.DEPARTMENT, Map.of()), "code.unknown");
        assertThat(item(item).state()).isEqualTo("SIGNED");
    }

    @Test
    void a_colleague_who_withdraws_takes_theirs_out_and_the_item_goes_on_without_it() {
        String one = onTheAgenda();
        String other = onTheAgenda();
        long item = collect(one, other);
        cases.putToTheUniversity(one);

        cases.act(COLLEAGUE, one, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(cases.openTasks(other)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");
        decide(item, "decided", Cases.DEPARTMENT, Map.of());
        assertThat(cases.handlings(other, "level")).endsWith("carrying-out");
    }

    @Test
    void what_was_withdrawn_before_the_meeting_is_not_on_its_sheet_and_what_was_withdrawn_later_is()
            throws IOException {
        String one = onTheAgenda();
        String other = onTheAgenda();
        database.update("update concern set college = 'jx' where number = ?", one);
        collect(one, other);
        assertThat(sheet()).as("of both").contains("计算机学院党委", "机械工程学院党委");

        cases.act(COLLEAGUE, one, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(sheet()).as("of the one that is left").contains("计算机学院党委").doesNotContain("机械工程学院党委");
        cases.decided(other, Map.of("ruling", "refused", "on", "2026-03-02", "words", "不予办理。"));
        cases.act(COLLEAGUE, other, "UserTask_MyConcern", Map.of("action", "withdraw"));
        assertThat(sheet()).as("after the meeting").contains("计算机学院党委", "不予办理。").doesNotContain("机械工程学院党委");
    }

    @Test
    void an_item_of_which_nobody_is_left_is_on_no_sheet() throws IOException {
        collect(onTheAgenda());
        String number = onTheAgenda();
        long item = collect(number);
        Change change = new Change("教工食堂夜间供餐", null, null, null, null, null, null);
        run(ORGANIZATION_CLERK, () -> agenda.change(ORGANIZATION_CLERK, item, change));
        assertThat(sheet()).contains("教工食堂夜间供餐");

        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "withdraw"));

        assertThat(sheet()).doesNotContain("教工食堂夜间供餐");
    }
}
