package org.shangda.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
        State state = state(now, since, deadline, counting, byTheHour);
        if (inHours(now, deadline, byTheHour)) {
            Duration length = Duration.between(now, deadline).abs();
            String sentence = state == State.OVERDUE ? "clock.over.hours" : "clock.left.hours";
            return new Remaining(state, say.of(sentence, length.toHours(), length.toMinutesPart()));
        }
        if (state == State.TODAY) {
            return new Remaining(state, say.of("clock.left.today", moment("HH:mm", deadline)));
        }
        int days = calendar.daysLeft(since, deadline, counting, now);
        if (days == 0) {
            // No day closes before it: a free day follows, or it is due in the morning of the next.
            return new Remaining(state, say.of("clock.left.at", moment("MM-dd HH:mm", deadline)));
        }
        return switch (state) {
            case OVERDUE -> new Remaining(state, say.of("clock.over.days", Math.max(1, -days)));
            case SOON -> new Remaining(state, say.of("clock.left.soon", days));
            default -> new Remaining(state, say.of("clock.left.days", days));
        };
    }

    /** The code alone, without words: lists of thousands are counted and sorted by it. */
    public State state(Instant since, Instant deadline, Counting counting, boolean byTheHour) {
        return state(clock.instant(), since, deadline, counting, byTheHour);
    }

    private State state(Instant now, Instant since, Instant deadline, Counting counting, boolean byTheHour) {
        if (now.isAfter(deadline)) {
            return State.OVERDUE;
        }
        if (inHours(now, deadline, byTheHour) || hours.dayOf(now).equals(hours.dayOf(deadline))) {
            return State.TODAY;
        }
        return calendar.daysLeft(since, deadline, counting, now) <= SOON_DAYS ? State.SOON : State.LEFT;
    }

    private static boolean inHours(Instant now, Instant deadline, boolean byTheHour) {
        return byTheHour && Duration.between(now, deadline).abs().compareTo(BY_THE_HOUR) < 0;
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
}
