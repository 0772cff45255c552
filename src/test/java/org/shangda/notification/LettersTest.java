package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.shangda.work.WorkWaits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Nothing is lost, nothing is sent twice, and nobody is held up, whatever the servers do. */
@ShangdaTest
class LettersTest extends Told {

    @Autowired
    Telling telling;

    @Autowired
    ObjectProvider<JavaMailSender> sender;

    // --- nothing lost, nothing twice, nothing held up ----------------------------------------------------------------

    @Test
    void with_the_mail_server_down_for_two_hours_nothing_is_lost_sent_twice_or_held_up() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, first, "pass-up");
        String second = cases.raise(COLLEAGUE, Cases.concern());
        Mailbox.stop();
        TestTime.set(NEXT_MORNING);

        List<String> hazards = new ArrayList<>();
        delivery.deliverDue();
        assertThat(database.queryForObject("select count(distinct letter) from notice where attempts > 0", int.class))
                .as("letters that find out that the server is down")
                .isOne();
        for (int minute = 0; minute < 120; minute++) {
            delivery.deliverDue();
            TestTime.set(TestTime.now().plus(Duration.ofMinutes(1)));
            if (minute == 60) {
                hazards.add(cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard")));
            }
        }
        assertThat(database.queryForList("select distinct state from notice", String.class))
                .containsExactly("WAITING");
        Mailbox.start();
        for (int minute = 0; minute < 61; minute++) {
            delivery.deliverDue();
            TestTime.set(TestTime.now().plus(Duration.ofMinutes(1)));
        }

        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(second));
        for (String clerk : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK)) {
            List<Mail> mails = Mailbox.mailsTo(clerk);
            assertThat(mails.stream().filter(mail -> mail.text().contains(first)))
                    .as("digests")
                    .hasSize(1);
            assertThat(mails).anyMatch(mail -> mail.text().contains(hazards.get(0)));
            // None where the digest has told of the hazard already.
            assertThat(mails.stream().filter(mail -> mail.subject().startsWith("上达：有安全隐患")))
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Mailbox.mails()).extracting(Mail::messageId).doesNotHaveDuplicates();
        assertThat(database.queryForList("select distinct state from notice", String.class))
                .containsExactly("SENT");
    }

    @Test
    void what_one_mail_has_told_no_other_has_to() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        String second = cases.raise(COLLEAGUE, Cases.concern());

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(first, second));
    }

    @Test
    void a_business_transaction_that_is_rolled_back_leaves_no_notice() {
        transaction.executeWithoutResult(running -> {
            cases.raise(COLLEAGUE, Cases.concern());
            assertThat(notices()).isPositive();
            running.setRollbackOnly();
        });

        assertThat(notices()).isZero();
    }

    @Test
    void whoever_has_a_task_a_second_time_is_not_told_again() {
        WorkWaits work = new WorkWaits("t1", "C1", "sign", "jsj", List.of(SECRETARY, COLLEGE_HEAD), false, false);
        notices.on(work);
        notices.on(new WorkWaits("t1", "C1", "sign", "jsj", List.of(SECRETARY, COLLEGE_CLERK), false, false));

        assertThat(notices()).isEqualTo(3);
    }

    @Test
    void two_nodes_do_not_take_the_same_letter() {
        cases.raise(COLLEAGUE, Cases.concern());
        Instant morning = TestTime.at(NEXT_MORNING);
        String letter = outbox.due(MailChannel.NAME, morning, 10).get(0).letter();

        assertThat(outbox.claim(letter, MailChannel.NAME, morning)).isPresent();
        assertThat(outbox.claim(letter, MailChannel.NAME, morning)).isEmpty();
        assertThat(outbox.due(MailChannel.NAME, morning, 10))
                .extracting(Outbox.Due::letter)
                .doesNotContain(letter);
    }

    @Test
    void a_digest_whose_attempt_was_cut_off_is_not_repeated_and_its_work_is_in_the_next_one() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        cutOff();

        TestTime.set("2026-03-03T08:11:00");
        delivery.deliverDue();
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
    }

    @Test
    void an_urgent_mail_whose_attempt_was_cut_off_is_repeated_under_the_same_id() {
        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        Set<String> ids = cutOff();

        TestTime.set("2026-03-02T10:09:00");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();
        TestTime.set("2026-03-02T10:11:00");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).extracting(Mail::messageId).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void after_three_days_in_vain_a_message_is_given_up_and_counted() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Mailbox.stop();
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        TestTime.set("2026-03-06T08:00:00");
        delivery.deliverDue();
        assertThat(states(number, SECRETARY)).containsExactly("WAITING");

        TestTime.set("2026-03-06T09:00:01");
        delivery.deliverDue();

        assertThat(states(number, SECRETARY)).containsExactly("FAILED");
        assertThat(outbox.count(Outbox.State.FAILED)).isPositive();
    }

    @Test
    void whoever_has_no_address_is_left_out_and_counted() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        University withoutAddresses = Mockito.mock(University.class);
        Mockito.when(withoutAddresses.person(SECRETARY))
                .thenReturn(Optional.of(new Person(SECRETARY, "张伟", "jsj1", true, null, null)));
        MailChannel mail = new MailChannel(sender, telling, withoutAddresses, accounts, properties);
        TestTime.set(NEXT_MORNING);

        deliver(mail);

        assertThat(Mailbox.mails()).isEmpty();
        assertThat(states(number, SECRETARY)).containsExactly("NO_ADDRESS");
        assertThat(outbox.count(Outbox.State.NO_ADDRESS)).isPositive();
    }

    @Test
    void an_address_that_the_server_refuses_holds_nobody_else_up() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        String another = cases.raise(COLLEAGUE, Cases.concern());
        JavaMailSender real = sender.getObject();
        JavaMailSender refusing = Mockito.mock(JavaMailSender.class);
        Mockito.when(refusing.createMimeMessage()).thenAnswer(call -> real.createMimeMessage());
        Mockito.doAnswer(call -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .as("no transaction waits for the server")
                            .isFalse();
                    MimeMessage mail = call.getArgument(0);
                    if (mail.getAllRecipients()[0].toString().startsWith(COLLEGE_CLERK)) {
                        throw new MailSendException(Map.of(mail, new SendFailedException("no such mailbox")));
                    }
                    real.send(mail);
                    return null;
                })
                .when(refusing)
                .send(Mockito.any(MimeMessage.class));
        TestTime.set(NEXT_MORNING);

        deliver(new MailChannel(providerOf(refusing), telling, university, accounts, properties));

        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).isEmpty();
        assertThat(states(number, COLLEGE_CLERK)).containsExactly("WAITING");
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);
        assertThat(states(another, SECRETARY)).containsExactly("SENT");
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
    }

    @Test
    void where_nothing_is_configured_nothing_is_sent_and_nothing_stays_for_ever() {
        cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-31T08:00:00");
        Delivery nobody = new Delivery(outbox, List.of(), digests, languages, properties, clock);
        nobody.deliverDue();
        nobody.expire();
        assertThat(notices()).isPositive();

        TestTime.set("2026-04-01T10:00:01");
        nobody.expire();

        assertThat(notices()).isZero();
    }

    @Test
    void what_is_being_sent_while_it_expires_stays_until_it_is_known_how_it_ended() {
        String sending = cases.raise(COLLEAGUE, Cases.concern());
        String waiting = cases.raise(COLLEAGUE, Cases.concern());
        // A node that stopped in the middle of sending leaves it so.
        database.update("update notice set state = 'SENDING' where number = ?", sending);
        TestTime.set("2026-04-01T10:00:01");

        new Delivery(outbox, List.of(), digests, languages, properties, clock).expire();

        assertThat(states(sending, SECRETARY)).containsExactly("SENDING");
        assertThat(states(waiting, SECRETARY)).isEmpty();
    }

    // --- robots ------------------------------------------------------------------------------------------------------

    private static ObjectProvider<JavaMailSender> providerOf(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    /** The node is stopped in the middle of every letter that is due. */
    private Set<String> cutOff() {
        return outbox.due(MailChannel.NAME, TestTime.now(), 1000).stream()
                .map(due -> outbox.claim(due.letter(), MailChannel.NAME, TestTime.now())
                        .orElseThrow()
                        .messageId())
                .collect(Collectors.toSet());
    }
}
