package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** 停滞事项: whoever can unblock it is told, of what is severe at once and of the rest in the morning. */
@ShangdaTest
class StalledToldTest extends ToldOfStalled {

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void of_many_severe_things_of_one_look_an_operator_gets_one_mail_at_once() {
        List<String> numbers = List.of(suspended(), suspended(), suspended());

        look();
        delivery.deliverDue();
        look();
        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isNotEmpty().allSatisfy(mail -> {
            assertThat(mail.subject()).startsWith("上达：新发现 ").endsWith(" 处严重停滞事项，请立即处理");
            assertThat(mail.text())
                    .contains(numbers)
                    .contains("单位：" + university.nameOfUnit("jsj1"), "自：2026-03-02", "谁能解开")
                    .contains("http://localhost:8080/reports/stalled.html?number=" + numbers.get(0))
                    .doesNotContain("漏水", "陈宇", "张伟");
        });
        assertThat(mails(OPERATOR).stream().filter(mail -> mail.text().contains("已被挂起")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).startsWith("上达：新发现 3 处"));
        assertThat(mails(SECRETARY)).isEmpty();
        assertThat(mails(COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void a_mail_names_twenty_of_them_and_says_how_many_more_are_on_the_list() {
        for (int i = 0; i < 21; i++) {
            suspended();
        }

        look();
        delivery.deliverDue();

        assertThat(mails(OPERATOR).stream().filter(mail -> mail.text().contains("已被挂起")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).contains("21");
                    assertThat(mail.text()).contains("其余 1 处，见停滞事项列表", "20. ");
                });
    }

    @Test
    void what_was_mended_before_the_message_is_sent_is_not_told() {
        String number = suspended();
        look();
        activate(number);
        look();

        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isEmpty();
    }

    @Test
    void a_look_does_not_need_a_mail_server() {
        Mailbox.stop();
        suspended();

        look();
        delivery.deliverDue();
        Mailbox.start();
        TestTime.set("2026-03-02T10:05:00");
        delivery.deliverDue();

        assertThat(mails(OPERATOR)).isNotEmpty();
    }

    @Test
    void a_hazard_that_is_late_is_told_to_the_leaders_in_charge_and_to_who_supervises_it() {
        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        TestTime.set("2026-04-01T10:00:00");

        look();
        delivery.deliverDue();

        for (String person : List.of("sunhuiling", "xujianhua", Cases.ORGANIZATION_CLERK)) {
            assertThat(mails(person))
                    .as(person)
                    .anySatisfy(mail -> assertThat(mail.text()).contains("逾期未办结"));
        }
        assertThat(mails(Cases.STRANGER)).isEmpty();
    }

    // --- in the morning ----------------------------------------------------------------------------------------------

    @Test
    void what_is_late_is_in_the_mornings_mail_of_who_supervises_it() {
        String number = lateAtTheBranch();
        look();
        delivery.deliverDue();
        assertThat(mails(COLLEGE_CLERK)).isEmpty();

        TestTime.set("2026-03-13T08:00:00");
        look();
        delivery.deliverDue();
        delivery.deliverDue();

        for (String clerk : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK)) {
            assertThat(mails(clerk))
                    .as(clerk)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text())
                            .contains("新发现 1 处停滞", number, "逾期未办结", "期限：2026-03-11")
                            .contains("/reports/stalled.html?number=" + number));
        }
        assertThat(mails(SECRETARY)).isEmpty();
        assertThat(mails(Cases.STRANGER)).isEmpty();
    }

    @Test
    void what_was_settled_before_the_morning_is_not_told() {
        String number = lateAtTheBranch();
        look();
        cases.exit(SECRETARY, number, "answer");
        look();

        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void whoever_stands_aside_is_not_told_and_the_others_are() {
        String number = lateAtTheBranch(Cases.concernWith("standAside", OTHER_COLLEGE_CLERK));
        look();
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
        assertThat(mails(OTHER_COLLEGE_CLERK)).isEmpty();
    }

    @Test
    void where_all_its_handlers_stand_aside_the_next_on_the_line_are_told() {
        lateAtTheBranch(Cases.concernWith("standAside", COLLEGE_CLERK + " " + OTHER_COLLEGE_CLERK));
        look();
        TestTime.set("2026-03-13T08:00:00");
        delivery.deliverDue();

        assertThat(mails(COLLEGE_CLERK)).isEmpty();
        assertThat(mails(OTHER_COLLEGE_CLERK)).isEmpty();
        assertThat(mails(Cases.COLLEGE_HEAD)).hasSize(1);
    }
}
