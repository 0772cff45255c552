package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.assertRefused;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.CalledBack;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** J25 回访: a sample of those answered is asked by the unit that supervises, drawn and not chosen. */
@ShangdaTest
class CallBackProcessTest {

    private static final Map<String, Object> WELL =
            Map.of("reached", "reached", "rating", "satisfied", "promise", "done");

    @Autowired
    Cases cases;

    @Autowired
    CalledBack called;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private Http http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        called.forget();
        cases.forgetAll();
        http = new Http(port);
    }

    @AfterEach
    void nothingIsDrawn() {
        called.forget();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    // --- drawing -----------------------------------------------------------------------------------------------------

    @Test
    void J25_one_of_ten_answered_in_a_month_is_drawn_once_and_not_before_all_of_them_could_be_rated() {
        for (int i = 0; i < 11; i++) {
            called.satisfied(Cases.concern());
        }

        assertThat(called.draw("2026-03-31T02:00:00")).isZero();
        assertThat(called.draw("2026-04-13T02:00:00")).isZero();
        assertThat(called.draw(CalledBack.DRAWN)).isEqualTo(2);
        assertThat(called.draw("2026-04-21T02:00:00")).isZero();

        assertThat(database.queryForMap("select period, unit, answered, drawn from call_back_draw"))
                .containsEntry("period", "2026-03")
                .containsEntry("unit", "jsj")
                .containsEntry("answered", 11)
                .containsEntry("drawn", 2);
        assertThat(called.numbers())
                .allSatisfy(number -> assertThat(cases.openTasks(number)).containsExactly("UserTask_CallBack"));
    }

    @Test
    void J25_what_cannot_be_stored_is_not_taken_for_the_draw_of_another_node() {
        called.satisfied(Cases.concern());
        database.execute("alter table call_back add constraint never check (period <> '2026-03')");
        try {
            assertThatThrownBy(() -> called.draw(CalledBack.DRAWN)).isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            database.execute("alter table call_back drop constraint never");
        }
    }

    @Test
    void J25_nobody_is_called_whose_concern_is_for_the_first_receiver_alone_or_whose_name_is_withheld() {
        called.satisfied(Cases.concernWith("travel", "first-receiver-only"));
        called.satisfied(Cases.concernWith("travel", "nameless-above-branch"));

        assertThat(called.draw(CalledBack.DRAWN)).isZero();
    }

    @Test
    void J25_nobody_is_called_by_a_unit_that_stands_aside_or_has_handled_the_concern() {
        called.satisfied(Cases.concernWith("standAside", "jsj"));
        String handledByBoth = cases.at("college", "problem");
        cases.exit(COLLEGE_CLERK, handledByBoth, "answer");
        cases.act(COLLEAGUE, handledByBoth, "UserTask_Rate", Map.of("rating", "satisfied"));

        called.draw(CalledBack.DRAWN);

        assertThat(database.queryForList("select unit from call_back", String.class))
                .doesNotContain("jsj", "jsj1");
    }

    @Test
    void J25_what_is_still_open_is_not_drawn() {
        cases.answeredBy("branch", "problem");

        assertThat(called.draw(CalledBack.DRAWN)).isZero();
    }

    // --- calling -----------------------------------------------------------------------------------------------------

    @Test
    void J25_whoever_calls_sees_whom_and_who_answered_and_not_the_story() {
        Map<String, Object> form = Cases.concern();
        String number = called.one(form);

        Map<String, Object> shown = new HashMap<>(shown(number));

        assertThat(shown).containsEntry("colleagueName", "陈宇").containsEntry("answeredOn", "2026-03-02");
        assertThat(shown.toString())
                .doesNotContain(
                        form.get("title").toString(), form.get("description").toString(), "内容：answer");
    }

    /** As after the roster has turned: what was looked at when it was drawn is looked at again. */
    @Test
    void J25_who_may_not_know_whose_it_is_is_offered_no_call_that_was_drawn_before() {
        String number = called.one();
        database.update("update concern set travel = 'NAMELESS_ABOVE_BRANCH' where number = ?", concern(number));

        assertRefused(() -> shown(number), 404, "未找到该事项，或您无权查看。");
    }

    @Test
    void J25_what_was_said_is_kept_and_the_colleague_reads_that_they_were_called() {
        String number = called.one();

        call(number, with("note", "说下周再看。"));

        assertThat(database.queryForMap("select unit, reached, rating, promise, note, called_by from call_back"))
                .containsEntry("unit", "jsj")
                .containsEntry("reached", "reached")
                .containsEntry("rating", "SATISFIED")
                .containsEntry("promise", "done")
                .containsEntry("note", "说下周再看。")
                .containsEntry("called_by", COLLEGE_CLERK);
        assertThat(cases.steps(concern(number))).contains("CALLED_BACK");
        String read = http.get("/api/mine?closed=true&q=" + concern(number), Http.as(COLLEAGUE, "demo"))
                .body();
        assertThat(read).contains(concern(number), "回访").doesNotContain("说下周再看。");
        assertThat(cases.openTasks(number)).isEmpty();
    }

    @Test
    void J25_who_was_reached_is_asked_both_questions_and_who_was_not_neither() {
        String number = called.one();

        assertRefused(() -> call(number, Map.of("reached", "reached", "promise", "done")), 400, "请在“评价”中选择一项。");
        assertRefused(
                () -> call(number, Map.of("reached", "reached", "rating", "satisfied")), 400, "请在“承诺的事办了没有”中选择一项。");
        call(number, Map.of("reached", "not-reached", "rating", "satisfied"));

        assertThat(database.queryForMap("select rating, promise from call_back"))
                .containsEntry("rating", null)
                .containsEntry("promise", null);
    }

    // --- handled again -----------------------------------------------------------------------------------------------

    @Test
    void J25_what_is_not_settled_is_handled_again_by_the_head_where_the_colleague_wants_it() {
        String number = called.one();
        String concern = concern(number);
        Map<String, Object> again = with("again", true);

        assertRefused(() -> call(number, again), 400, "请填写“备注”。");
        again.put("note", "门锁又坏了字句");
        call(number, again);

        assertThat(cases.handlings(concern, "stage")).containsExactly("first", "again");
        assertThat(cases.openTasks(concern)).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.show(COLLEAGUE, cases.task(concern, "UserTask_MyConcern"))
                        .get("way")
                        .toString())
                .contains("门锁又坏了字句");
        assertThat(cases.concern(concern, "rating"))
                .as("what was said of the answer is void")
                .isNull();
        cases.exit(SECRETARY, concern, "answer");
        cases.act(COLLEAGUE, concern, "UserTask_Rate", Map.of("rating", "satisfied"));
        assertThat(cases.concern(concern, "state")).isEqualTo("CLOSED");
        assertThat(cases.openTasks(concern)).isEmpty();
    }

    @Test
    void J25_who_is_not_satisfied_after_it_was_handled_again_is_reviewed_one_step_up() {
        String number = called.one();
        Map<String, Object> again = with("again", true);
        again.put("note", "门锁又坏了。");
        call(number, again);

        cases.exit(SECRETARY, concern(number), "answer");
        cases.dissatisfied(concern(number));

        assertThat(cases.handlings(concern(number), "stage")).containsExactly("first", "again", "review");
    }

    @Test
    void J25_a_call_that_is_late_is_told_above_and_stays_to_be_made() {
        String number = called.one();

        cases.passTo(number, "2026-05-11T18:00:00");

        assertThat(database.queryForList(
                        "select recipient from notice where number = ? and task like 'late-%'", String.class, number))
                .as("who works for the unit above")
                .containsExactlyInAnyOrder(ORGANIZATION_CLERK, "dengke");
        assertThat(cases.openTasks(number)).containsExactly("UserTask_CallBack");
        assertThat(cases.nextJob(number)).as("it was told once").isEmpty();
    }

    @Test
    void J25_a_suggestion_is_asked_about_and_not_handled_again() {
        String number = called.one(Cases.concernWith("type", "suggestion"));
        Map<String, Object> again = with("again", true);
        again.put("note", "想再议。");

        assertThat(shown(number)).containsEntry("mayBeHandledAgain", false).containsEntry("outcome", "采纳");
        assertRefused(() -> call(number, again), 409, "本事项不能重新办理：意见建议、仅限首接人知悉的事项和还在办理的事项，请去掉“反映人要求重新办理”后提交。");
        call(number, WELL);

        assertThat(cases.concern(concern(number), "state")).isEqualTo("CLOSED");
    }

    // --- shared ------------------------------------------------------------------------------------------------------

    private Map<String, Object> shown(String number) {
        if (cases.task(number, "UserTask_CallBack").getAssignee() == null) {
            cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_CallBack"));
        }
        return cases.show(COLLEGE_CLERK, cases.task(number, "UserTask_CallBack"));
    }

    private void call(String number, Map<String, Object> form) {
        cases.act(COLLEGE_CLERK, number, "UserTask_CallBack", form);
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> form = new HashMap<>(WELL);
        form.put(key, value);
        return form;
    }

    private String concern(String number) {
        return database.queryForObject("select concern from call_back where number = ?", String.class, number);
    }
}
