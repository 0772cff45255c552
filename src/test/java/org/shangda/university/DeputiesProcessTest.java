package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;
import static org.shangda.Cases.concernWith;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.concern.ConcernPages;
import org.shangda.refusal.Refusal;
import org.shangda.university.Absences.Entry;
import org.shangda.university.Absences.Shown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 代办: what was said to be done by one person while somebody is away. */
@ShangdaTest
class DeputiesProcessTest extends OnLeave {

    private static final String COLLEGE_DEPUTY = "huangli";
    private static final String LEADER = "xujianhua";

    @Autowired
    ConcernPages pages;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void nothingElseIsOpen() {
        cases.endAll();
        database.update("delete from notice");
    }

    // --- signatures --------------------------------------------------------------------------------------------------

    @Test
    void a_signature_is_the_named_persons_who_is_told_and_its_way_says_in_whose_place() {
        String number = toSign();

        Shown leave = away(COLLEGE_HEAD, OTHER_COLLEGE_CLERK);

        assertThat(leave.deputy()).isEqualTo("杨帆");
        assertThat(leave.standIn()).contains("计算机学院党委", "杨帆").doesNotContain("黄莉");
        assertThat(signer(number)).isEqualTo(OTHER_COLLEGE_CLERK);
        assertThat(told(number)).contains(OTHER_COLLEGE_CLERK);
        assertThat(card(OTHER_COLLEGE_CLERK, number)).contains("代王海涛办理（请假至 2026-03-04）");
        assertThat(form(OTHER_COLLEGE_CLERK, number)).contains("代王海涛办理");

        cases.approve(OTHER_COLLEGE_CLERK, number);

        assertThat(cases.handling(number, "college", "signed_by")).isEqualTo(OTHER_COLLEGE_CLERK);
        assertThat(way(number, COLLEGE_CLERK)).contains("审签（代王海涛办理，请假至 2026-03-04）");
        assertThat(way(number, COLLEAGUE)).contains("审签（由他人代办）").noneMatch(row -> row.contains("王海涛"));
    }

