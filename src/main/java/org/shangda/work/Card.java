package org.shangda.work;

import java.util.List;

/**
 * What tells one piece of work from the next of its kind, for one reader to whom it is offered.
 *
 * @param title as somebody has written it; null where the reader may not read it, or nobody has written one
 * @param where names of unit and level, or the state in which it is; null where that says nothing
 * @param limits null where the only one is the task's own date
 */
public record Card(String title, String where, List<TimeLimit> limits) {

    public static final Card PLAIN = new Card(null, null, null);

    public static Card titled(String title) {
        return new Card(title, null, null);
    }
}
