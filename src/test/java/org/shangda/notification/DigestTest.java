package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** What is told in the morning: once, of what still waits. */
@ShangdaTest
class DigestTest extends Told {

    // --- the digest --------------------------------------------------------------------------------------------------

    @Test
    void on_the_next_working_morning_one_mail_tells_what_still_waits_and_nobody_is_told_twice() {
        String waiting = cases.raise(COLLEAGUE, Cases.concern());
        String other = cases.raise(COLLEAGUE, Cases.concern());
        String done = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, done, "answer");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();

        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains(waiting, other).doesNotContain(done);
            assertThat(mail.subject()).isEqualTo("上达：您有 %d 件事项待办".formatted(waitsFor(SECRETARY)));
            String task = cases.task(waiting, "UserTask_Handle").getId();
            assertThat(mail.text())
                    .contains("党支部办理")
                    .contains("编号：" + waiting)
                    .contains("单位：" + university.unit("jsj1").orElseThrow().name())
                    .contains("期限：3月")
                    .contains("http://localhost:8080/reports/desk.html#task=" + task)
                    .contains("http://localhost:8080/camunda/app/tasklist/default/");
        });
        // What the colleague is asked, and not the standing task by which the concern is followed.
        assertThat(Mailbox.mailsTo(COLLEAGUE))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text()).contains(done, "评价答复").doesNotContain(waiting, "我的事项"));
        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);
    }

    @Test
    void what_a_colleague_of_the_same_unit_has_received_does_not_wait_for_the_others() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(COLLEGE_CLERK))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(number, university.unit("jsj").orElseThrow().name()));
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).isEmpty();
        assertThat(states(number, OTHER_COLLEGE_CLERK)).containsExactly("DONE");
    }

    @Test
    void what_was_told_before_and_still_waits_makes_no_mail_of_its_own() {
        String told = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, told, "pass-up");
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
        String received = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, received, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(received, "UserTask_Handle"));

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains(told, received));
    }

    @Test
    void a_deadline_that_comes_near_is_told_of_once_more() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);

        // The branch has until Wednesday the 11th, and is reminded two working days before.
        cases.passTo(number, "2026-03-09T17:00:00");
        TestTime.set("2026-03-10T08:00:00");
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY))
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
        TestTime.set("2026-03-11T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(2);
    }

    @Test
    void a_digest_waits_for_the_next_working_day() {
        assertThat(digests.next(TestTime.at("2026-03-02T07:59:59"))).isEqualTo(TestTime.at("2026-03-02T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-03-02T08:00:00"))).isEqualTo(TestTime.at(NEXT_MORNING));
        // Friday evening; before the Spring Festival, whose last day off is Monday the 23rd; a Saturday made up for.
        assertThat(digests.next(TestTime.at("2026-03-06T18:00:00"))).isEqualTo(TestTime.at("2026-03-09T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-02-14T18:00:00"))).isEqualTo(TestTime.at("2026-02-24T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-02-13T18:00:00"))).isEqualTo(TestTime.at("2026-02-14T08:00:00"));
    }

    // --- robots ------------------------------------------------------------------------------------------------------

    /** Counted in the engine's tables, without the product's own queries. */
    private int waitsFor(String person) {
        return database.queryForObject(
                "select count(*) from act_ru_task t where task_def_key_ not in ('UserTask_MyConcern',"
                        + " 'UserTask_RaisedForColleague') and (assignee_ = ? or assignee_ is null and exists (select 1"
                        + " from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'"
                        + " and (l.user_id_ = ? or l.group_id_ in"
                        + " (select group_id_ from act_id_membership where user_id_ = ?))))",
                Integer.class,
                person,
                person,
                person);
    }
}
