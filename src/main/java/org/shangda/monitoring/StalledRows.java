package org.shangda.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shangda.calendar.ClockReading;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Pause;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** Makes the rows of the list readable: what stands still and why in words, and both clocks. */
@Component
class StalledRows {

    private final StalledList list;
    private final University university;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    StalledRows(
            StalledList list,
            University university,
            WorkingCalendar calendar,
            OfficeHours hours,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.list = list;
        this.university = university;
        this.calendar = calendar;
        this.hours = hours;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * One row.
     *
     * @param subject by which something is done about it
     * @param why the cause in one sentence
     * @param stoppedDays working days since it stands still
     * @param daysLeft working days of this level's clock; negative when overdue, null while it has none or rests
     * @param caseDays which working day of the whole case this is; null where it is no concern
     * @param people names of those who are late, for who supervises them only
     * @param actions codes of what the reader may do about it now
     */
    public record Item(
            String subject,
            String number,
            String cause,
            String causeLabel,
            String severity,
            String level,
            String unit,
            String why,
            LocalDate since,
            int stoppedDays,
            LocalDate due,
            Integer daysLeft,
            Integer caseDays,
            String unblock,
            List<String> people,
            List<String> actions) {}

    /** @param open codes of actions by subject */
    List<Item> items(Reader reader, List<Stalled> rows, Map<String, List<String>> open) {
        Map<String, List<StalledList.Pause>> pauses = list.pauses(rows);
        return rows.stream()
                .map(row -> item(
                        reader,
                        row,
                        row.number() == null ? List.of() : pauses.getOrDefault(row.number(), List.of()),
                        open.getOrDefault(row.subject(), List.of())))
                .toList();
    }

    private Item item(Reader reader, Stalled row, List<StalledList.Pause> pauses, List<String> actions) {
        Instant now = clock.instant();
        Counting counting = new Counting(row.campus(), row.vacationsCount());
        LocalDate since = day(row.since());
        Object[] arguments = arguments(row);
        ClockReading level = row.enteredAt() == null
                ? null
                : calendar.read(row.enteredAt(), null, row.dueAt(), counting, ofVisit(pauses, row), now);
        ClockReading whole = row.raisedAt() == null
                ? null
                : calendar.read(row.raisedAt(), null, null, counting, ofCase(pauses), now);
        return new Item(
                row.subject(),
                row.number(),
                row.cause(),
                sentences.of("stalled.cause." + row.cause()),
                row.severity(),
                row.level() == null ? null : words.label("level", row.level()),
                row.unit() == null ? null : university.nameOfUnit(row.unit()),
                sentences.of("stalled.why." + row.cause(), arguments),
                since,
                calendar.workingDays(since.plusDays(1), day(now), counting),
                day(level == null ? null : level.deadline()),
                level == null ? null : level.daysLeft(),
                whole == null ? null : whole.ordinal(),
                sentences.of("stalled.unblock." + row.cause(), arguments),
                reader.maySeeNames(row.supervisor())
                        ? row.people().stream().map(university::nameOf).toList()
                        : List.of(),
                actions);
    }

    private LocalDate day(Instant moment) {
        return StalledList.day(moment, hours.zone());
    }

    private static List<Pause> ofVisit(List<StalledList.Pause> pauses, Stalled row) {
        return pauses.stream()
                .filter(pause -> Objects.equals(pause.handling(), row.handling()))
                .map(StalledList.Pause::asPause)
                .toList();
    }

    private static List<Pause> ofCase(List<StalledList.Pause> pauses) {
        return pauses.stream()
                .filter(StalledList.Pause::wholeCase)
                .map(StalledList.Pause::asPause)
                .toList();
    }

    /**
     * Of the sentences about a row: the unit, the one that answers for it, the one that supervises it, how often, what else was
     * seen, and why.
     */
    Object[] arguments(Stalled row) {
        Detail detail = Detail.read(row.detail());
        return new Object[] {
            name(row.unit()),
            name(row.answeringUnit()),
            name(row.supervisor()),
            row.amount(),
            university.nameOfUnit(detail.about()),
            detail.said(sentences)
        };
    }

    private String name(String unit) {
        return unit == null ? sentences.of("stalled.no-unit") : university.nameOfUnit(unit);
    }
}
