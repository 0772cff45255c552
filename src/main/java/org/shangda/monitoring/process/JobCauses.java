package org.shangda.monitoring.process;

import static org.shangda.monitoring.process.EngineTime.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shangda.engine.FailedStep;
import org.shangda.engine.running.Retrying;
import org.shangda.engine.running.RunningCases;
import org.shangda.monitoring.CauseRule;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.monitoring.Causes;
import org.shangda.monitoring.Detail;
import org.shangda.monitoring.Pace;
import org.shangda.monitoring.Sighting;
import org.shangda.monitoring.Standing;
import org.shangda.programme.Rules;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.refusal.Sentences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Steps that the engine was to do by itself and does not: given up, late, locked, suspended. They are called as the diagram
 * calls them, and what was refused is said in words.
 */
@Component
class JobCauses implements Causes {

    /** Reasons of what is suspended for all cases. */
    static final String STEPS = "steps-suspended";

    static final String DIAGRAM = "diagram-suspended";

    /** A timer that was due longer ago than this is late; the engine looks for due ones every few seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String JOBS =
            "select j.id_ as item, e.business_key_ as number, j.process_def_id_ as definition,"
                    + " coalesce(d.act_id_, j.handler_type_) as element, j.exception_msg_ as message,"
                    + " coalesce(j.duedate_, j.create_time_) as since from act_ru_job j"
                    + " left join act_ru_execution e on e.id_ = j.process_instance_id_"
                    + " left join act_ru_jobdef d on d.id_ = j.job_def_id_ where ";

    /** Of a failed step the job tells; what fails within a called case is told of where it failed. */
    private static final String INCIDENTS =
            "select i.id_ as item, e.business_key_ as number, i.proc_def_id_ as definition,"
                    + " coalesce(i.failed_activity_id_, i.activity_id_, i.incident_type_) as element,"
                    + " i.incident_type_ as message, i.incident_timestamp_ as since from act_ru_incident i"
                    + " left join act_ru_execution e on e.id_ = i.proc_inst_id_"
                    + " where (i.root_cause_incident_id_ is null or i.root_cause_incident_id_ = i.id_)"
                    + " and not exists (select 1 from act_ru_job j where j.id_ = i.configuration_ and j.retries_ = 0)";

    private static final String SUSPENDED_CASES = "select distinct coalesce(e.business_key_, e.id_) as item,"
            + " e.business_key_ as number, s.until, s.reason, s.suspended_at from act_ru_execution e"
            + " left join standing_suspensions s on s.number = e.business_key_"
            + " where e.parent_id_ is null and e.suspension_state_ = 2";

    /** Of a case that is suspended itself it goes without saying. */
    private static final String SUSPENDED_JOBS =
            "j.suspension_state_ = 2 and not exists (select 1 from act_ru_execution r"
                    + " where r.parent_id_ is null and r.suspension_state_ = 2"
                    + " and (r.business_key_ = e.business_key_ or r.id_ = e.id_))";

    /** How many cases have a timer that does not run; those that come to the step later are stopped as well. */
    private static final String SUSPENDED_STEPS =
            "select d.id_ as item, d.proc_def_id_ as definition, d.act_id_ as element,"
                    + " (select count(distinct j.process_instance_id_) from act_ru_job j"
                    + " where j.job_def_id_ = d.id_ and j.suspension_state_ = 2) as cases"
                    + " from act_ru_jobdef d where d.suspension_state_ = 2";

    private static final String SUSPENDED_DIAGRAMS = "select p.id_ as item, (select count(*) from act_ru_execution e"
            + " where e.proc_def_id_ = p.id_ and e.parent_id_ is null and e.suspension_state_ = 2) as cases"
            + " from act_re_procdef p where p.suspension_state_ = 2";

    private final JdbcClient jdbc;
    private final RunningCases running;
    private final Retrying retrying;
    private final Rules rules;
    private final Sentences sentences;

