package org.shangda.monitoring;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shangda.monitoring.Findings.Found;

/** A row of the table {@code stalled}, in the order of its columns. Two are equal when nothing is to be written. */
record StalledRow(List<Object> values) {

    private record Column(String name, int type, Function<Found, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            text("subject", Found::subject),
            text("cause", found -> found.cause().code()),
            text("pace", found -> found.pace().code()),
            text("number", found -> found.seen().number()),
            new Column("handling", Types.BIGINT, found -> {
                long handling = found.seen().at().handling();
                return handling == 0 ? null : handling;
            }),
            text("level", at(Standing::level)),
            text("unit", at(Standing::unit)),
            text("answering_unit", at(Standing::answeringUnit)),
            text("supervisor", at(Standing::supervisor)),
            text("programme", at(Standing::programme)),
            text("type", at(Standing::type)),
            text("campus", at(Standing::campus)),
            new Column("vacations_count", Types.BOOLEAN, at(Standing::vacationsCount)),
            new Column("reserved", Types.BOOLEAN, at(Standing::reserved)),
            text("people", at(Standing::people)),
            new Column("amount", Types.INTEGER, found -> found.seen().amount()),
            text("detail", found -> found.seen().detail()),
            text("severity", found -> found.threshold().severity().code()),
            new Column(
                    "severity_rank",
                    Types.INTEGER,
                    found -> found.threshold().severity().ordinal()),
            text("told", found -> found.threshold().told()),
            moment("since", Found::since),
            moment("due_at", at(Standing::dueAt)),
            moment("entered_at", at(Standing::enteredAt)),
            moment("raised_at", at(Standing::raisedAt)),
            moment("found_at", Found::foundAt));

    static final String INSERT = "insert into stalled ("
            + COLUMNS.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
            + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";

    private static Column text(String name, Function<Found, Object> value) {
        return new Column(name, Types.VARCHAR, value);
    }

    private static Column moment(String name, Function<Found, Object> value) {
        return new Column(name, Types.TIMESTAMP_WITH_TIMEZONE, value);
    }

    private static Function<Found, Object> at(Function<Standing, Object> value) {
        return found -> value.apply(found.seen().at());
    }

    static StalledRow of(Found found) {
        List<Object> values = new ArrayList<>();
        // Databases keep microseconds.
        for (Column column : COLUMNS) {
            Object value = column.value().apply(found);
            values.add(value instanceof Instant moment ? moment.truncatedTo(ChronoUnit.MICROS) : value);
        }
        return new StalledRow(values);
    }

    static StalledRow of(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (Column column : COLUMNS) {
            values.add(
                    switch (column.type()) {
                        case Types.BIGINT -> row.getObject(column.name(), Long.class);
                        case Types.BOOLEAN -> row.getBoolean(column.name());
                        case Types.INTEGER -> row.getInt(column.name());
                        case Types.TIMESTAMP_WITH_TIMEZONE -> StandingHandlings.instant(row, column.name());
                        default -> row.getString(column.name());
                    });
        }
        return new StalledRow(values);
    }

    void write(PreparedStatement insert) throws SQLException {
        for (int i = 0; i < COLUMNS.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                insert.setNull(i + 1, COLUMNS.get(i).type());
            } else {
                insert.setObject(i + 1, value instanceof Instant moment ? StandingHandlings.utc(moment) : value);
            }
        }
    }

    String subject() {
        return (String) values.get(0);
    }

    Instant foundAt() {
        return (Instant) values.get(values.size() - 1);
    }
}
