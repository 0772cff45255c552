package org.shangda.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** How much working time is left until a moment, as a code and in a few words. */
@Component
public class RemainingTime {

    /** From the most pressing on. */
    public enum State {
        OVERDUE,
        /** Due before the day is over; what counts by the hour, before a day is over. */
        TODAY,
        /** At most {@link #SOON_DAYS} working days are left. */
        SOON,
        LEFT,
        /** The clock stands still. */
        RESTS,
        /** Has no date. */
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @param words in the reader's language */
    public record Remaining(State state, String words) {}

    /** Working days, today's among them. */
    public static final int SOON_DAYS = 3;

    /** What counts by the hour is told in hours for so long. */
    private static final Duration BY_THE_HOUR = Duration.ofDays(1);

    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Sentences say;
    private final Clock clock;

    RemainingTime(WorkingCalendar calendar, OfficeHours hours, Sentences say, Clock clock) {
        this.calendar = calendar;
        this.hours = hours;
        this.say = say;
        this.clock = clock;
    }

    /**
     * @param since when the time began to run: that day does not count
     * @param byTheHour whether the time was given in hours of the clock, as that for receiving a safety hazard
     */
    public Remaining until(Instant since, Instant deadline, Counting counting, boolean byTheHour) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, deadline);
        boolean over = now.isAfter(deadline);
        if (byTheHour && left.abs().compareTo(BY_THE_HOUR) < 0) {
            Duration length = left.abs();
            return new Remaining(
                    over ? State.OVERDUE : State.TODAY,
                    say.of(over ? "clock.over.hours" : "clock.left.hours", length.toHours(), length.toMinutesPart()));
        }
        if (over) {
            return new Remaining(
                    State.OVERDUE, say.of("clock.over.days", Math.max(1, -days(since, deadline, counting, now))));
        }
        if (hours.dayOf(now).equals(hours.dayOf(deadline))) {
            return new Remaining(State.TODAY, say.of("clock.left.today", moment("HH:mm", deadline)));
        }
        int days = days(since, deadline, counting, now);
        if (days == 0) {
            // No day closes before it: a free day follows, or it is due in the morning of the next.
            return new Remaining(State.SOON, say.of("clock.left.at", moment("MM-dd HH:mm", deadline)));
        }
        return days <= SOON_DAYS
                ? new Remaining(State.SOON, say.of("clock.left.soon", days))
                : new Remaining(State.LEFT, say.of("clock.left.days", days));
    }

    /** @param reason why, a code as in {@link ClockReading.Stretch} */
    public Remaining resting(String reason) {
        return new Remaining(State.RESTS, say.of("clock.left.rests", why(reason)));
    }

    /** Label of a reason for which a clock stands still. */
    public String why(String reason) {
        return say.of("clock.why." + reason);
    }

    private String moment(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern).withZone(hours.zone()).format(at);
    }

    /** As the clock reads that began then; of what lies before yesterday nothing depends on it. */
    private int days(Instant since, Instant deadline, Counting counting, Instant now) {
        Instant yesterday = (now.isBefore(deadline) ? now : deadline).minus(Duration.ofDays(1));
        Instant from = since.isAfter(yesterday) ? since : yesterday;
        return calendar.read(from, null, deadline, counting, List.of(), now).daysLeft();
    }
}
