package org.shangda.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.calendar.Pause;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.paper.ExcelTable;
import org.shangda.refusal.Sentences;
import org.shangda.register.Visits.Place;
import org.shangda.register.Visits.Visit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** Rows of a register in the reader's language, as the page shows them and as the workbook has them. */
@Component
class RegisterRows {

    private static final List<String> COLUMNS = List.of(
            "number",
            "raised-as",
            "type",
            "category",
            "title",
            "level",
            "arrived",
            "received",
            "due",
            "settled",
            "days",
            "late",
            "result",
            "rating",
            "where");

    private final Visits visits;
    private final Spans spans;
    private final WorkingCalendar calendar;
    private final University university;
    private final Words words;
    private final Sentences say;

    RegisterRows(
            Visits visits, Spans spans, WorkingCalendar calendar, University university, Words words, Sentences say) {
        this.visits = visits;
        this.spans = spans;
        this.calendar = calendar;
        this.university = university;
        this.words = words;
        this.say = say;
    }

    /**
     * A concern's visit to the unit.
     *
     * @param title null where the reader may not read the concern
     * @param raisedAs in person, for a colleague, or where it was heard
     * @param received when somebody first received it; empty while nobody has, like the other moments
     * @param days working days that it took, or has taken so far
     * @param late working days after the last one on which it was to be done, at least 1; 0 where it was or is in time
     * @param where where the concern is now
     */
    public record Row(
            String number,
            String title,
            String type,
            String category,
            String raisedAs,
            String level,
            String arrived,
            String received,
            String due,
            String settled,
            int days,
            int late,
            String result,
            String rating,
            String where) {}

    List<Row> of(List<Visit> found, Map<String, String> titles) {
        List<String> numbers = found.stream().map(Visit::number).toList();
        Map<Long, List<Pause>> pauses = visits.pauses(numbers);
        Map<String, List<Place>> places = visits.places(numbers);
        Instant now = spans.now();
        return found.stream()
                .map(visit -> row(
                        visit,
                        titles.get(visit.number()),
                        pauses.getOrDefault(visit.id(), List.of()),
                        places.getOrDefault(visit.number(), List.of()),
                        now))
                .toList();
    }

    private Row row(Visit visit, String title, List<Pause> pauses, List<Place> places, Instant now) {
        return new Row(
                visit.number(),
                title,
                words.label("type", visit.type()),
                words.label("category", visit.category()),
                raisedAs(visit),
                words.label("level", visit.level()),
                spans.shown(visit.entered()),
                spans.shown(visit.received()),
                spans.shown(visit.due()),
                spans.shown(visit.ended()),
                calendar.read(visit.entered(), visit.ended(), null, visit.counting(), pauses, now)
                        .daysCounted(),
                late(visit, now),
                result(visit),
                visit.rating() == null ? "" : words.label("rating", visit.rating()),
                where(visit, places));
    }

    private String result(Visit visit) {
        String result = say.of("outcome." + visit.result());
        return visit.together() ? say.of("register.together", result) : result;
    }

    private String raisedAs(Visit visit) {
        if (visit.channel() != null) {
            return words.label("collected", visit.channel());
        }
        return say.of(visit.forAnother() ? "register.for-a-colleague" : "register.in-person");
    }

    private int late(Visit visit, Instant now) {
        if (!visit.overdue()) {
            return 0;
        }
        Instant until = visit.ended() == null ? now : visit.ended();
        return Math.max(
                1, calendar.workingDays(spans.dayOf(visit.due()).plusDays(1), spans.dayOf(until), visit.counting()));
    }

    private String where(Visit visit, List<Place> places) {
        return places.isEmpty()
                ? say.of("state." + visit.state())
                : places.stream()
                        .map(place -> say.of(
                                "concern.where",
                                university.nameOfUnit(place.unit()),
                                words.label("level", place.level())))
                        .collect(Collectors.joining(say.of("act.separator")));
    }

    byte[] workbook(String title, List<Row> rows) {
        try (ExcelTable table = new ExcelTable(title, COLUMNS, column -> say.of("register.column." + column))) {
            rows.forEach(row -> write(table, row));
            return table.bytes();
        }
    }

    private static void write(ExcelTable table, Row row) {
        table.row(
                row.number(),
                row.raisedAs(),
                row.type(),
                row.category(),
                row.title() == null ? "" : row.title(),
                row.level(),
                row.arrived(),
                row.received(),
                row.due(),
                row.settled(),
                row.days(),
                row.late(),
                row.result(),
                row.rating(),
                row.where());
    }
}
