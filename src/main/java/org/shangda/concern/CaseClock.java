package org.shangda.concern;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shangda.calendar.ClockReading;
import org.shangda.calendar.ClockReading.Stretch;
import org.shangda.calendar.ClockSentence;
import org.shangda.calendar.WorkingCalendar;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A concern's two clocks, the present level's and the whole case's, as numbers and as one sentence. */
@Component
public class CaseClock {

    /**
     * Both clocks, stretch by stretch.
     *
     * @param level the present level's clock, or the last one's when the concern is closed
     */
    public record Clocks(String number, String sentence, OneClock level, OneClock whole) {}

    /** @param deadline null where there is none or the clock stands still */
    public record OneClock(int daysCounted, int daysPaused, Instant deadline, Integer daysLeft, List<Why> stretches) {}

    /** @param why the reason's label in the reader's language; {@code code} is the same for every language */
    public record Why(Instant from, Instant to, boolean counted, String code, String why) {}

    private final WorkingCalendar calendar;
    private final ClockSentence sentence;
    private final LevelClock clock;
    private final Labels labels;

    CaseClock(WorkingCalendar calendar, ClockSentence sentence, LevelClock clock, Labels labels) {
        this.calendar = calendar;
        this.sentence = sentence;
        this.clock = clock;
        this.labels = labels;
    }

    Clocks read(Concern concern) {
        Instant now = clock.now();
        ClockReading whole = calendar.read(
                concern.raising().raisedAt(),
                concern.closedAt(),
                null,
                concern.raising().counting(),
                concern.visits().wholeCasePauses(),
                now);
        Optional<Handling> current = current(concern);
        ClockReading level = current.map(at -> read(at, now)).orElse(whole);
        String said = said(concern, current.filter(Handling::open), level, whole, LocaleContextHolder.getLocale());
        return new Clocks(concern.number(), said, one(level), one(whole));
    }

    private String said(
            Concern concern, Optional<Handling> open, ClockReading level, ClockReading whole, Locale locale) {
        if (concern.closedAt() != null) {
            return sentence.ended(whole, locale);
        }
        return open.map(at -> toReceive(concern, locale) + sentence.running(level, whole, standsStillFor(at), locale))
                .orElseGet(() -> sentence.between(whole, locale));
    }

    /** What is to be received within hours is said of every unit that has not received it. */
    private String toReceive(Concern concern, Locale locale) {
        return concern.handlings().stream()
                .filter(at -> at.open() && at.receivedAt() == null && at.terms().receivedByTheHour(at.enteredAt()))
                .map(at -> sentence.toReceive(
                        labels.name(at.answeringUnit()),
                        at.terms().receiveBy(),
                        clock.passed(at.terms().receiveBy()),
                        locale))
                .collect(Collectors.joining());
    }

    /** Of two at once (a safety hazard's college and department) the one with the nearer deadline speaks. */
    private static Optional<Handling> current(Concern concern) {
        return concern.handlings().stream()
                .filter(Handling::open)
                .min(Comparator.comparing(handling -> handling.terms().dueAt()))
                .or(() -> concern.visits().latest());
    }

    /** The clock of one visit. */
    ClockReading read(Handling at, Instant now) {
        return calendar.read(
                at.enteredAt(),
                at.endedAt(),
                at.open() && !at.paused() ? at.terms().dueAt() : null,
                at.counting(),
                at.clockPauses(),
                now);
    }

    private static String standsStillFor(Handling at) {
        return at.paused() ? at.clockPauses().get(at.clockPauses().size() - 1).reason() : null;
    }

    private OneClock one(ClockReading reading) {
        return new OneClock(
                reading.daysCounted(),
                reading.daysPaused(),
                reading.deadline(),
                reading.daysLeft(),
                reading.stretches().stream().map(this::why).toList());
    }

    private Why why(Stretch stretch) {
        return new Why(
                stretch.from(),
                stretch.to(),
                stretch.counted(),
                stretch.why(),
                sentence.why(stretch, LocaleContextHolder.getLocale()));
    }
}
