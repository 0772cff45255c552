package org.shangda.work;

import java.util.List;

/**
 * What tells one piece of work from the next of its kind, for one reader to whom it is offered.
 *
 * @param title as somebody has written it; null where the reader may not read it, or nobody has written one
 * @param where names of unit and level, or the state in which it is; null where that says nothing
 * @param limits null where the only one is the task's own date
 * @param place what lists are narrowed by
 */
public record Card(String title, String where, List<TimeLimit> limits, Place place) {

    /**
     * Codes; null where there is none.
     *
     * @param unit where it stands
     */
    public record Place(String unit, String level, String category) {

        static final Place NOWHERE = new Place(null, null, null);
    }

    public static final Card PLAIN = new Card(null, null, null);

    public Card(String title, String where, List<TimeLimit> limits) {
        this(title, where, limits, Place.NOWHERE);
    }

    public static Card titled(String title) {
        return new Card(title, null, null);
    }
}
