package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.monitoring.Findings.Found;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code stalled_past}: what has left the list, for the weekly sheet. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Past {

    /** Twelve weeks, about a term's meetings. */
    static final Duration KEPT = Duration.ofDays(7 * 12);

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Past(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps what is on the list and is not found again. */
    void keep(Pace pace, Collection<Found> found, Instant now) {
        Set<String> standing = found.stream().map(Found::subject).collect(Collectors.toSet());
        List<String> gone = jdbc
                .sql("select subject from stalled where pace = :pace and not reserved")
                .param("pace", pace.code())
                .query(String.class)
                .list()
                .stream()
                .filter(subject -> !standing.contains(subject))
                .toList();
        batches.batchUpdate(
                "insert into stalled_past (subject, cause, level, unit, supervisor, severity, since, found_at, gone_at)"
                        + " select subject, cause, level, unit, supervisor, severity, since, found_at,"
                        + " cast(? as timestamp with time zone) from stalled where subject = ?",
                gone,
                AT_ONCE,
                (row, subject) -> {
                    row.setObject(1, utc(now));
                    row.setString(2, subject);
                });
        jdbc.sql("delete from stalled_past where gone_at < :before")
                .param("before", utc(now.minus(KEPT)))
                .update();
    }
}
