package org.shangda.monitoring;

import static org.shangda.monitoring.StandingHandlings.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** No unit: of what the proof has looked at, the whole university's. */
    static final String UNIVERSITY = "";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Findings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * What stands still.
     *
     * @param foundAt when it was first found
     */
    record Found(Cause cause, Pace pace, Sighting seen, Threshold threshold, Instant foundAt) {

        /** The same as long as it is the same thing for the same cause. */
        String subject() {
            return cause.code() + ":" + seen.item();
        }

        /** Since when it stands still; where nobody knows, since it was first found. */
        Instant since() {
            return Objects.requireNonNullElse(seen.since(), foundAt);
        }

        Found foundAt(Instant first) {
            return new Found(cause, pace, seen, threshold, first);
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

    /**
     * Puts what was found in the place of all that was found before at this pace. Most is the same from one minute to the next:
     * it is not written again.
     */
    void replace(Pace pace, Collection<Found> found) {
        Map<String, StalledRow> before = new HashMap<>();
        jdbc.sql("select * from stalled where pace = :pace")
                .param("pace", pace.code())
                .query((row, n) -> StalledRow.of(row))
                .list()
                .forEach(row -> before.put(row.subject(), row));
        Map<String, StalledRow> after = new LinkedHashMap<>();
        for (Found one : found) {
            StalledRow known = before.get(one.subject());
            after.putIfAbsent(one.subject(), StalledRow.of(known == null ? one : one.foundAt(known.foundAt())));
        }
        batches.batchUpdate(
                "delete from stalled where subject = ?",
                before.values().stream()
                        .filter(row -> !row.equals(after.get(row.subject())))
                        .toList(),
                AT_ONCE,
                (delete, row) -> delete.setString(1, row.subject()));
        batches.batchUpdate(
                StalledRow.INSERT,
                after.values().stream()
                        .filter(row -> !row.equals(before.get(row.subject())))
                        .toList(),
                AT_ONCE,
                (insert, row) -> row.write(insert));
    }

    /**
     * How many open cases the proof has looked at: by whom they are handled and supervised, and of the whole university. What
     * not everybody on the line may know of is in none of these figures (adr/0026).
     *
     * @return all open cases
     */
    int prove() {
        jdbc.sql("delete from stalled_proved").update();
        jdbc.sql("insert into stalled_proved (unit, supervisor, cases)"
                        + " select unit, supervisor, count(distinct number) from standing_handlings"
                        + " where not reserved group by unit, supervisor")
                .update();
        jdbc.sql("insert into stalled_proved (unit, supervisor, cases)"
                        + " select :university, :university, count(*) from standing_concerns where not reserved")
                .param("university", UNIVERSITY)
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
