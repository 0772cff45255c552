package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions;
import org.shangda.monitoring.StalledActions.Done;
import org.shangda.monitoring.StalledActions.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done from a row of 停滞事项 is on the case's way, and those hear of it whom it concerns. */
@ShangdaTest
class StalledActsToldTest extends ToldOfStalled {

    @Autowired
    StalledActions actions;

    @Test
    void who_is_urged_from_a_row_hears_of_it_at_once_and_the_colleague_in_the_morning() {
        String number = lateAtTheDepartment();

        act(ASSIGNING_CLERK, Power.NONE, "urge", number, null);
        deliver();

        assertThat(urging(DEPARTMENT_CLERK)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("上达：督办单位催办，请尽快办理");
            assertThat(mail.text()).contains(number).doesNotContain("漏水", "罗静");
        });
        for (String person : List.of(OTHER_DEPARTMENT_CLERK, ASSIGNING_CLERK, COLLEAGUE)) {
            assertThat(urging(person)).as(person).isEmpty();
        }
        assertThat(way(DEPARTMENT_CLERK, number)).contains("督办：催办").doesNotContain("罗静");
        TestTime.set("2026-03-20T08:00:00");
        deliver();
        assertThat(Mailbox.mailsTo(COLLEAGUE))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains("督办单位已催办", number));
    }

    @Test
    void who_supervises_is_asked_to_urge_and_neither_who_is_late_nor_the_colleague_hears_of_it() {
        String number = lateAtTheDepartment();

        act("yebo", Power.OPERATOR, "ask-to-urge", number, null);
        deliver();

        for (String person : List.of(ASSIGNING_CLERK, "pengfei")) {
            assertThat(urging(person)).as(person).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).startsWith("上达：请催办");
                assertThat(mail.text()).contains("系统运维人员请您催办以下事项", number).doesNotContain("漏水", "陈宇", "苏健");
            });
        }
        for (String person : List.of(DEPARTMENT_CLERK, OTHER_DEPARTMENT_CLERK, COLLEAGUE)) {
            assertThat(urging(person)).as(person).isEmpty();
        }
        assertThat(way(DEPARTMENT_CLERK, number)).contains("系统运维人员请督办单位催办").doesNotContain("督办：催办");
    }

    @Test
    void who_is_given_it_hears_that_it_waits_and_the_way_says_so_without_a_name() {
        String number = lateAtTheDepartment();

        act(ASSIGNING_CLERK, Power.NONE, "give-to-person", number, OTHER_DEPARTMENT_CLERK);
        TestTime.set("2026-03-20T08:00:00");
        deliver();

        assertThat(Mailbox.mailsTo(OTHER_DEPARTMENT_CLERK))
                .anySatisfy(mail -> assertThat(mail.text()).contains(number));
        assertThat(Mailbox.mailsTo(DEPARTMENT_CLERK))
                .noneMatch(mail -> mail.text().contains(number));
        assertThat(way(OTHER_DEPARTMENT_CLERK, number))
                .contains("督办单位改派经办人")
                .doesNotContain("范伟", OTHER_DEPARTMENT_CLERK);
    }

    @Test
    void an_operator_hears_in_the_morning_that_the_calendar_ends() {
        TestTime.set("2026-11-20T10:00:00");
        look();
        deliver();
        assertThat(mails(OPERATOR)).noneMatch(mail -> mail.text().contains("放假安排将用完"));

        TestTime.set("2026-11-23T08:00:00");
        deliver();

        assertThat(mails(OPERATOR)).anySatisfy(mail -> assertThat(mail.text()).contains("放假安排将用完", "管理员导入下一年的放假安排"));
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    private String lateAtTheDepartment() {
        String number = cases.at("department", "problem");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-18T17:30:00");
        TestTime.set("2026-03-19T10:00:00");
        look();
        database.update("delete from notice");
        return number;
    }

    private void act(String person, Power power, String action, String number, String handler) {
        String subject = database.queryForObject(
                "select min(subject) from stalled where number = ? and handling is not null", String.class, number);
        Done done = actions.act(person, power, action, new Order(List.of(subject), null, null, null, handler))
                .get(0);
        assertThat(done.done()).as(done.sentence()).isTrue();
    }

    private void deliver() {
        delivery.deliverDue();
        delivery.deliverDue();
    }

    /** As it is read by who handles the case. */
    private String way(String person, String number) {
        return cases.show(person, cases.task(number, "UserTask_Handle"))
                .get("way")
                .toString();
    }

    private static List<Mail> urging(String person) {
        return Mailbox.mailsTo(person).stream()
                .filter(mail -> mail.subject().contains("催办"))
                .toList();
    }
}
