package org.shangda.pairing;

import java.time.LocalDate;

/**
 * Days on which a pair rests because one of the two is away (ill, abroad, on leave).
 *
 * @param from first day
 * @param to last day
 */
public record Leave(LocalDate from, LocalDate to) {

    boolean overlaps(Leave other) {
        return !to.isBefore(other.from) && !from.isAfter(other.to);
    }

    /** Its days among those of another one, which it overlaps. */
    Leave within(Leave days) {
        return new Leave(from.isBefore(days.from) ? days.from : from, to.isAfter(days.to) ? days.to : to);
    }
}
