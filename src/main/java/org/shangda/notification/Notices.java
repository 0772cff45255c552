package org.shangda.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.shangda.engine.WorkWaits;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the outbox who is to be told, in the transaction in which the work is given to them. */
@Component
class Notices {

    private final Outbox outbox;
    private final Digests digests;
    private final NotificationProperties properties;
    private final Clock clock;

    Notices(Outbox outbox, Digests digests, NotificationProperties properties, Clock clock) {
        this.outbox = outbox;
        this.digests = digests;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    void on(WorkWaits work) {
        Instant now = clock.instant();
        Stream<Notice> people = work.people().stream()
                .distinct()
                .map(person -> Notice.of(work, MailChannel.NAME, person, now, digests));
        Stream<Notice> robots = work.toReceive() && work.unit() != null
                ? properties
                        .robotsOf(work.unit())
                        .map(robot -> Notice.of(work, RobotChannel.NAME, robot.id(), now, digests))
                : Stream.empty();
        outbox.put(Stream.concat(people, robots).toList(), now);
    }
}
