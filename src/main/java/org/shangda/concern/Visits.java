package org.shangda.concern;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shangda.calendar.Pause;
import org.shangda.refusal.Refusal;

/**
 * A concern's visits to levels, in the order in which they began.
 *
 * @param number of the concern
 */
record Visits(String number, List<Handling> all) {

    /** Both clocks stand still while the colleague is asked; the case's own clock goes on through everything else. */
    List<Pause> wholeCasePauses() {
        return all.stream()
                .flatMap(handling -> handling.pauses().stream())
                .filter(HandlingPause::wholeCase)
                .map(HandlingPause::asPause)
                .toList();
    }

    Optional<Handling> of(String workItem) {
        return all.stream()
                .filter(handling -> Objects.equals(handling.workItem(), workItem))
                .findFirst();
    }

    Handling of(long id) {
        return all.stream()
                .filter(handling -> handling.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handling " + id + " of " + number));
    }

    /** The handling whose answer the colleague got, or that is under way: the latest one. */
    Optional<Handling> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * The handling whose answer the colleague reads, and so the one that handles it again or is reviewed: of the visits that
     * answered, the one that began last. Of a safety hazard's two it is the department's, also when the college's part
     * was given to another unit and answered later.
     */
    Optional<Handling> answeredBy() {
        return all.stream()
                .filter(Handling::answered)
                .max(Comparator.comparing(this::began).thenComparing(all::indexOf));
    }

    /** Place of the handling with which the visit to its level began, before it went from one unit to another. */
    private int began(Handling handling) {
        int began = all.indexOf(handling);
        for (int place = began - 1; place >= 0; place--) {
            Handling before = all.get(place);
            if (before.level().equals(handling.level())) {
                if (!before.handedOn()) {
                    return began;
                }
                began = place;
            }
        }
        return began;
    }

    /** What is said of a task that is no longer there. */
    static Refusal taskGone() {
        return Refusal.conflict("handling.task-gone");
    }
}
