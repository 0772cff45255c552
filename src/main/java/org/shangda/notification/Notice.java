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
 * One recipient is to be told of one task, or that somebody else has set their password. Codes only: what the work is
 * about is not in here.
 *
 * @param letter what travels in one message
 * @param channel how it travels
 * @param recipient a staff number, or a robot's id
 * @param what code of the work's label
 * @param unit whose work it is, may be null
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

    /** The {@code what} of a notice that tells of no task. */
    static final String PASSWORD_SET = "password-set";

    static Notice of(WorkWaits work, String channel, String recipient, Instant now, Digests digests) {
        Instant due = work.urgent() ? now : digests.next(now);
        return new Notice(
                work.urgent() ? key(work.task(), recipient) : digests.letter(recipient, due),
                channel,
                recipient,
                work.task(),
                work.number(),
                work.what(),
                work.unit(),
                work.urgent(),
                due);
    }

    /** That somebody else has set the recipient's password; at once. {@code number} is the record's. */
    static Notice of(PasswordSet set) {
        String about = PASSWORD_SET + "-" + set.id();
        return new Notice(
                key(about, set.account()),
                MailChannel.NAME,
                set.account(),
                about,
                set.id(),
                PASSWORD_SET,
                null,
                true,
                set.at());
    }

    /** The {@code what} of a reminder begins with this; its sentence follows. */
    static final String REMINDER = "reminder.";

    /** A reminder that a diagram asks for; with the next digest's hour, in a letter of its own. */
    static Notice of(Reminder reminder, String person, Instant due) {
        return new Notice(
                key(reminder.id(), person),
                MailChannel.NAME,
                person,
                reminder.id(),
                reminder.number(),
                REMINDER + reminder.sentence(),
                reminder.unit(),
                false,
                due);
    }

    /** That work on the recipient's line was not done by its day; with the next digest's hour, in a letter of its own. */
    static Notice of(WorkLate late, String person, Instant due) {
        String about = "late-" + late.task();
        return new Notice(
                key(about, person),
                MailChannel.NAME,
                person,
                about,
                late.number(),
                REMINDER + "late-work",
                late.unit(),
                false,
                due);
    }

    /** The {@code what} of news about somebody's own concern begins with this; what has become of it follows. */
    static final String NEWS = "news.";

    /** In the morning's digest. */
    static Notice of(ConcernNews news, Instant due, Digests digests) {
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

    /** The {@code what} of an urging begins with this; who urges follows. */
    static final String URGED = "urged.";

    /** At once. */
    static Notice of(HandlingUrged urged, String person, Instant now) {
        return new Notice(
                key(urged.id(), person),
                MailChannel.NAME,
                person,
                urged.id(),
                urged.number(),
                URGED + urged.by(),
                urged.unit(),
                true,
                now);
    }

    /** The {@code what} of a notice that something stands still. Its {@code number} is that of what was found together. */
    static final String STALLED = "stalled";

    /** At once where it is severe, else in the morning's digest. */
    static Notice of(StalledFound found, String person, Instant now, Digests digests) {
        Instant due = found.severe() ? now : digests.next(now);
        String about = STALLED + "-" + found.together();
        return new Notice(
                found.severe() ? key(about, person) : digests.letter(person, due),
                MailChannel.NAME,
                person,
                about,
                found.together(),
                STALLED,
                null,
                found.severe(),
                due);
    }

    String key() {
        return key(task, recipient);
    }

    static String key(String task, String recipient) {
        return task + ":" + recipient;
    }
}
