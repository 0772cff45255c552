package org.shangda.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What waits at this moment; asked when a message is sent, so that what was done meanwhile is left out. */
public interface OpenWork {

    /** What somebody holds or may receive, without the standing tasks by which a concern is followed. */
    List<Waiting> of(String person);

    /** By unit: how many tasks wait to be received by one of its handlers. Units with none are left out. */
    Map<String, Integer> toReceive();

    /**
     * An open task.
     *
     * @param name label and number
     * @param due null where it has no deadline
     */
    record Waiting(String task, String name, Instant due) {

        boolean isOf(String number) {
            return name.endsWith(" " + number);
        }

        String number() {
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }
}
