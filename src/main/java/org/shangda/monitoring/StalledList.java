package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.collections4.ListUtils;
import org.shangda.concern.Reach;
import org.shangda.concern.Reach.Knowing;
import org.shangda.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table {@code stalled} for one reader: no more than the reader's line, and nothing that is kept from them. */
@Component
class StalledList {

    /** What a reader may sort by, and how the database says it. */
    private static final Map<String, String> ORDERS = Map.of(
            "severity", "severity_rank, since, subject",
            "since", "since, severity_rank, subject",
            "due", "coalesce(due_at, since), severity_rank, subject",
            "unit", "unit, severity_rank, since, subject",
            "number", "number, severity_rank, since, subject");

    /** So many values in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Reach reach;

    StalledList(JdbcClient jdbc, Reach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    /** How many there are of one cause at one level in one unit under one programme. */
    record Count(String cause, String severity, String level, String unit, String programme, int count) {}

    /** Everything that a reader may see, for the figures above the list and the choices beside it. */
    List<Count> counts(Mine mine) {
        return jdbc.sql("select cause, severity, level, unit, programme, count(*) as many from stalled where "
                        + mine.where + " group by cause, severity, level, unit, programme")
                .params(mine.values)
                .query((row, n) -> new Count(
                        row.getString("cause"),
                        row.getString("severity"),
                        row.getString("level"),
                        row.getString("unit"),
                        row.getString("programme"),
                        row.getInt("many")))
                .list();
    }

    List<Stalled> rows(Mine mine, StalledFilter filter, int from, int most) {
        Map<String, Object> values = new HashMap<>(mine.values);
        String where = narrowed(mine.where, filter, values);
        values.put("from", from);
        values.put("most", most);
        return jdbc.sql("select * from stalled where " + where + " order by " + order(filter.sort())
                        + " limit :most offset :from")
                .params(values)
                .query((row, n) -> stalled(row))
                .list();
    }

    /** One row as it is stored now; empty where there is none, and where the reader may not see it. */
    Optional<Stalled> find(Mine mine, String subject) {
        Map<String, Object> values = new HashMap<>(mine.values);
        values.put("subject", subject);
        return jdbc.sql("select * from stalled where subject = :subject and " + mine.where)
                .params(values)
                .query((row, n) -> stalled(row))
                .optional();
    }

    static Stalled stalled(ResultSet row) throws SQLException {
        return new Stalled(
                row.getString("subject"),
                row.getString("cause"),
                row.getString("number"),
                row.getObject("handling", Long.class),
                row.getString("level"),
                row.getString("unit"),
                row.getString("answering_unit"),
                row.getString("supervisor"),
                row.getString("programme"),
                row.getString("campus"),
                row.getBoolean("vacations_count"),
                people(row.getString("people")),
                row.getInt("amount"),
                row.getString("detail"),
                row.getString("severity"),
                instant(row, "since"),
                instant(row, "due_at"),
                instant(row, "entered_at"),
                instant(row, "raised_at"));
    }

    static List<String> people(String codes) {
        return codes == null || codes.isBlank() ? List.of() : List.of(codes.split("[,\\s]+"));
    }

    private static String order(String sort) {
        if (!ORDERS.containsKey(sort)) {
            throw Refusal.invalid("stalled.sort");
        }
        return ORDERS.get(sort);
    }

    private static String narrowed(String where, StalledFilter filter, Map<String, Object> values) {
        StringBuilder narrowed = new StringBuilder(where);
        filter.codes().forEach((column, code) -> {
            narrowed.append(" and ").append(column).append(" = :").append(column);
            values.put(column, code);
        });
        return narrowed.toString();
    }

    // --- whose -------------------------------------------------------------------------------------------------------

    /** What one reader may see: a condition, and what it asks for. */
    record Mine(String where, Map<String, Object> values) {}

    /**
     * The reader's line without what is kept from the reader: where they stand aside it does not exist for them, and what
     * is for its first receiver alone exists for whom it has reached and for who supervises it (adr/0026).
     */
    Mine mine(Reader reader) {
        Mine line = ofLine(reader);
        Map<String, Object> values = new HashMap<>(line.values);
        String where = line.where;
        Set<String> hidden = hidden(reader, where, values);
        if (!hidden.isEmpty()) {
            where += " and (number is null or number not in (:hidden))";
            values.put("hidden", hidden);
        }
        return new Mine(where, values);
    }

