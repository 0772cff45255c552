package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.ORGANIZATION_HEAD;
import static org.shangda.Cases.PERSONNEL_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.AgendaDesk.Change;
import org.shangda.concern.AgendaPages.Item;
import org.shangda.concern.Dockets.Meeting;
import org.shangda.concern.Dockets.SentBack;
import org.shangda.concern.Merging.Selection;
import org.shangda.notification.Letters;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** 学校研究: collected, put to a meeting and signed (Z27). */
@ShangdaTest
class AgendaProcessTest extends OnTheAgenda {

    @Autowired
    JdbcTemplate database;

    @Autowired
    ApplicationContext product;

    @Autowired
    University university;

    // --- collecting --------------------------------------------------------------------------------------------------

    @Test
    void Z27_concerns_become_one_item_with_one_task_and_are_to_be_collected_again_when_it_is_undone() {
        String one = onTheAgenda();
        String other = onTheAgenda();
        assertThat(toCollect()).contains(one, other);

        long item = collect(one, other);

        assertThat(toCollect()).doesNotContain(one, other);
        assertThat(item(item).concerns())
                .extracting(concern -> concern.number())
                .containsExactlyInAnyOrder(one, other);
        assertThat(item(item).meetsOn()).isEqualTo(MEETING);
        assertThat(item(item).draft().leadUnit()).isEqualTo(Cases.DEPARTMENT);
        assertThat(item(item).draft().proposal()).isEqualTo("建议由后勤管理处增加周转房。");
        assertThat(cases.instance(other, "level-handling")).isWaitingAt("IntermediateEvent_Together");
        assertThat(cases.openTasks(one)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");

        undo(item);

        assertThat(toCollect()).contains(one, other);
        assertThat(cases.openTasks(other)).containsExactly("UserTask_MyConcern", "UserTask_RecordDecision");
        assertThat(cases.handling(other, "organization-department", "led_by")).isNull();
    }

    @Test
    void undoing_an_item_leaves_those_together_that_were_handled_together_before() {
        String leading = cases.at("organization-department", "problem");
        String with = cases.at("organization-department", "problem");
        cases.claim(ORGANIZATION_CLERK, cases.task(leading, "UserTask_Handle"));
        merged.merge(ORGANIZATION_CLERK, leading, with);
        cases.exit(ORGANIZATION_CLERK, leading, "agenda");
        String first = onTheAgenda();
        long item = collect(first, leading);
        assertThat(item(item).concerns()).hasSize(3);

        undo(item);

        assertThat(cases.openTasks(leading)).contains("UserTask_RecordDecision");
        assertThat(cases.openTasks(first)).contains("UserTask_RecordDecision");
        assertThat(cases.handling(with, "organization-department", "led_by"))
                .isEqualTo(cases.handling(leading, "organization-department", "id"));
        assertThat(cases.instance(with, "level-handling")).isWaitingAt("IntermediateEvent_Together");
        cases.decided(leading, Map.of("ruling", "refused", "on", "2026-03-02", "words", "不予办理。"));
        assertThat(cases.concern(with, "state")).isEqualTo("ANSWERED");
        assertThat(cases.concern(first, "state")).isEqualTo("OPEN");
    }

    @Test
    void a_safety_hazard_and_what_is_collected_already_are_refused_and_nothing_is_collected_then() {
        String one = onTheAgenda();
        String hazard = onTheAgenda("hazard");

        assertRefused(() -> collect(one, hazard), "merge.hazard");
        assertThat(toCollect()).contains(one, hazard);
        collect(one);
        assertRefused(() -> collect(one), "agenda.collected-already");
        assertRefused(() -> collect(cases.at("organization-department", "problem")), "agenda.not-awaited");
    }

    @Test
    void a_draft_has_what_the_offices_have_written_without_the_colleagues_name() {
        String number = cases.at("department", "problem");
        cases.exit(DEPARTMENT_CLERK, number, "pass-up", Map.of("words", "陈宇所在公寓无房可调。"));
        cases.act(Cases.COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, number, "agenda");

        Item item = item(collect(number));

        assertThat(item.draft().opinion()).isEqualTo("反映人所在公寓无房可调。");
        assertThat(item.draft().done()).isEqualTo("已联系维修。");
        assertThat(item.draft().unsolved()).contains("内容：pass-up");
    }

    @Test
    void a_draft_is_without_the_name_of_who_has_raised_it_for_the_colleague() {
        String number = cases.at("organization-department", "problem");
        database.update("update concern set raised_by = ? where number = ?", MEMBER, number);
        cases.exit(ORGANIZATION_CLERK, number, "agenda", Map.of("words", university.nameOf(MEMBER) + "代为反映，建议增加周转房。"));

        assertThat(item(collect(number)).draft().proposal()).isEqualTo("反映人代为反映，建议增加周转房。");
    }

    // --- the docket --------------------------------------------------------------------------------------------------

    @Test
    void nothing_is_decided_before_the_head_of_the_office_has_signed() {
        String number = onTheAgenda();
        Map<String, Object> decision = Map.of("ruling", "refused", "on", "2026-03-02", "words", "不予办理。");
        Cases.assertRefused(
                () -> cases.act(ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision),
                409,
                "本事项还没有汇总成议题。请先在“学校研究”页面成项，经部长签发后再登记决定。");
        long item = collect(number);
        assertRefused(() -> decide(item, "refused", null, Map.of()), "agenda.not-in-this-state");
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));

