package org.shangda.calendar;

import java.time.Instant;
import java.util.List;

/**
 * A clock at one moment. A day has been counted when its close of business lies in a counted stretch; the working day that
 * is going on is in such a stretch too, but is counted only at its close.
 *
 * @param stretches from the beginning to now, without gap or overlap
 * @param daysCounted working days counted so far
 * @param ordinal which working day this is, counting today when it is one: "the 9th working day"
 * @param daysPaused working days that did not count because of pauses
 * @param deadline null where there is none or the clock stands still
 * @param daysLeft working days left up to and including the deadline's, whose close is still to come; 0 at the deadline
 *     itself; negative when it has passed: the working days begun since, at least one; null without a deadline
 */
public record ClockReading(
        List<Stretch> stretches, int daysCounted, int ordinal, int daysPaused, Instant deadline, Integer daysLeft) {

    /**
     * Part of a clock.
     *
     * @param why code: {@code working-day}, {@code make-up-day}, {@code day-of-entry}, {@code weekend},
     *     {@code holiday}, {@code vacation}, {@code stopped-at-close} (the running part of a working day that does not
     *     count because a pause covers its close of business), or the reason of a pause
     * @param name name of the holiday (a make-up day has one too) or vacation, otherwise null
     */
    public record Stretch(Instant from, Instant to, boolean counted, String why, String name) {}
}
