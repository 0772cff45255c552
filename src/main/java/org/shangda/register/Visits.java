package org.shangda.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.collections4.ListUtils;
import org.shangda.calendar.Counting;
import org.shangda.calendar.Pause;
import org.shangda.concern.Sight;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.register.Spans.Span;
import org.shangda.words.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a unit has received: a row for each visit of a concern, the latest first. */
@Component
class Visits {

    static final List<String> RESULTS = List.of(
            "open",
            "answered",
            "decided",
            "passed-up",
            "returned",
            "referred",
            "transfer",
            "reassigned",
            "put-back",
            "abandoned");

    /** While a decision is awaited, the date is that of recording it, and runs. */
    private static final String OVERDUE = "(coalesce(ended_at, :now) > due_at and (not resting or exists (select 1 from"
            + " standing_pauses p where p.handling = visit and p.to_at is null and p.reason = 'agenda')))";

    /** So many values in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Words words;

    Visits(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * @param answering code of the unit that answers, another one than the unit where nobody holds a post of that
     * @param channel where it was heard; null where it was raised by the ordinary form
     * @param together whether it was handled together with others (并案)
     */
    record Visit(
            long id,
            String number,
            String level,
            String answering,
            String type,
            String category,
            String channel,
            boolean forAnother,
            Instant entered,
            Instant received,
            Instant due,
            Instant ended,
            String result,
            String state,
            String rating,
            boolean overdue,
            boolean together,
            Counting counting) {}

    record Count(String category, String result, int many) {}

    /** What a reader finds in the register of a unit, before it is narrowed. */
    static Conditions of(String unit, Sight sight, Span span, Instant now) {
        return new Conditions("(unit = :unit or answering_unit = :unit)", sight)
                .and(sight.exists("register_visits.number"), "unit", unit)
                .within("entered_at", span)
                .with("now", now.atOffset(ZoneOffset.UTC));
    }

    /** @throws Refusal for a category or a result that there is not; one that is not in use any more has its visits still */
    Conditions narrowed(Conditions visits, Sight sight, Wanted wanted) {
        if (wanted.category() != null) {
            if (!words.knows("category", wanted.category())) {
                throw Inputs.unknown("category");
            }
            visits.and("category = :category", "category", wanted.category());
        }
        if (wanted.result() != null) {
            if (!RESULTS.contains(wanted.result())) {
                throw Inputs.unknown("result");
            }
            visits.and("result = :result", "result", wanted.result());
        }
        if (wanted.overdue()) {
            visits.and(OVERDUE);
        }
        return visits.found(sight, "register_visits.number", wanted.checked().q());
    }

    List<Count> counts(Conditions visits) {
        return jdbc.sql("select category, result, count(*) as many from register_visits where " + visits.where()
                        + " group by category, result")
                .params(visits.values())
                .query((row, n) -> new Count(row.getString("category"), row.getString("result"), row.getInt("many")))
                .list();
    }

    int count(Conditions visits) {
        return jdbc.sql("select count(*) from register_visits where " + visits.where())
                .params(visits.values())
                .query(Integer.class)
                .single();
    }

    List<Visit> rows(Conditions visits, int from, int most) {
        return jdbc.sql("select register_visits.*, " + OVERDUE + " as overdue,"
                        + " visit in (select t.visit from register_together t) as together from register_visits where "
                        + visits.where() + " order by entered_at desc, visit desc limit :most offset :from")
                .params(visits.values(from, most))
                .query((row, n) -> visit(row))
                .list();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getLong("visit"),
                row.getString("number"),
                row.getString("level"),
                row.getString("answering_unit"),
                code(row.getString("type")),
                row.getString("category"),
                code(row.getString("channel")),
                row.getBoolean("for_another"),
                instant(row, "entered_at"),
                instant(row, "received_at"),
                instant(row, "due_at"),
                instant(row, "ended_at"),
                row.getString("result"),
                row.getString("state"),
                code(row.getString("rating")),
                row.getBoolean("overdue"),
                row.getBoolean("together"),
                new Counting(row.getString("campus"), row.getBoolean("vacations_count")));
    }

    /** Codes are stored as they were when they were constants. */
    private static String code(String stored) {
        return stored == null ? null : stored.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When the clock of each stood still. */
    Map<Long, List<Pause>> pauses(Collection<String> numbers) {
        Map<Long, List<Pause>> pauses = new HashMap<>();
        inParts(numbers)
                .forEach(some -> jdbc.sql("select * from standing_pauses where number in (:numbers) order by from_at")
                        .param("numbers", some)
                        .query(row -> {
                            pauses.computeIfAbsent(row.getLong("handling"), none -> new ArrayList<>())
                                    .add(new Pause(
                                            instant(row, "from_at"), instant(row, "to_at"), row.getString("reason")));
                        }));
        return pauses;
    }

    /** Where somebody works on it now. */
    record Place(String number, String unit, String level) {}

    /** Of each that is open; two of a safety hazard that is with two units. */
    Map<String, List<Place>> places(Collection<String> numbers) {
        return inParts(numbers).stream()
                .flatMap(some -> jdbc
                        .sql("select number, answering_unit, level from standing_handlings where number in (:numbers)"
                                + " order by due_at")
                        .param("numbers", some)
                        .query((row, n) -> new Place(
                                row.getString("number"), row.getString("answering_unit"), row.getString("level")))
                        .list()
                        .stream())
                .collect(Collectors.groupingBy(Place::number));
    }

    private static List<List<String>> inParts(Collection<String> numbers) {
        return ListUtils.partition(numbers.stream().distinct().toList(), AT_ONCE);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
