package org.shangda.pairing;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * How a pairing ended.
 *
 * @param endedOn first day on which it was no pair; null when it never was one
 * @param reason a word of the kind {@code pair-reason}
 * @param thanks a word to the other one, or null
 */
@Embeddable
record Ending(LocalDate endedOn, String reason, String thanks) {

    /** It has not. */
    static final Ending NONE = new Ending(null, null, null);

    static Ending withoutPair(Reason reason) {
        return new Ending(null, reason.code(), null);
    }
}
