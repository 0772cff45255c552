package org.shangda.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.collections4.ListUtils;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the views that {@code concern} publishes of what is open (adr/0050). */
@Component
class StandingHandlings {

    /** Of a visit {@code h}: it waits for another one that is worked on, and nothing of it is late (adr/0066). */
    static final String MERGED = "exists (select 1 from standing_merged m where m.handling = h.handling)";

    /** Its clock runs. */
    static final String RUNS = "h.paused_from is null and not " + MERGED;

    /** Its clock runs to the day on which it is due: what is on an agenda waits for the meeting. */
    static final String RUNS_TO_ITS_DATE = RUNS + " and coalesce(h.outcome, '-') <> 'agenda'";

    /** So many values in one question to the database. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    StandingHandlings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that a rule finds.
     *
     * @param since an expression of the moment
     * @param amount an expression of a number
     * @param detail an expression of a code
     * @param from what is joined, and the condition; {@code h} is the visit
     */
    List<Sighting> seen(String since, String amount, String detail, String from, Map<String, ?> values) {
        return jdbc.sql("select h.*, " + since + " as since, " + amount + " as amount, " + detail
                        + " as detail from standing_handlings h " + from)
                .params(values)
                .query((row, n) -> new Sighting(
                        row.getString("handling"),
                        row.getString("number"),
                        instant(row, "since"),
                        row.getInt("amount"),
                        row.getString("detail"),
                        standing(row)))
                .list();
    }

    /** Where each of the cases stands, the longest visit first where there are several; none for other cases. */
    Map<String, Standing> of(Set<String> numbers) {
        Map<String, Standing> found = new HashMap<>();
        of(numbers, "select * from standing_handlings where number in (:numbers) order by handling", row -> {
            found.putIfAbsent(row.getString("number"), standing(row));
        });
        return found;
    }

    /** Those of open concerns of which not everybody on the line may know; one that waits for its rating is at no level. */
    Set<String> reserved(Set<String> numbers) {
        Set<String> reserved = new HashSet<>();
        of(numbers, "select number from standing_concerns where reserved and number in (:numbers)", row -> {
            reserved.add(row.getString("number"));
        });
        return reserved;
    }

    private void of(Set<String> numbers, String sql, RowCallbackHandler told) {
        ListUtils.partition(List.copyOf(numbers), AT_ONCE)
                .forEach(some -> jdbc.sql(sql).param("numbers", some).query(told));
    }

    /** Every answer to a question about few columns, each once. */
    List<List<String>> distinct(String columns, String condition) {
        List<List<String>> all = new ArrayList<>();
        jdbc.sql("select distinct " + columns + " from standing_handlings where " + condition)
                .query(row -> {
                    List<String> one = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        one.add(row.getString(column));
                    }
                    all.add(one);
                });
        return all;
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("handling"),
                row.getString("level"),
                row.getString("unit"),
                row.getString("answering_unit"),
                row.getString("supervisor"),
                row.getString("programme"),
                row.getString("type").toLowerCase(Locale.ROOT),
                row.getString("campus"),
                row.getBoolean("vacations_count"),
                row.getBoolean("reserved"),
                Objects.requireNonNullElse(row.getString("received_by"), row.getString("offered_to")),
                instant(row, "due_at"),
                instant(row, "entered_at"),
                instant(row, "raised_at"));
    }
}
