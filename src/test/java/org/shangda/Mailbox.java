package org.shangda;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The university's mail server. It is down until a test starts it, and always at the same address. */
public class Mailbox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int PORT = freePort();

    private static GreenMail server;

    /** A mail as it arrived; {@code text} is its subject and all its parts. */
    public record Mail(String to, String messageId, String subject, String text) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings()).applyTo(context);
    }

    /** With which the product finds it. */
    static List<String> settings() {
        return List.of(
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + PORT,
                "shangda.notification.from=shangda@donghai.example");
    }

    public static void start() {
        server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** With everything that arrived. */
    public static void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    public static List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::read).toList();
    }

    public static List<Mail> mailsTo(String person) {
        return mails().stream()
                .filter(mail -> mail.to().equals(person + "@donghai.example"))
                .toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            List<String> text = new ArrayList<>(List.of(message.getSubject()));
            collect(message, text);
            return new Mail(
                    message.getRecipients(RecipientType.TO)[0].toString(),
                    message.getMessageID(),
                    message.getSubject(),
                    String.join("\n", text));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Part part, List<String> text) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                collect(one, text);
            }
        } else {
            text.add((String) part.getContent());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
