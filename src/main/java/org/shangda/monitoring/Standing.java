package org.shangda.monitoring;

import java.time.Instant;

/**
 * Where a case stands: an open visit of a concern to a level; of any other case its unit alone is known.
 *
 * @param handling the visit, 0 where it is none
 * @param reserved whether not everybody on the line may know of it
 * @param people staff numbers of those whom it waits for, separated by commas
 */
public record Standing(
        long handling,
        String level,
        String unit,
        String answeringUnit,
        String supervisor,
        String programme,
        String type,
        String campus,
        boolean vacationsCount,
        boolean reserved,
        String people,
        Instant dueAt,
        Instant enteredAt,
        Instant raisedAt) {

    /** Nothing but a unit, which may be null. */
    public static Standing at(String unit) {
        return new Standing(0, null, unit, unit, null, null, null, null, false, false, null, null, null, null);
    }

    Standing supervisedBy(String unitAbove, boolean keptBack) {
        return new Standing(
                handling,
                level,
                unit,
                answeringUnit,
                unitAbove,
                programme,
                type,
                campus,
                vacationsCount,
                keptBack,
                people,
                dueAt,
                enteredAt,
                raisedAt);
    }
}
