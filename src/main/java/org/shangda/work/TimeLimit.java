package org.shangda.work;

import java.time.Instant;
import org.shangda.calendar.Counting;

/**
 * 时限: until when something is to be done.
 *
 * @param what code: {@code receive}, {@code handle}, or {@code due} for what has one date only
 * @param since when the time began to run; that day does not count
 * @param at null while the clock stands still
 * @param byTheHour whether it was given in hours of the clock
 * @param rests code of the reason for which the clock stands still, null while it runs
 */
public record TimeLimit(String what, Instant since, Instant at, Counting counting, boolean byTheHour, String rests) {

    public static TimeLimit until(String what, Instant since, Instant at, Counting counting, boolean byTheHour) {
        return new TimeLimit(what, since, at, counting, byTheHour, null);
    }

    public static TimeLimit resting(String what, String reason) {
        return new TimeLimit(what, null, null, null, false, reason);
    }
}
