package org.shangda.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shangda.calendar.Counting;
import org.shangda.work.Card.Place;
import org.shangda.work.TimeLimit;

/**
 * A visit to a level as lists read it: nothing of a concern but what one line says, so that thousands are read at once.
 *
 * @param rests code of the reason for which its clock stands still, null while it runs; while a decision is awaited, its date
 *     is that of recording it, and runs
 */
record ListedVisit(
        long id,
        String number,
        String title,
        String category,
        String campus,
        String level,
        String unit,
        Instant enteredAt,
        Instant receivedAt,
        Instant endedAt,
        Instant receiveBy,
        Instant dueAt,
        boolean vacationsCount,
        String rests) {

    static ListedVisit of(Handling at) {
        return new ListedVisit(
                at.id(),
                at.concern().number(),
                at.concern().raising().title(),
                at.concern().raising().category(),
                at.concern().raising().campus(),
                at.level(),
                at.answeringUnit(),
                at.enteredAt(),
                at.receivedAt(),
                at.endedAt(),
                at.terms().receiveBy(),
                at.terms().dueAt(),
                at.terms().vacationsCount(),
                at.paused() ? at.clockPauses().get(at.clockPauses().size() - 1).reason() : null);
    }

    /** Where it is, and what lists are narrowed by. */
    Place place() {
        return new Place(unit, level, category);
    }

    /** Both its dates, as long as they run. */
    List<TimeLimit> limits() {
        List<TimeLimit> limits = new ArrayList<>();
        Counting counting = new Counting(campus, vacationsCount);
        if (receiveBy != null && receivedAt == null) {
            boolean byTheHour = Terms.byTheHour(enteredAt, receiveBy);
            limits.add(TimeLimit.until("receive", enteredAt, receiveBy, counting, byTheHour));
        }
        if (rests != null && !rests.equals(HandlingPause.Reason.AGENDA.code())) {
            limits.add(TimeLimit.resting("handle", rests));
        } else if (endedAt == null) {
            limits.add(TimeLimit.until("handle", enteredAt, dueAt, counting, false));
        }
        return limits;
    }
}
