package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.utc;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.programme.StalledWhen.Threshold;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code stalled}: what the latest looks have found. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Findings {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Findings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What stands still. */
    record Found(Cause cause, Pace pace, Sighting seen, Threshold threshold) {

        /** The same as long as it is the same thing for the same cause. */
        String subject() {
            return cause.code() + ":" + seen.item();
        }
    }

    /** Two nodes that look at the same time do so one after the other. @return when this look ran last, or null */
    Instant hold(Pace pace) {
        return jdbc.sql("select at from stalled_look where pace = :pace for update")
                .param("pace", pace.code())
                .query((row, n) -> StandingHandlings.instant(row, "at"))
                .list()
                .get(0);
    }

    /** Puts what was found in the place of all that was found before at this pace. */
    void replace(Pace pace, Collection<Found> found, Instant now) {
        Map<String, OffsetDateTime> known = new HashMap<>();
        jdbc.sql("select subject, found_at from stalled where pace = :pace")
                .param("pace", pace.code())
                .query(row -> {
                    known.put(row.getString("subject"), row.getObject("found_at", OffsetDateTime.class));
                });
        jdbc.sql("delete from stalled where pace = :pace")
                .param("pace", pace.code())
                .update();
        Map<String, Found> once = new HashMap<>();
        found.forEach(one -> once.putIfAbsent(one.subject(), one));
        batches.batchUpdate(
                "insert into stalled (subject, cause, pace, number, handling, level, unit, answering_unit, supervisor,"
                        + " programme, type, campus, vacations_count, reserved, people, amount, detail, severity,"
                        + " severity_rank, told, since, due_at, entered_at, raised_at, found_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                once.values(),
                AT_ONCE,
                (row, one) -> {
                    Standing at = one.seen().at();
                    OffsetDateTime foundAt = known.getOrDefault(one.subject(), utc(now));
                    Object[] values = {
                        one.subject(),
                        one.cause().code(),
                        pace.code(),
                        one.seen().number(),
                        at.handling() == 0 ? null : at.handling(),
                        at.level(),
                        at.unit(),
                        at.answeringUnit(),
                        at.supervisor(),
                        at.programme(),
                        at.type(),
                        at.campus(),
                        at.vacationsCount(),
                        at.reserved(),
                        at.people(),
                        one.seen().amount(),
                        one.seen().detail(),
                        one.threshold().severity().code(),
                        one.threshold().severity().ordinal(),
                        one.threshold().told(),
                        one.seen().since() == null ? foundAt : utc(one.seen().since()),
                        moment(at.dueAt()),
                        moment(at.enteredAt()),
                        moment(at.raisedAt()),
                        foundAt
                    };
                    for (int i = 0; i < values.length; i++) {
                        if (values[i] == null) {
                            row.setNull(i + 1, TYPES[i]);
                        } else {
                            row.setObject(i + 1, values[i]);
                        }
                    }
                });
    }

    private static final int[] TYPES = types();

    private static int[] types() {
        int[] types = new int[25];
        java.util.Arrays.fill(types, Types.VARCHAR);
        types[4] = Types.BIGINT;
        java.util.Arrays.fill(types, 20, 25, Types.TIMESTAMP_WITH_TIMEZONE);
        return types;
    }

    private static OffsetDateTime moment(Instant moment) {
        return moment == null ? null : utc(moment);
    }

    /**
     * How many open cases the proof has looked at, and by whom they are handled and supervised. What not everybody on the
     * line may know of is in none of their figures (adr/0026).
     *
     * @return all open cases
     */
    int prove() {
        jdbc.sql("delete from stalled_proved").update();
        jdbc.sql("insert into stalled_proved (unit, supervisor, cases)"
                        + " select unit, supervisor, count(distinct number) from standing_handlings"
                        + " where not reserved group by unit, supervisor")
                .update();
        return jdbc.sql("select count(*) from standing_concerns")
                .query(Integer.class)
                .single();
    }

    void ran(Pace pace, Instant now, int cases) {
        jdbc.sql(
                        "update stalled_look set at = :now, cases = :cases, failed_at = null, failure = null where pace = :pace")
                .param("now", utc(now))
                .param("cases", cases)
                .param("pace", pace.code())
                .update();
    }

    void failed(Pace pace, Instant now, String failure) {
        jdbc.sql("update stalled_look set failed_at = :now, failure = :failure where pace = :pace")
                .param("now", utc(now))
                .param("failure", failure)
                .param("pace", pace.code())
                .update();
    }

    /** When each look has run, what it looked at, and since when it fails; null where it does not. */
    record Look(String pace, Instant at, int cases, Instant failedAt, String failure) {}

    List<Look> looks() {
        return jdbc.sql("select pace, at, cases, failed_at, failure from stalled_look")
                .query((row, n) -> new Look(
                        row.getString("pace"),
                        StandingHandlings.instant(row, "at"),
                        row.getInt("cases"),
                        StandingHandlings.instant(row, "failed_at"),
                        row.getString("failure")))
                .list();
    }
}
