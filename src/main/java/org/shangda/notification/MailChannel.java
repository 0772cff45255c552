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

/** One mail for all that waits for a person, or for one urgent task. */
@Component
class MailChannel implements Channel {

    static final String NAME = "mail";

    private final ObjectProvider<JavaMailSender> sender;
    private final OpenWork openWork;
    private final Outbox outbox;
    private final University university;
    private final MailText text;
    private final String from;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            OpenWork openWork,
            Outbox outbox,
            University university,
            MailText text,
            NotificationProperties properties) {
        this.sender = sender;
        this.openWork = openWork;
        this.outbox = outbox;
        this.university = university;
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
        List<Waiting> waiting = openWork.of(letter.recipient());
        Set<String> mine = letter.tasks();
        if (waiting.stream().noneMatch(work -> mine.contains(work.task()))) {
            return Outcome.nothingToSend(State.DONE);
        }
        Optional<String> address = university.person(letter.recipient()).map(Person::email);
        if (address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        List<Waiting> told = letter.urgent()
                ? waiting.stream().filter(work -> mine.contains(work.task())).toList()
                : waiting;
        Set<String> tasks = told.stream().map(Waiting::task).collect(Collectors.toSet());
        send(letter, address.get(), text.of(told, outbox.lines(letter.recipient(), tasks), letter.urgent()));
        return Outcome.sent(tasks);
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
