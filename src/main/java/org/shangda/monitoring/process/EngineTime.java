package org.shangda.monitoring.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Moments in the engine's tables, which are in the server's own zone. */
final class EngineTime {

    private EngineTime() {}

    static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneId.systemDefault());
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? null : moment.atZone(ZoneId.systemDefault()).toInstant();
    }
}
