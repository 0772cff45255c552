package org.shangda.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.shangda.notification.Outbox.State;
import org.shangda.notification.Telling.Told;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** One mail for whatever a letter has to say. */
@Component
class MailChannel implements Channel {

    static final String NAME = "mail";

    private final ObjectProvider<JavaMailSender> sender;
    private final Telling telling;
    private final University university;
    private final Accounts accounts;
    private final String from;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            Telling telling,
            University university,
            Accounts accounts,
            NotificationProperties properties) {
        this.sender = sender;
        this.telling = telling;
        this.university = university;
        this.accounts = accounts;
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
        Optional<Told> told = telling.of(letter);
        if (told.isEmpty()) {
            return Outcome.nothingToSend(State.DONE);
        }
        Optional<String> address = address(letter);
        if (address.isEmpty()) {
            return Outcome.nothingToSend(State.NO_ADDRESS);
        }
        send(letter, address.get(), told.get().mail());
        return Outcome.sent(told.get().tasks());
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
