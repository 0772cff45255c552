package org.shangda.university;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

/** Which imports there were, and the roster before the last one. */
@Repository
class RosterImports {

    private final JdbcTemplate jdbc;
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    RosterImports(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An import that can still be undone.
     *
     * @param version of the roster that it made
     * @param before what it found
     */
    record Undoable(long version, Roster before) {}

    /** @param by who imported it, null at a start */
    void add(Roster before, Roster after, String by, Instant at) {
        // One roster of the past is enough: people in it may have left, and nobody needs their telephone numbers any
        // longer.
        jdbc.update("update roster_import set before_roster = null where before_roster is not null");
        jdbc.update(
                "insert into roster_import (version, imported_at, imported_by, before_roster) values (?, ?, ?, ?)",
                after.version(),
                at.atOffset(ZoneOffset.UTC),
                new SqlParameterValue(Types.VARCHAR, by),
                before.isEmpty() ? new SqlParameterValue(Types.VARCHAR, null) : written(before));
    }

    void undone(long version, String by, Instant at) {
        jdbc.update(
                "update roster_import set before_roster = null, undone_at = ?, undone_by = ? where version = ?",
                at.atOffset(ZoneOffset.UTC),
                by,
                version);
    }

    /** The import that made the roster in force, unless that was the first or was undone. */
    Optional<Undoable> last(Roster inForce) {
        List<String> found = jdbc.queryForList(
                "select before_roster from roster_import where version = ? and before_roster is not null",
                String.class,
                inForce.version());
        return found.stream().findFirst().map(before -> new Undoable(inForce.version(), read(before)));
    }

    /** The import that made the roster in force, empty before the first one that is on record. */
    Optional<RosterImport.Last> made(long version) {
        return jdbc
                .query(
                        "select imported_at, imported_by, before_roster is not null as undoable"
                                + " from roster_import where version = ?",
                        (row, number) -> new RosterImport.Last(
                                row.getObject("imported_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("imported_by"),
                                row.getBoolean("undoable")),
                        version)
                .stream()
                .findFirst();
    }

    private String written(Roster roster) {
        try {
            return json.writeValueAsString(roster);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a roster that cannot be written", e);
        }
    }

    private Roster read(String text) {
        try {
            return json.readValue(text, Roster.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a roster that cannot be read", e);
        }
    }
}
