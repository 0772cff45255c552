package org.shangda.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.shangda.account.PasswordSet;
import org.shangda.concern.ConcernNews;
import org.shangda.concern.HandlingReminded;
import org.shangda.concern.HandlingUrged;
import org.shangda.concern.Reminder;
import org.shangda.contact.DutyReminded;
import org.shangda.monitoring.StalledFound;
import org.shangda.reporting.SummaryReminded;
import org.shangda.work.WorkLate;
import org.shangda.work.WorkWaits;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts into the outbox who is to be told, in the transaction in which it happens. */
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
        put(Stream.concat(people, robots), now);
    }

    @EventListener
    void on(PasswordSet set) {
        put(Stream.of(Notice.of(set)), clock.instant());
    }

    @EventListener
    void on(Reminder reminder) {
        Instant now = clock.instant();
        put(reminder.people().stream().distinct().map(person -> Notice.of(reminder, person, now, digests)), now);
    }

    @EventListener
    void on(HandlingUrged urged) {
        Instant now = clock.instant();
        put(urged.people().stream().distinct().map(person -> Notice.of(urged, person, now)), now);
    }

    @EventListener
    void on(ConcernNews news) {
        Instant now = clock.instant();
        put(Stream.of(Notice.of(news, now, digests)), now);
    }

    /** One notice for each person, however much was found. */
    @EventListener
    void on(StalledFound found) {
        Instant now = clock.instant();
        put(found.people().stream().map(person -> Notice.of(found, person, now, digests)), now);
    }

    @EventListener
    void on(HandlingReminded handling) {
        remind(handling.number(), handling.people());
    }

    @EventListener
    void on(DutyReminded duty) {
        remind(duty.sheet(), List.of(duty.carrier()));
    }

    @EventListener
    void on(SummaryReminded summary) {
        remind(summary.number(), summary.people());
    }

    /** Of what was due: whoever may do it once more, and whoever is above. */
    @EventListener
    void on(WorkLate late) {
        Instant now = clock.instant();
        remind(late.number(), late.people());
        put(
                late.above().stream()
                        .filter(person -> !late.people().contains(person))
                        .distinct()
                        .map(person -> Notice.of(late, person, now, digests)),
                now);
    }

    /** What they were told of before is in their next digest as something new. */
    private void remind(String number, List<String> people) {
        Instant now = clock.instant();
        Instant digest = digests.next(now);
        people.forEach(person -> properties
                .personal()
                .forEach(channel ->
                        outbox.remind(number, person, channel, digests.letter(person, digest), now, digest)));
    }

    /** What a person is told by mail, they are told by every other channel of their own as well. */
    private void put(Stream<Notice> notices, Instant now) {
        outbox.put(
                notices.flatMap(notice -> notice.channel().equals(MailChannel.NAME)
                                ? properties.personal().map(notice::by)
                                : Stream.of(notice))
                        .toList(),
                now);
    }
}
