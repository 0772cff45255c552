package org.shangda.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.account.PasswordSet;
import org.shangda.account.PasswordsSet;
import org.shangda.monitoring.StalledNews;
import org.shangda.monitoring.StalledNews.StandsStill;
import org.shangda.notification.OpenWork.Waiting;
import org.shangda.notification.Outbox.State;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * One mail for all that waits for a person, stands still on their line and has become of their own concerns; for one urgent
 * task; for what was found to stand still and is severe; for one urging; for one reminder that a diagram asks for, or of work
 * that is late on their line; or for a password that somebody else has set.
 */
@Component
class MailChannel implements Channel {

    static final String NAME = "mail";

    private final ObjectProvider<JavaMailSender> sender;
    private final OpenWork openWork;
    private final StalledNews stalled;
    private final Outbox outbox;
    private final University university;
    private final Accounts accounts;
    private final PasswordsSet passwords;
    private final MailText text;
    private final String from;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            OpenWork openWork,
            StalledNews stalled,
            Outbox outbox,
            University university,
            Accounts accounts,
            PasswordsSet passwords,
            MailText text,
            NotificationProperties properties) {
        this.sender = sender;
        this.openWork = openWork;
        this.stalled = stalled;
        this.outbox = outbox;
        this.university = university;
        this.accounts = accounts;
        this.passwords = passwords;
        this.text = text;
        this.from = properties.from();
        if (isConfigured() && from == null) {
            throw new IllegalStateException("spring.mail.host is set; set shangda.notification.from as well");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    @Override
    public Outcome deliver(Letter letter) throws Unreachable {
        Optional<String> passwordSet = letter.passwordSet();
        if (letter.reminder().isPresent()) {
            return tellOfCase(letter, letter.reminder().get());
        }
        if (letter.urging().isPresent()) {
            return tellOfUrging(letter, letter.urging().get());
        }
        return passwordSet.isPresent() ? tellOfPassword(letter, passwordSet.get()) : tellOfAll(letter);
    }

    private Outcome tellOfCase(Letter letter, Letter.Line reminder) throws Unreachable {
        Optional<String> address = address(letter);
        if (address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        send(letter, address.get(), text.of(reminder));
        return Outcome.sent(letter.tasks());
    }

    private Outcome tellOfPassword(Letter letter, String record) throws Unreachable {
        Optional<PasswordSet> set = passwords.find(record);
        Optional<String> address = address(letter);
        if (set.isEmpty() || address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        send(letter, address.get(), text.of(set.get()));
        return Outcome.sent(letter.tasks());
    }

    /** Whoever has nothing to do with it any more is urged no more. */
    private Outcome tellOfUrging(Letter letter, Letter.Line urging) throws Unreachable {
        List<Waiting> waiting = openWork.of(letter.recipient());
        List<Waiting> urged =
                waiting.stream().filter(work -> work.isOf(urging.number())).toList();
        if (urged.isEmpty()) {
            return Outcome.nothingToSend(State.DONE);
        }
        Optional<String> address = address(letter);
        if (address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        Set<String> tasks = urged.stream().map(Waiting::task).collect(Collectors.toSet());
        send(letter, address.get(), text.of(urging, urged, outbox.lines(letter.recipient(), tasks)));
        return Outcome.sent(letter.tasks());
    }

    private Outcome tellOfAll(Letter letter) throws Unreachable {
        List<Waiting> waiting = openWork.of(letter.recipient());
        Set<String> mine = letter.tasks();
        List<Waiting> due =
                waiting.stream().filter(work -> mine.contains(work.task())).toList();
        List<StandsStill> still = stalled.toldTo(
                letter.recipient(),
                letter.stalled().stream().map(Letter.Line::number).toList());
        if (due.isEmpty() && still.isEmpty() && letter.news().isEmpty()) {
            return Outcome.nothingToSend(State.DONE);
        }
        Optional<String> address = address(letter);
        if (address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        List<Waiting> told = letter.urgent() || due.isEmpty() ? due : waiting;
        Set<String> tasks = told.stream().map(Waiting::task).collect(Collectors.toSet());
        send(
                letter,
                address.get(),
                text.of(told, outbox.lines(letter.recipient(), tasks), still, letter.news(), letter.urgent()));
        return Outcome.sent(tasks);
    }

    private Optional<String> address(Letter letter) {
        Optional<Person> person = university.person(letter.recipient());
        return person.isPresent() ? person.map(Person::email) : accounts.address(letter.recipient());
    }

    private void send(Letter letter, String address, MailText.Mail mail) throws Unreachable {
        try {
            MimeMessage message = sender.getObject().createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(address);
            parts.setSubject(mail.subject());
            parts.setText(mail.plain(), mail.html());
            message.setHeader("Message-ID", letter.messageId());
            // No answer of somebody's absence to a machine.
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.getObject().send(message);
        } catch (MailAuthenticationException e) {
            throw new Unreachable(e);
        } catch (MailSendException e) {
            if (isAboutThisMail(e)) {
                throw e;
            }
            throw new Unreachable(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server has answered, and does not take this one. */
    private static boolean isAboutThisMail(MailSendException failure) {
        return Stream.concat(
                        Stream.of(failure.getMessageExceptions()),
                        Stream.ofNullable(NestedExceptionUtils.getRootCause(failure)))
                .anyMatch(SendFailedException.class::isInstance);
    }
}
