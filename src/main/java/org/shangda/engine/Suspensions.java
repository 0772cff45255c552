package org.shangda.engine;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shangda.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has suspended which case, why and until when. That it is suspended the engine knows; what was suspended without a word,
 * before words were asked for, is none of these.
 */
@Component
public class Suspensions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspensions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the place of what was said of it before. @param until the day on which it goes on by itself */
    public void begin(String number, String reason, LocalDate until, String by) {
        if (isSuspended(number, reason, until)) {
            return;
        }
        end(number, by);
        jdbc.sql("insert into case_suspension (number, open_number, reason, until, suspended_at, suspended_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(number, number, reason, until, utc(clock.instant()), by)
                .update();
    }

    private boolean isSuspended(String number, String reason, LocalDate until) {
        return jdbc.sql("select count(*) from case_suspension where open_number = ? and reason = ? and until = ?")
                        .params(number, reason, until)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param by login, null when it goes on by itself */
    public void end(String number, String by) {
        jdbc.sql("update case_suspension set open_number = null, ended_at = :at, ended_by = :by"
                        + " where open_number = :number")
                .param("at", utc(clock.instant()))
                .param("by", by, Types.VARCHAR)
                .param("number", number)
                .update();
    }

    /** Numbers of the cases whose day has come. */
    public List<String> over() {
        return jdbc.sql("select number from case_suspension where open_number is not null and until <= ? order by id")
                .param(LocalDate.ofInstant(clock.instant(), clock.getZone()))
                .query(String.class)
                .list();
    }

    public boolean isOpen(String number) {
        return jdbc.sql("select count(*) from case_suspension where open_number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What those are told who act on a suspended case. @param task id of the task with which they do; may be null */
    Refusal refusal(String task) {
        return until(task)
                .map(day -> Refusal.conflict("engine.suspended-until", day.toString()))
                .orElseGet(() -> Refusal.conflict("engine.suspended"));
    }

    private Optional<LocalDate> until(String task) {
        return jdbc.sql(
                        "select s.until from case_suspension s join act_ru_execution e on e.business_key_ = s.open_number"
                                + " join act_ru_task t on t.proc_inst_id_ = e.id_ where t.id_ = :task")
                .param("task", task, Types.VARCHAR)
                .query(LocalDate.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