    JobCauses(JdbcClient jdbc, RunningCases running, Retrying retrying, Rules rules, Sentences sentences) {
        this.jdbc = jdbc;
        this.running = running;
        this.retrying = retrying;
        this.rules = rules;
        this.sentences = sentences;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                always(Cause.JOB_FAILED, now -> jobs("j.retries_ = 0", now, this::failed)),
                always(
                        Cause.TIMER_LATE,
                        now -> jobs(
                                "j.retries_ > 0 and j.suspension_state_ = 1 and j.lock_owner_ is null"
                                        + " and (j.duedate_ < :lately or j.duedate_ is null and j.create_time_ < :lately)",
                                now,
                                this::named)),
                always(
                        Cause.JOB_LOCKED,
                        now -> jobs(
                                "j.retries_ > 0 and j.suspension_state_ = 1 and j.lock_owner_ is not null"
                                        + " and (j.lock_exp_time_ < :over or j.lock_exp_time_ > :later)",
                                now,
                                this::named)),
                always(Cause.INCIDENT, now -> found(INCIDENTS, Map.of(), this::incident)),
                always(Cause.SUSPENDED, this::suspended));
    }

    private static CauseRule always(Cause cause, Function<Instant, List<Sighting>> sightings) {
        return new CauseRule(cause, Pace.MINUTE, Measure.ALWAYS, sightings);
    }

    /** What is told of one of them. */
    private interface Told {
        Detail of(ResultSet row) throws SQLException;
    }

    private List<Sighting> jobs(String condition, Instant now, Told told) {
        return found(
                JOBS + condition,
                Map.of(
                        "lately", local(now.minus(PATIENCE)),
                        "over", local(now.minus(Retrying.LOCK_OVER)),
                        "later", local(now.plus(retrying.longestLock()))),
                told);
    }

    private List<Sighting> found(String sql, Map<String, ?> values, Told told) {
        return jdbc.sql(sql)
                .params(values)
                .query((row, n) -> new Sighting(
                        row.getString("item"),
                        row.getString("number"),
                        EngineTime.moment(row, "since"),
                        0,
                        told.of(row).stored(),
                        Standing.at(null)))
                .list();
    }

    // --- in words ----------------------------------------------------------------------------------------------------

    private Detail named(ResultSet row) throws SQLException {
        return Detail.of(name(row), null);
    }

    private String name(ResultSet row) throws SQLException {
        String definition = row.getString("definition");
        String element = row.getString("element");
        return definition == null || element == null ? element : running.nameOf(definition, element);
    }

    /** What the domain has refused, in its own sentence; of a unit that a table names, which table. */
    private Detail failed(ResultSet row) throws SQLException {
        FailedStep step = FailedStep.read(row.getString("message"));
        if (step.code() == null || !sentences.knows(step.code())) {
            return Detail.of(name(row), "failure", step.reference().isEmpty() ? "-" : step.reference());
        }
        boolean namedByTable = step.code().equals("university.unit.unknown")
                && rules.unitsNamed().contains(step.argument());
        return Detail.of(name(row), namedByTable ? "table-unit" : step.code(), step.argument());
    }

    private Detail incident(ResultSet row) throws SQLException {
        return Detail.of(name(row), "incident", row.getString("message"));
    }

    // --- suspended ---------------------------------------------------------------------------------------------------

    private List<Sighting> suspended(Instant now) {
        List<Sighting> suspended = new ArrayList<>(
                jdbc.sql(SUSPENDED_CASES).query((row, n) -> suspendedCase(row)).list());
        found(JOBS + SUSPENDED_JOBS, Map.of(), row -> Detail.of(name(row), "job-suspended", name(row))).stream()
                // Nobody knows since when.
                .map(job -> job.since(null))
                .forEach(suspended::add);
        suspended.addAll(jdbc.sql(SUSPENDED_STEPS)
                .query((row, n) -> many(row, Detail.of(name(row), STEPS, name(row), row.getInt("cases"))))
                .list());
        suspended.addAll(jdbc.sql(SUSPENDED_DIAGRAMS)
                .query((row, n) -> {
                    String name = running.nameOf(row.getString("item"));
                    return many(row, Detail.of(name, DIAGRAM, name, row.getInt("cases")));
                })
                .list());
        return suspended;
    }

    private static Sighting suspendedCase(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("until", LocalDate.class);
        OffsetDateTime at = row.getObject("suspended_at", OffsetDateTime.class);
        Detail detail = until == null
                ? Detail.of("", "suspended")
                : Detail.of("", "suspended-until", until, row.getString("reason"));
        return new Sighting(
                row.getString("item"),
                row.getString("number"),
                at == null ? null : at.toInstant(),
                0,
                detail.stored(),
                Standing.at(null));
    }

    private static Sighting many(ResultSet row, Detail detail) throws SQLException {
        return new Sighting(row.getString("item"), null, null, row.getInt("cases"), detail.stored(), Standing.at(null));
    }
}