        assertRefused(
                () -> run(ORGANIZATION_CLERK, () -> dockets.sign(ORGANIZATION_CLERK, MEETING)),
                "agenda.nothing-to-sign");
        run(ORGANIZATION_HEAD, () -> dockets.sendBack(ORGANIZATION_HEAD, MEETING, new SentBack("请写明经费。")));
        assertThat(item(item).sentBack()).isEqualTo("请写明经费。");
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));
        assertThat(item(item).task()).isNull();
        run(ORGANIZATION_HEAD, () -> dockets.sign(ORGANIZATION_HEAD, MEETING));

        assertThat(item(item).state()).isEqualTo("SIGNED");
        assertThat(item(item).task())
                .isEqualTo(cases.task(number, "UserTask_RecordDecision").getId());
        assertThat(cases.show(ORGANIZATION_CLERK, cases.task(number, "UserTask_RecordDecision")))
                .containsEntry("ruling", "decided")
                .containsEntry("unit", Cases.DEPARTMENT)
                .containsEntry("on", "2026-03-02");
        assertRefused(() -> undo(item), "agenda.not-in-this-state");
        cases.act(ORGANIZATION_CLERK, number, "UserTask_RecordDecision", decision);
        assertThat(cases.concern(number, "state")).isEqualTo("ANSWERED");
    }

    @Test
    void whoever_signs_is_told_that_a_docket_waits_and_told_again_when_it_is_submitted_anew() {
        database.update("delete from notice where what = 'reminder.docket-to-sign'");
        collect(onTheAgenda());
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));
        assertThat(toldToSign()).containsExactly(ORGANIZATION_HEAD);

        TestTime.set("2026-03-03T09:00:00");
        run(ORGANIZATION_HEAD, () -> dockets.sendBack(ORGANIZATION_HEAD, MEETING, new SentBack("请写明经费。")));
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));

        assertThat(toldToSign()).containsExactly(ORGANIZATION_HEAD, ORGANIZATION_HEAD);
    }

    @Test
    void whoever_signs_a_docket_is_led_to_the_page_on_which_it_is_signed() {
        Mailbox.start();
        try {
            collect(onTheAgenda());
            run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));

            TestTime.set("2026-03-03T09:00:00");
            Letters.send(product);

            assertThat(Mailbox.mailsTo(ORGANIZATION_HEAD))
                    .anySatisfy(
                            mail -> assertThat(mail.text()).contains("议题已提请您签发", "2026-03-20", "/reports/agenda.html"));
        } finally {
            Mailbox.stop();
        }
    }

    private List<String> toldToSign() {
        return database.queryForList(
                "select recipient from notice where what = 'reminder.docket-to-sign' and channel = 'mail'"
                        + " and number = '2026-03-20'",
                String.class);
    }

    @Test
    void nothing_is_submitted_or_signed_for_a_meeting_that_is_over_and_it_can_still_be_sent_back() {
        long item = collect(onTheAgenda());
        TestTime.set("2026-03-23T09:00:00");
        assertRefused(
                () -> run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING)),
                "agenda.meeting-over");
        TestTime.set("2026-03-20T09:00:00");
        run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING));
        TestTime.set("2026-03-23T09:00:00");
        assertRefused(
                () -> run(ORGANIZATION_HEAD, () -> dockets.sign(ORGANIZATION_HEAD, MEETING)), "agenda.meeting-over");

        run(ORGANIZATION_HEAD, () -> dockets.sendBack(ORGANIZATION_HEAD, MEETING, new SentBack("会期已过。")));

        assertThat(item(item).state()).isEqualTo("LISTED");
    }

    @Test
    void an_item_without_a_lead_unit_is_not_submitted() {
        long item = collect(onTheAgenda());
        run(
                ORGANIZATION_CLERK,
                () -> agenda.change(
                        ORGANIZATION_CLERK, item, new Change("周转房", null, null, null, null, "增加周转房", null)));

        assertThatThrownBy(() -> run(ORGANIZATION_CLERK, () -> dockets.submit(ORGANIZATION_CLERK, MEETING)))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.code()).isEqualTo("agenda.incomplete");
                    assertThat(refused.arguments()).containsExactly("周转房");
                });
        undo(item);
    }

    @Test
    void an_item_goes_to_another_meeting_with_its_deadlines_and_a_meeting_takes_none_after_it_has_closed() {
        String number = onTheAgenda();
        long item = collect(number);
        LocalDate next = LocalDate.of(2026, 4, 7);
        assertThat(office().meetings())
                .filteredOn(one -> one.on().equals(MEETING) || one.on().equals(next))
                .extracting(one -> one.closes())
                .containsExactly("2026-03-13 17:00", "2026-03-30 17:00");

        move(item, next);

        assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(TestTime.at("2026-04-07T17:00:00"));
        assertThat(cases.handling(number, "organization-department", "exit_on")).isEqualTo("2026-04-07");
        TestTime.set("2026-03-16T09:00:00");
        assertRefused(() -> move(item, MEETING), "agenda.meeting-closed");
        assertRefused(() -> move(item, LocalDate.of(2026, 4, 8)), "agenda.no-meeting-then");
    }

    private void move(long item, LocalDate day) {
        run(
                ORGANIZATION_CLERK,
                () -> agenda.change(
                        ORGANIZATION_CLERK, item, new Change("周转房", Cases.DEPARTMENT, null, null, null, "增加周转房", day)));
    }

    @Test
    void the_office_adds_a_meeting_and_strikes_one_out_whose_items_are_heard_at_the_next() {
        LocalDate added = LocalDate.of(2026, 3, 12);
        run(ORGANIZATION_CLERK, () -> dockets.addMeeting(ORGANIZATION_CLERK, new Meeting(added)));
        try {
            assertRefused(() -> dockets.addMeeting(ORGANIZATION_CLERK, new Meeting(added)), "agenda.meeting-there");
            String number = onTheAgenda();
            long item = collect(number);
            assertThat(item(item).meetsOn()).isEqualTo(added);

            run(ORGANIZATION_CLERK, () -> dockets.strikeOut(ORGANIZATION_CLERK, added));

            assertThat(item(item).meetsOn()).isEqualTo(MEETING);
            assertThat(cases.dueOf(number, "UserTask_RecordDecision")).isEqualTo(TestTime.at("2026-03-20T17:00:00"));
        } finally {
            if (office().meetings().stream().anyMatch(one -> one.on().equals(added))) {
                run(ORGANIZATION_CLERK, () -> dockets.strikeOut(ORGANIZATION_CLERK, added));
            }
        }
    }

    // --- who may -----------------------------------------------------------------------------------------------------

    @Test
    void for_whoever_stands_aside_in_one_of_its_concerns_there_is_no_item() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("standAside", ORGANIZATION_HEAD));
        cases.exit(SECRETARY, number, "pass-up");
        cases.passToDepartment(number, Cases.DEPARTMENT);
        cases.exit(DEPARTMENT_CLERK, number, "pass-up");
        cases.act(Cases.COLLEGE_CLERK, number, "UserTask_ConfirmReferral", Map.of("decision", "refer"));
        cases.exit(ORGANIZATION_CLERK, number, "agenda");

        long item = collect(number);

        assertThat(item(item).state()).isEqualTo("LISTED");
        assertThat(cases.as(ORGANIZATION_HEAD, () -> pages.office(ORGANIZATION_HEAD))
                        .items())
                .extracting(Item::id)
                .doesNotContain(item);
    }

    @Test
    void for_everybody_else_there_is_no_agenda_and_a_unit_sees_its_items_alone() {
        String number = onTheAgenda();
        long item = collect(number);
        for (String other : List.of(COLLEAGUE, SECRETARY, DEPARTMENT_CLERK, PERSONNEL_CLERK)) {
            assertRefused(() -> pages.office(other), "agenda.not-found");
            assertRefused(() -> agenda.collect(other, new Selection(List.of(number))), "agenda.not-found");
            assertRefused(() -> agenda.undo(other, item), "agenda.not-found");
            assertRefused(() -> dockets.submit(other, MEETING), "agenda.not-found");
            assertRefused(() -> dockets.sign(other, MEETING), "agenda.not-found");
            assertRefused(() -> dockets.addMeeting(other, new Meeting(MEETING)), "agenda.not-found");
        }
        cases.putToTheUniversity(number);
        decide(item, "decided", "jwc", Map.of());
        assertThat(own("dongxue", item).title()).isNotEmpty();
        assertRefused(() -> pages.own(COLLEAGUE), "agenda.not-found");
    }
}
