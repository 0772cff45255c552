package org.shangda.engine.door.walk;

import java.util.Comparator;
import java.util.List;

/**
 * What waits in the scratch engine.
 *
 * @param over whether nothing of the case is left
 */
record Waiting(List<Open> tasks, List<Open> timers, List<Message> messages, boolean over) {

    /**
     * @param key id of the element
     * @param mark what the scenario says of where it stands
     */
    record Open(String id, String key, String mark) implements Comparable<Open> {

        String text() {
            return mark.isEmpty() ? key : key + "@" + mark;
        }

        @Override
        public int compareTo(Open other) {
            return Comparator.comparing(Open::text).thenComparing(Open::id).compare(this, other);
        }
    }

    record Message(String key, String name, String execution) implements Comparable<Message> {

        @Override
        public int compareTo(Message other) {
            return Comparator.comparing(Message::key)
                    .thenComparing(Message::execution)
                    .compare(this, other);
        }
    }
}
