package org.shangda.notification;

import java.time.Instant;
import org.shangda.work.WorkWaits;

/**
 * One recipient is to be told of one task. Codes only: what the work is about is not in here.
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

    String key() {
        return key(task, recipient);
    }

    static String key(String task, String recipient) {
        return task + ":" + recipient;
    }
}
