package org.shangda.calendar;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shangda.calendar.ClockReading.Stretch;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in one sentence how a concern's two clocks stand. */
@Component
public class ClockSentence {

    private final MessageSource messages;
    private final OfficeHours hours;

    ClockSentence(MessageSource messages, OfficeHours hours) {
        this.messages = messages;
        this.hours = hours;
    }

    /**
     * For example 「本级剩 3 个工作日(12月4日 17:00 截止)· 全程第 9 个工作日 · 暂停 2 天:等您补充材料」. Reasons of pauses that have
     * ended are taken from the readings.
     *
     * @param level the present level's clock
     * @param whole the whole case's clock
     * @param reason code of the reason for which the level's clock stands still now, null while it runs
     */
    public String running(ClockReading level, ClockReading whole, String reason, Locale locale) {
        boolean standing = level.deadline() == null && reason != null;
        List<String> parts = new ArrayList<>();
        parts.add(standing ? say(locale, "clock.level.standing", why(reason, locale)) : level(level, locale));
        parts.add(whole(whole, locale));
        ClockReading paused = whole.daysPaused() >= level.daysPaused() ? whole : level;
        if (standing && paused.daysPaused() > 0) {
            parts.add(say(locale, "clock.paused.so-far", paused.daysPaused()));
        } else {
            addPaused(parts, paused, locale);
        }
        return joined(parts);
    }

    /**
     * Before what must be received within hours, with what separates it from the rest: 「保卫处须在 3月2日 12:00 前签收 · 」.
     *
     * @param over whether the moment has passed
     */
    public String toReceive(String unit, Instant by, boolean over, Locale locale) {
        return say(locale, over ? "clock.receive.over" : "clock.receive", unit, moment("clock.moment", by, locale))
                + " · ";
    }

    /** While no level works on it: an answer is being read or rated. */
    public String between(ClockReading whole, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(say(locale, "clock.level.done"));
        parts.add(whole(whole, locale));
        addPaused(parts, whole, locale);
        return joined(parts);
    }

    /** For a case that has ended: how many working days it took, and for how many it stood still. */
    public String ended(ClockReading whole, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(say(locale, "clock.whole.ended", whole.daysCounted()));
        addPaused(parts, whole, locale);
        return joined(parts);
    }

    /** Label of a stretch: what kind of time it is, with the holiday's or vacation's name where it has one. */
    public String why(Stretch stretch, Locale locale) {
        String label = why(stretch.why(), locale);
        return stretch.name() == null ? label : say(locale, "clock.named", label, stretch.name());
    }

    private String level(ClockReading level, Locale locale) {
        if (level.deadline() == null) {
            return say(locale, "clock.level.no-deadline");
        }
        if (level.daysLeft() < 0) {
            return say(locale, "clock.level.overdue", -level.daysLeft());
        }
        if (isOnLastDay(level)) {
            return say(locale, "clock.level.today", moment("clock.time", level.deadline(), locale));
        }
        String moment = moment("clock.moment", level.deadline(), locale);
        return level.daysLeft() == 0
                ? say(locale, "clock.level.at", moment)
                : say(locale, "clock.level.left", level.daysLeft(), moment);
    }

    private boolean isOnLastDay(ClockReading reading) {
        List<Stretch> stretches = reading.stretches();
        return !stretches.isEmpty()
                && hours.dayOf(stretches.get(stretches.size() - 1).to()).equals(hours.dayOf(reading.deadline()));
    }

    private String whole(ClockReading whole, Locale locale) {
        return whole.ordinal() == 0
                ? say(locale, "clock.whole.not-yet")
                : say(locale, "clock.whole.running", whole.ordinal());
    }

    private void addPaused(List<String> parts, ClockReading reading, Locale locale) {
        if (reading.daysPaused() > 0) {
            String reasons = reading.stretches().stream()
                    .map(Stretch::why)
                    .filter(why -> !Almanac.REASONS_OF_DAYS.contains(why))
                    .distinct()
                    .map(why -> why(why, locale))
                    .collect(Collectors.joining(say(locale, "clock.and")));
            parts.add(say(locale, "clock.paused", reading.daysPaused(), reasons));
        }
    }

    /** A closing bracket needs no space before the dot in Chinese. */
    private static String joined(List<String> parts) {
        return String.join(" · ", parts).replaceAll("([)）]) ·", "$1·");
    }

    private String why(String code, Locale locale) {
        return say(locale, "clock.why." + code);
    }

    private String moment(String pattern, Instant moment, Locale locale) {
        return DateTimeFormatter.ofPattern(say(locale, pattern), locale)
                .withZone(hours.zone())
                .format(moment);
    }

    private String say(Locale locale, String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
