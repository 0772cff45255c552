package org.shangda.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shangda.reporting.SummaryService.Draft;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What each author has written of a summary so far. The last saving counts. */
@Component
class SummaryDrafts {

    private final JdbcTemplate jdbc;

    SummaryDrafts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Draft> of(String number, String author) {
        return jdbc
                .query(
                        "select practice, problems, plans from summary_draft where number = ? and author = ?",
                        (row, n) -> new Draft(row.getString(1), row.getString(2), row.getString(3)),
                        number,
                        author)
                .stream()
                .findAny();
    }

    void save(String number, String author, Draft draft, Instant at) {
        jdbc.update("delete from summary_draft where number = ? and author = ?", number, author);
        jdbc.update(
                "insert into summary_draft (number, author, practice, problems, plans, saved_at) values (?, ?, ?, ?, ?, ?)",
                number,
                author,
                draft.practice(),
                draft.problems(),
                draft.plans(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** Everybody's. */
    void remove(String number) {
        jdbc.update("delete from summary_draft where number = ?", number);
    }
}
