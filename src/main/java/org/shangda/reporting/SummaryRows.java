package org.shangda.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.Reach;
import org.shangda.concern.Reach.Knowing;
import org.shangda.reporting.Recorded.Family;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows behind a summary's figures: today's while it is written, those of the day once it is handed up. A figure is
 * counted for its reader, over the rows of which that reader may know today ({@link Reach}).
 */
@Component
class SummaryRows {

    private final ContactsOfTerm contacts;
    private final ConcernsOfTerm concerns;
    private final CallBacksOfTerm callBacks;
    private final Semesters semesters;
    private final Reach reach;
    private final JdbcTemplate jdbc;

    SummaryRows(
            ContactsOfTerm contacts,
            ConcernsOfTerm concerns,
            CallBacksOfTerm callBacks,
            Semesters semesters,
            Reach reach,
            JdbcTemplate jdbc) {
        this.contacts = contacts;
        this.concerns = concerns;
        this.callBacks = callBacks;
        this.semesters = semesters;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    /**
     * Figures as one reader reads them.
     *
     * @param named numbers of the concerns that may be shown as rows; the others are only counted
     */
    record Seen(Figures figures, Set<String> named) {

        /** The rows behind a figure that may be looked at one by one. */
        List<Recorded> behind(String code) {
            return figures.behind(code).stream()
                    .filter(row -> !row.isOfConcern() || named.contains(row.reference()))
                    .toList();
        }
    }

    Seen seenBy(String reader, Summary summary) {
        List<Recorded> rows = summary.isFrozen() ? frozen(summary.number()) : current(summary);
        Map<String, Knowing> known = reach.of(
                reader,
                rows.stream()
                        .filter(Recorded::isOfConcern)
                        .map(Recorded::reference)
                        .distinct()
                        .toList());
        return new Seen(
                Figures.of(
                        rows.stream()
                                .filter(row -> known.get(row.reference()) != Knowing.NOTHING)
                                .toList(),
                        summary.tier(),
                        !summary.isFrozen() || rows.stream().anyMatch(Recorded::tellsOutcomes)),
                known.entrySet().stream()
                        .filter(concern -> concern.getValue() == Knowing.THE_CONCERN)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<Recorded> current(Summary summary) {
        var semester = semesters.semester(summary.term());
        Scope scope = new Scope(summary.tier(), summary.unit(), summary.person(), semester.from(), semester.to());
        return Stream.of(contacts.in(scope), concerns.in(scope), callBacks.in(scope))
                .flatMap(List::stream)
                .toList();
    }

    /** Keeps today's rows, all of them, in place of those of an earlier handing up; each reader gets what is theirs. */
    void freeze(Summary summary) {
        List<Recorded> rows = current(summary);
        jdbc.update("delete from summary_row where number = ?", summary.number());
        jdbc.batchUpdate(
                "insert into summary_row (number, family, reference, on_day, unit, cell, rating, settled, category,"
                        + " times) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                500,
                (statement, row) -> {
                    statement.setString(1, summary.number());
                    statement.setString(2, row.family().name());
                    statement.setString(3, row.reference());
                    statement.setObject(4, row.day());
                    statement.setString(5, row.unit());
                    statement.setString(6, row.cell());
                    statement.setString(7, row.rating());
                    statement.setString(8, row.settled());
                    statement.setString(9, row.category());
                    statement.setInt(10, row.times());
                });
    }

    private List<Recorded> frozen(String number) {
        return jdbc.query(
                "select family, reference, on_day, unit, cell, rating, settled, category, times from summary_row"
                        + " where number = ?",
                (row, n) -> new Recorded(
                        Family.valueOf(row.getString("family")),
                        row.getString("reference"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("unit"),
                        row.getString("cell"),
                        row.getString("rating"),
                        row.getString("settled"),
                        row.getString("category"),
                        row.getInt("times")),
                number);
    }
}
