package org.shangda.reporting;

import java.time.LocalDate;
import java.util.List;
import org.shangda.reporting.Recorded.Family;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows behind a summary's figures: today's while it is written, those of the day once it is handed up. */
@Component
class SummaryRows {

    private final ContactsOfTerm contacts;
    private final ConcernsOfTerm concerns;
    private final Semesters semesters;
    private final JdbcTemplate jdbc;

    SummaryRows(ContactsOfTerm contacts, ConcernsOfTerm concerns, Semesters semesters, JdbcTemplate jdbc) {
        this.contacts = contacts;
        this.concerns = concerns;
        this.semesters = semesters;
        this.jdbc = jdbc;
    }

    Figures figures(Summary summary) {
        return Figures.of(summary.isFrozen() ? frozen(summary.number()) : current(summary), summary.tier());
    }

    private List<Recorded> current(Summary summary) {
        var semester = semesters.semester(summary.term());
        Scope scope = new Scope(summary.tier(), summary.unit(), summary.person(), semester.from(), semester.to());
        return java.util.stream.Stream.concat(contacts.in(scope).stream(), concerns.in(scope).stream())
                .toList();
    }

    /** Keeps today's rows, in place of those of an earlier handing up. */
    void freeze(Summary summary) {
        List<Recorded> rows = current(summary);
        jdbc.update("delete from summary_row where number = ?", summary.number());
        jdbc.batchUpdate(
                "insert into summary_row (number, family, reference, on_day, unit, cell, rating, category, times)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                    statement.setString(8, row.category());
                    statement.setInt(9, row.times());
                });
    }

    private List<Recorded> frozen(String number) {
        return jdbc.query(
                "select family, reference, on_day, unit, cell, rating, category, times from summary_row where number = ?",
                (row, n) -> new Recorded(
                        Family.valueOf(row.getString("family")),
                        row.getString("reference"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("unit"),
                        row.getString("cell"),
                        row.getString("rating"),
                        row.getString("category"),
                        row.getInt("times")),
                number);
    }
}
