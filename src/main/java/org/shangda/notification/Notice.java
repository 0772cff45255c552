package org.shangda.notification;

import java.time.Instant;
import org.shangda.account.PasswordSet;
import org.shangda.concern.ConcernNews;
import org.shangda.concern.HandlingUrged;
import org.shangda.concern.Reminder;
import org.shangda.monitoring.StalledFound;
import org.shangda.work.WorkLate;
import org.shangda.work.WorkWaits;

/**
 * One recipient is to be told of one thing: a task that waits for them, a reminder, news about their own concern, an urging,
 * what stands still, or that somebody else has set their password. Codes only: what it is about is not in here.
 *
 * @param letter what travels in one message: what travels alone has its own key here, the rest that of a digest
 * @param channel how it travels
 * @param recipient a staff number or an account, or a robot's id
 * @param task id of the task; of what is no task an id of its own, the same for the same thing
 * @param number the case's; of a password the record's, of what stands still that of what was found together
 * @param what code of the work's label, or one of the constants here, of which those with a dot are followed by another code
 * @param unit whose work it is, may be null
 * @param urgent whether it is sent at once
 * @param due when it is to be sent
 */
record Notice(
        String letter,
        String channel,
        String recipient,
        String task,
        String number,
        String what,
        String unit,
        boolean urgent,
        Instant due) {

    static final String PASSWORD_SET = "password-set";
    static final String STALLED = "stalled";

    /** A sentence follows, of the kind {@code reminder} in the table of words. */
    static final String REMINDER = "reminder.";

    /** What has become of the concern follows. */
    static final String NEWS = "news.";

    /** Who urges follows. */
    static final String URGED = "urged.";

    /** Alone and at once where it is urgent, else in the morning's digest. */
    static Notice of(WorkWaits work, String channel, String recipient, Instant now, Digests digests) {
        Instant due = work.urgent() ? now : digests.next(now);
        return new Notice(
                work.urgent() ? key(work.task(), recipient, channel) : digests.letter(recipient, due),
                channel,
                recipient,
                work.task(),
                work.number(),
                work.what(),
                work.unit(),
                work.urgent(),
                due);
    }

    /** That somebody else has set the recipient's password; at once. */
    static Notice of(PasswordSet set) {
        return alone(set.account(), PASSWORD_SET + "-" + set.id(), set.id(), PASSWORD_SET, null, true, set.at());
    }

    /** A reminder that a diagram asks for; with the next digest's hour. */
    static Notice of(Reminder reminder, String person, Instant now, Digests digests) {
        String what = REMINDER + reminder.sentence();
        return alone(person, reminder.id(), reminder.number(), what, reminder.unit(), false, digests.next(now));
    }

    /** That work on the recipient's line was not done by its day; with the next digest's hour. */
    static Notice of(WorkLate late, String person, Instant now, Digests digests) {
        String what = REMINDER + "late-work";
        return alone(person, "late-" + late.task(), late.number(), what, late.unit(), false, digests.next(now));
    }

    /** At once. */
    static Notice of(HandlingUrged urged, String person, Instant now) {
        return alone(person, urged.id(), urged.number(), URGED + urged.by(), urged.unit(), true, now);
    }

    /** In the morning's digest. */
    static Notice of(ConcernNews news, Instant now, Digests digests) {
        Instant due = digests.next(now);
        return new Notice(
                digests.letter(news.colleague(), due),
                MailChannel.NAME,
                news.colleague(),
                news.id(),
                news.number(),
                NEWS + news.what(),
                news.unit(),
                false,
                due);
    }

    /** Alone and at once where it is severe, else in the morning's digest. */
    static Notice of(StalledFound found, String person, Instant now, Digests digests) {
        Instant due = found.severe() ? now : digests.next(now);
        String about = STALLED + "-" + found.together();
        return new Notice(
                found.severe() ? key(about, person, MailChannel.NAME) : digests.letter(person, due),
                MailChannel.NAME,
                person,
                about,
                found.together(),
                STALLED,
                null,
                found.severe(),
                due);
    }

    /** In a mail of its own. */
    private static Notice alone(
            String person, String about, String number, String what, String unit, boolean urgent, Instant due) {
        return new Notice(
                key(about, person, MailChannel.NAME), MailChannel.NAME, person, about, number, what, unit, urgent, due);
    }

    /** The same, told in another way too. */
    Notice by(String other) {
        String along = letter.equals(key()) ? key(task, recipient, other) : letter + beside(other);
        return new Notice(along, other, recipient, task, number, what, unit, urgent, due);
    }

    String key() {
        return key(task, recipient, channel);
    }

    static String key(String task, String recipient, String channel) {
        return task + ":" + recipient + beside(channel);
    }

    /** Which tells apart what one person is told of one thing in several ways; nothing for mail, and for robots, who are no persons. */
    static String beside(String channel) {
        return channel.equals(MailChannel.NAME) || channel.equals(RobotChannel.NAME) ? "" : ":" + channel;
    }
}