    @Test
    void nobody_signs_their_own_draft_in_somebodys_place_and_then_the_unit_does_as_without_them() {
        String number = toSign();

        away(COLLEGE_HEAD, COLLEGE_CLERK);

        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);
        String written = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, written, "pass-up", Map.of("unit", "rsc"));
        assertThat(signer(written)).isEqualTo(COLLEGE_DEPUTY);
    }

    @Test
    void a_signature_that_nobody_has_given_comes_back_after_the_last_day_and_is_not_marked() {
        String number = toSign();
        away(COLLEGE_HEAD, OTHER_COLLEGE_CLERK);
        day(WEDNESDAY);
        assertThat(signer(number)).isEqualTo(OTHER_COLLEGE_CLERK);

        day(WEDNESDAY.plusDays(1));

        assertThat(signer(number)).isEqualTo(COLLEGE_HEAD);
        cases.approve(COLLEGE_HEAD, number);
        assertThat(way(number, COLLEGE_CLERK)).noneMatch(row -> row.contains("代王海涛"));
    }

    // --- handling ----------------------------------------------------------------------------------------------------

    @Test
    void what_was_received_in_somebodys_place_stays_and_what_was_not_comes_back() {
        String received = cases.at("department", "problem");
        String rest = cases.at("department", "problem");
        away(DEPARTMENT_CLERK, LEADER);
        cases.claim(LEADER, cases.task(received, "UserTask_Handle"));

        day(WEDNESDAY.plusDays(1));

        assertThat(handler(received)).isEqualTo(LEADER);
        assertRefused(() -> cases.claim(LEADER, cases.task(rest, "UserTask_Handle")), 404, "未找到该事项，或您无权查看。");
        cases.claim(DEPARTMENT_CLERK, cases.task(rest, "UserTask_Handle"));
        cases.exit(LEADER, received, "answer");
        cases.approve(DEPARTMENT_HEAD, received);
        assertThat(way(received, DEPARTMENT_CLERK))
                .anyMatch(row -> row.startsWith("签收（代苏健办理"))
                .contains("办理（代苏健办理，请假至 2026-03-04）：答复办结");
    }

    @Test
    void who_stands_in_reads_what_waits_for_them_and_nothing_else_of_the_unit() {
        String hers = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(read(COLLEGE_CLERK, hers)).isEqualTo(404);
        away(SECRETARY, COLLEGE_CLERK);
        String given = cases.raise(COLLEAGUE, concernWith("standAside", COLLEGE_CLERK));

        assertThat(handler(hers)).isEqualTo(COLLEGE_CLERK);
        assertThat(read(COLLEGE_CLERK, hers)).isEqualTo(200);
        assertThat(university.unitsAnsweredBy(COLLEGE_CLERK)).doesNotContain("jsj1");
        // Whoever stands aside does so here too, and the branch does as without them.
        assertThat(handler(given)).isEqualTo(DEPUTY_SECRETARY);
        assertThat(read(COLLEGE_CLERK, given)).isEqualTo(404);

        day(WEDNESDAY.plusDays(1));
        assertThat(handler(hers)).isEqualTo(SECRETARY);
        assertThat(read(COLLEGE_CLERK, hers)).isEqualTo(404);
    }

    /** Lists that are searched where they are stored know no deputy; the page of the one case, its files and its paper do. */
    @Test
    void who_stands_in_finds_the_one_case_on_its_page_and_desk_and_no_list_of_the_unit_has_it_for_them() {
        String hers = cases.raise(COLLEAGUE, Cases.concern());
        List<String> lists = List.of(
                "/api/done?period=all&q=" + hers, "/api/registers/jsj?q=" + hers, "/api/registers/jsj1?q=" + hers);
        List<String> before =
                lists.stream().map(list -> body(COLLEGE_CLERK, list)).toList();
        away(SECRETARY, COLLEGE_CLERK);
        for (String page : List.of("", "/clock", "/files", "/sheet.docx", "/sheet.pdf")) {
            assertThat(status(COLLEGE_CLERK, "/api/concerns/" + hers + page))
                    .as(page)
                    .isEqualTo(200);
        }
        assertThat(body(COLLEGE_CLERK, "/api/desk?list=doing&q=" + hers)).contains(hers);
        assertThat(lists.stream().map(list -> body(COLLEGE_CLERK, list)).toList())
                .isEqualTo(before)
                .noneMatch(list -> list.contains("教师公寓漏水"));

        day(WEDNESDAY.plusDays(1));

        for (String page : List.of("", "/clock", "/files", "/sheet.docx", "/sheet.pdf")) {
            assertThat(status(COLLEGE_CLERK, "/api/concerns/" + hers + page))
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(body(COLLEGE_CLERK, "/api/desk?list=doing&q=" + hers)).doesNotContain("\"" + hers);
    }

    @Test
    void nobody_handles_what_is_about_themselves() {
        away(SECRETARY, DEPUTY_SECRETARY);
        String number = cases.raise(DEPUTY_SECRETARY, Cases.concern());
        assertThat(cases.handlings(number, "unit")).containsExactly("jsj1");
        assertRefused(
                () -> cases.claim(DEPUTY_SECRETARY, cases.task(number, "UserTask_Handle")), 404, "未找到该事项，或您无权查看。");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        assertThat(handler(number)).as("as where nobody of the branch may").isEqualTo(COLLEGE_CLERK);
    }

    @Test
    void what_is_for_its_first_receiver_alone_goes_to_nobody_of_the_unit_above_who_stands_in() {
        String number = cases.raise(COLLEAGUE, concernWith("travel", "first-receiver-only"));
        away(SECRETARY, COLLEGE_CLERK);
        assertThat(handler(number)).isEqualTo(DEPUTY_SECRETARY);
        assertThat(read(COLLEGE_CLERK, number)).isEqualTo(404);
    }

    // --- deadlines and supervision -----------------------------------------------------------------------------------

    @Test
    void a_head_on_leave_holds_nobody_up_neither_the_signature_nor_the_deadline_nor_the_supervision() {
        String number = toSign();
        absences.enter(COLLEGE_HEAD, new Entry(COLLEGE_HEAD, MONDAY, MONDAY.plusDays(60), OTHER_COLLEGE_CLERK));
        cases.passTo(number, "2026-03-30T10:00:00");

        assertThat(cases.task(number, "UserTask_Supervise")).isNotNull();
        assertThat(signer(number)).isEqualTo(OTHER_COLLEGE_CLERK);
        cases.approve(OTHER_COLLEGE_CLERK, number);
        assertThat(cases.tasks(number))
                .noneMatch(task -> task.getTaskDefinitionKey().equals("UserTask_Supervise"));
        assertThat(handler(number)).isNull();
    }

    // --- chains ------------------------------------------------------------------------------------------------------

    @Test
    void where_who_stands_in_is_away_too_whoever_they_named_does_it_and_a_circle_is_refused() {
        String number = toSign();
        away(OTHER_COLLEGE_CLERK, COLLEGE_DEPUTY);
        away(COLLEGE_HEAD, OTHER_COLLEGE_CLERK);
        assertThat(signer(number)).isEqualTo(COLLEGE_DEPUTY);

        refused("deputy-circle", () -> away(COLLEGE_DEPUTY, COLLEGE_HEAD));
        away(COLLEGE_DEPUTY, null);
        assertThat(signer(number)).as("as where nobody was named").isEqualTo("zhouzhengming");
    }

    @Test
    void only_somebody_of_the_unit_or_of_the_one_above_stands_in() {
        refused("deputy-self", () -> away(SECRETARY, SECRETARY));
        refused("deputy-elsewhere", () -> away(SECRETARY, DEPARTMENT_CLERK));
        refused("deputy-needless", () -> away(COLLEAGUE, SECRETARY));
        assertThat(university.isAway(SECRETARY)).isFalse();
    }

    private static void refused(String why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("university.absence." + why));
    }

    // --- the cases ---------------------------------------------------------------------------------------------------

    private Shown away(String person, String deputy) {
        return absences.enter(person, new Entry(person, MONDAY, WEDNESDAY, deputy));
    }

    private String toSign() {
        String number = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, number, "pass-up", Map.of("unit", "rsc"));
        return number;
    }

    private List<String> told(String number) {
        return database.queryForList("select recipient from notice where number = ?", String.class, number);
    }

    private List<String> way(String number, String reader) {
        return pages.page(number, reader).way().stream().map(row -> row.what()).toList();
    }

    private int read(String person, String number) {
        return status(person, "/api/concerns/" + number);
    }

    private String card(String person, String number) {
        String cards = body(person, "/api/work");
        assertThat(cards).contains(number);
        return cards;
    }

    private String form(String person, String number) {
        String task = cases.task(number, "UserTask_Sign").getId();
        return body(person, "/engine-rest/task/" + task + "/deployed-form");
    }
}
