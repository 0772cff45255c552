package org.shangda.monitoring;

import java.time.Instant;

/**
 * Something that perhaps stands still: the table {@code stalled-when} decides.
 *
 * @param item what it is, the same each time it is seen
 * @param number of the case; null where it concerns none
 * @param since null where nobody knows; then since it was first found
 * @param amount a number of times, for causes that count
 * @param detail a code or the name of a task, or a {@link Detail} as it is stored
 */
public record Sighting(String item, String number, Instant since, int amount, String detail, Standing at) {

    public Sighting since(Instant other) {
        return new Sighting(item, number, other, amount, detail, at);
    }

    Sighting at(Standing other) {
        return new Sighting(item, number, since, amount, detail, other);
    }
}
