package org.shangda.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shangda.notification}: how people are told that work waits. E-mail is sent when {@code spring.mail.host} is set.
 *
 * @param digestAt local time of the daily digest on working days, default 08:00; quote it in YAML
 * @param from sender of the mails, one address, with or without a name; needed when mail is sent
 * @param giveUpAfter how long a message is tried, default three days
 * @param keep how long rows are kept, sent or not, default thirty days
 * @param robots group robots of WeCom and DingTalk, default none
 * @param apps applications of WeCom and DingTalk, by which people get messages of their own; one of a kind, default none
 */
@ConfigurationProperties("shangda.notification")
record NotificationProperties(
        @DefaultValue("08:00") LocalTime digestAt,
        String from,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("P30D") Duration keep,
        @DefaultValue List<Robot> robots,
        @DefaultValue List<App> apps) {

    NotificationProperties {
        requireOneAddress(from);
        if (robots.stream().map(Robot::id).distinct().count() < robots.size()) {
            throw new IllegalArgumentException("shangda.notification.robots: one robot of a kind for each unit");
        }
        if (apps.stream().map(App::kind).distinct().count() < apps.size()) {
            throw new IllegalArgumentException("shangda.notification.apps: one application of a kind");
        }
    }

    /** Otherwise every mail would fail, and nobody would hear of it for days. */
    private static void requireOneAddress(String from) {
        try {
            if (from != null) {
                new InternetAddress(from, true);
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException("shangda.notification.from: give one e-mail address");
        }
    }

    /** In how many ways a person is told: by mail, and by each application. */
    Stream<String> personal() {
        return Stream.concat(
                Stream.of(MailChannel.NAME), apps.stream().map(app -> app.kind().code()));
    }

    Optional<App> app(App.Kind kind) {
        return apps.stream().filter(app -> app.kind() == kind).findFirst();
    }

    /** The robots that hear of a unit's work. */
    Stream<Robot> robotsOf(String unit) {
        return robots.stream().filter(robot -> robot.hears(unit));
    }
}
