package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;

/** Who is told what, when, and how often. */
@ShangdaTest
class NotificationTest extends Told {

    // --- passwords ---------------------------------------------------------------------------------------------------

    @Test
    void whose_password_somebody_else_sets_is_told_at_once_and_even_after_the_notice_on_the_page_was_put_away() {
        transaction.executeWithoutResult(running -> passwords.record(SECRETARY, "admin"));
        passwords.putAway(SECRETARY);
        TestTime.set("2026-03-02T10:05:00");

        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("上达：您的密码已由他人重新设置");
            assertThat(mail.text())
                    .contains("您的密码已于2026年3月2日 10:00由系统管理员（账号 admin）重新设置。如非您本人要求")
                    .doesNotContain("system administrator");
        });
        database.update("delete from password_set");
    }

    @Test
    void a_password_that_is_not_stored_is_told_to_nobody() {
        transaction.executeWithoutResult(running -> {
            passwords.record(SECRETARY, "admin");
            running.setRollbackOnly();
        });
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();
        assertThat(passwords.toldTo(SECRETARY)).isEmpty();
    }

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void of_a_safety_hazard_everybody_who_may_receive_it_is_told_at_once() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));

        delivery.deliverDue();
        delivery.deliverDue();

        for (String handler : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK, DEPARTMENT_CLERK, OTHER_DEPARTMENT_CLERK)) {
            assertThat(Mailbox.mailsTo(handler)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).startsWith("上达：有安全隐患待您办理");
                // F1: within two hours, not within the days of the handling.
                assertThat(mail.text()).contains(number, "签收期限：3月2日(周一)12:00");
            });
        }
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).hasSize(1);
    }

    // --- no story ----------------------------------------------------------------------------------------------------

    @Test
    void neither_mails_nor_the_outbox_carry_a_story_or_a_name() {
        Map<String, Object> form = Cases.concernWith("title", "Kanarienvogel");
        form.put("description", "Kanarienvogel 401");
        form.put("category", "pay");
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up", Map.of("words", "Kanarienvogel", "tried", "Kanarienvogel"));
        form.put("type", "hazard");
        cases.raise(COLLEAGUE, form);
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();

        List<String> told = Stream.concat(
                        Mailbox.mails().stream().map(Mail::text),
                        database.queryForList("select * from notice").stream().map(Object::toString))
                .toList();
        assertThat(told).hasSizeGreaterThan(5).anyMatch(text -> text.contains(number));
        assertThat(told).noneMatch(text -> text.contains("Kanarienvogel"));
        assertThat(told).noneMatch(text -> text.contains("薪酬") || text.contains("pay"));
        assertThat(university.people())
                .noneMatch(person -> told.stream().anyMatch(text -> text.contains(person.name())));
    }
}
