package org.shangda.monitoring;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 关注: what somebody keeps an eye on: a case for whatever cause it stands still, or what is no case as it was found. */
@Component
class Watches {

    /** Of one person. */
    static final int MOST = 500;

    /** What of a row is watched. */
    static final String WATCHED = "coalesce(number, subject)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Watches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String watched(Stalled row) {
        return row.number() == null ? row.subject() : row.number();
    }

    /** Those of the rows that a person watches. */
    Set<String> among(String person, List<Stalled> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        Set<String> found = Set.copyOf(jdbc.sql(
                        "select what from stalled_watch where person = :person and what in (:what)")
                .param("person", person)
                .param("what", rows.stream().map(Watches::watched).distinct().toList())
                .query(String.class)
                .list());
        return rows.stream()
                .filter(row -> found.contains(watched(row)))
                .map(Stalled::subject)
                .collect(Collectors.toSet());
    }

    int count(String person) {
        return jdbc.sql("select count(*) from stalled_watch where person = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void add(String person, Stalled row) {
        jdbc.sql("insert into stalled_watch (person, what, at) values (:person, :what, :at)")
                .param("person", person)
                .param("what", watched(row))
                .param("at", StandingHandlings.utc(clock.instant()))
                .update();
    }

    void remove(String person, Stalled row) {
        jdbc.sql("delete from stalled_watch where person = :person and what = :what")
                .param("person", person)
                .param("what", watched(row))
                .update();
    }
}
