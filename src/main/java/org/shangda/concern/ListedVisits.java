package org.shangda.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads visits to levels by the thousand, with what one reader may know of each: one statement, however many. */
@Component
class ListedVisits {

    private static final String VISITS =
            "select h.id, sight.number, sight.title, sight.category, sight.campus, h.level,"
                    + " h.answering_unit, h.entered_at, h.received_at, h.ended_at, h.receive_by, h.due_at, h.vacations_count,"
                    + " p.reason, case when %s then true else false end as aside, case when %s then true else false end as readable"
                    + " from handling h join concern " + Sight.CONCERN + " on sight.number = h.number"
                    + " left join handling_pause p on p.handling_id = h.id and p.to_at is null where h.id = any(:visits)";

    private final JdbcClient database;
    private final Reach reach;

    ListedVisits(JdbcClient database, Reach reach) {
        this.database = database;
        this.reach = reach;
    }

    /**
     * A visit as one reader knows it.
     *
     * @param aside whether the reader stands aside in its concern
     * @param readable whether the reader may read the concern by their units, whatever else they are asked about it
     */
    record Known(ListedVisit visit, boolean aside, boolean readable) {}

    /**
     * @param person staff number of the reader
     * @param ids of the visits; those that do not exist are left out
     */
    Map<Long, Known> of(String person, Collection<Long> ids) {
        Sight sight = reach.sight(person);
        Map<Long, Known> visits = new HashMap<>();
        database.sql(VISITS.formatted(sight.aside(), sight.readable()))
                .params(sight.values())
                .param("visits", ids.toArray(Long[]::new))
                .query(row -> {
                    visits.put(row.getLong(1), new Known(visit(row), row.getBoolean(15), row.getBoolean(16)));
                });
        return visits;
    }

    private static ListedVisit visit(ResultSet row) throws SQLException {
        return new ListedVisit(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                instant(row, 12),
                row.getBoolean(13),
                row.getString(14));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