    /** The reader's line, with what is kept from the reader: for figures that leave out what is reserved. */
    Mine ofLine(Reader reader) {
        return reader.isOperator()
                ? new Mine("1 = 1", Map.of())
                : new Mine(
                        "(supervisor in (:mine) or unit in (:below))",
                        Map.of("mine", orNone(reader.mine()), "below", orNone(reader.below())));
    }

    /** The reader's line without what not everybody on it may know of: a sheet is handed round, an operator's too. */
    Mine handedRound(Reader reader) {
        Mine line = ofLine(reader);
        return new Mine(line.where + " and not reserved", line.values);
    }

    /** Of these, what the reader watches. */
    Mine watched(Mine mine, Reader reader) {
        Map<String, Object> values = new HashMap<>(mine.values);
        values.put("watcher", reader.person());
        return new Mine(
                mine.where + " and " + Watches.WATCHED + " in (select what from stalled_watch where person = :watcher)",
                values);
    }

    private Set<String> hidden(Reader reader, String where, Map<String, Object> values) {
        Map<String, String> reserved = new HashMap<>();
        jdbc.sql("select distinct number, supervisor from stalled where reserved and " + where)
                .params(values)
                .query(row -> {
                    reserved.put(row.getString("number"), Objects.requireNonNullElse(row.getString("supervisor"), ""));
                });
        Set<String> hidden = new HashSet<>(reach.aside(reader.person(), reserved.keySet()));
        if (!reader.isOperator()) {
            reach.of(reader.person(), reserved.keySet()).forEach((number, knowing) -> {
                if (knowing == Knowing.NOTHING && !reader.answersFor(reserved.get(number))) {
                    hidden.add(number);
                }
            });
        }
        return hidden;
    }

    /** Never empty, so that it can stand in a query. */
    private static Set<String> orNone(Set<String> codes) {
        return codes.isEmpty() ? Set.of("-") : codes;
    }

    /** How many open cases of the reader's line the latest proof has looked at; an operator's are all. */
    int proved(Reader reader, int all) {
        return reader.isOperator() ? all : provedHandedRound(reader, all);
    }

    /** Of these, those that everybody on the line may know of. */
    int provedHandedRound(Reader reader, int all) {
        Mine line = reader.isOperator()
                ? new Mine("unit = :university", Map.of("university", Findings.UNIVERSITY))
                : ofLine(reader);
        int cases = jdbc.sql("select coalesce(sum(cases), 0) from stalled_proved where " + line.where)
                .params(line.values)
                .query(Integer.class)
                .single();
        return Math.min(cases, all);
    }

    // --- clocks ------------------------------------------------------------------------------------------------------

    /** A time during which a visit's clock stood still, and the whole case's with it or not. */
    record Pause(long handling, Instant from, Instant to, String reason, boolean wholeCase) {

        org.shangda.calendar.Pause asPause() {
            return new org.shangda.calendar.Pause(from, to, reason);
        }
    }

    /** Of all the cases, by their numbers. */
    Map<String, List<Pause>> pauses(List<Stalled> rows) {
        List<String> numbers = rows.stream()
                .map(Stalled::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, List<Pause>> pauses = new HashMap<>();
        for (List<String> some : ListUtils.partition(numbers, AT_ONCE)) {
            jdbc.sql("select * from standing_pauses where number in (:numbers) order by from_at")
                    .param("numbers", some)
                    .query(row -> {
                        pauses.computeIfAbsent(row.getString("number"), none -> new ArrayList<>())
                                .add(new Pause(
                                        row.getLong("handling"),
                                        instant(row, "from_at"),
                                        instant(row, "to_at"),
                                        row.getString("reason"),
                                        row.getBoolean("whole_case")));
                    });
        }
        return pauses;
    }

    /** The day of a moment where the university is. */
    static LocalDate day(Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }
}
