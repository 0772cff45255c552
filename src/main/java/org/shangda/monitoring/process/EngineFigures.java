package org.shangda.monitoring.process;

import static org.shangda.monitoring.process.EngineTime.local;
import static org.shangda.monitoring.process.EngineTime.moment;
import static org.shangda.monitoring.process.JobCauses.PATIENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shangda.engine.versions.ProductDeployment;
import org.shangda.monitoring.outside.Figure;
import org.shangda.monitoring.outside.Figures;
import org.shangda.monitoring.outside.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of the engine: its jobs and incidents, and what of its files is not the product's. */
@Component
class EngineFigures implements Figures {

    /** A job without a date is due at once. */
    private static final String DUE = "coalesce(duedate_, create_time_)";

    private static final String RUNS = "retries_ > 0 and suspension_state_ = 1 and ";

    private static final String SUSPENDED = "select 'instance' as kind, count(*) as many from act_ru_execution"
            + " where parent_id_ is null and suspension_state_ = 2"
            + " union all select 'definition', count(*) from act_re_procdef where suspension_state_ = 2"
            + " union all select 'job', count(*) from act_ru_job j where j.suspension_state_ = 2 and not exists"
            + " (select 1 from act_ru_execution e where e.id_ = j.process_instance_id_ and e.suspension_state_ = 2)"
            + " union all select 'job_definition', count(*) from act_ru_jobdef d where d.suspension_state_ = 2"
            + " and not exists (select 1 from act_re_procdef p where p.id_ = d.proc_def_id_ and p.suspension_state_ = 2)";

    private static final List<String> STATES = List.of("due", "late", "no_retries", "locked", "suspended");

    private final JdbcClient jdbc;
    private final ProductDeployment product;

    EngineFigures(JdbcClient jdbc, ProductDeployment product) {
        this.jdbc = jdbc;
        this.product = product;
    }

    @Override
    public String part() {
        return "engine";
    }

    @Override
    public List<Figure> at(Instant now) {
        List<Figure> figures = new ArrayList<>();
        jobs(figures, now);
        incidents(figures);
        jdbc.sql(SUSPENDED).query(row -> {
            figures.add(Figure.of(Measured.SUSPENDED, row.getDouble("many"), "kind", row.getString("kind")));
        });
        figures.add(Figure.of(
                Measured.DEPLOYMENT_FOREIGN,
                product.administrators().values().stream()
                        .filter(Objects::nonNull)
                        .count()));
        figures.add(Figure.of(
                Measured.CLOCK_SKEW,
                jdbc.sql("select current_timestamp as at")
                        .query((row, n) -> Duration.between(
                                                now,
                                                row.getObject("at", OffsetDateTime.class)
                                                        .toInstant())
                                        .toMillis()
                                / 1000.0)
                        .single()));
        return figures;
    }

    private void jobs(List<Figure> figures, Instant now) {
        jdbc.sql("select " + sum("due", RUNS + DUE + " <= :now") + ", " + sum("late", RUNS + DUE + " < :lately") + ", "
                        + sum("no_retries", "retries_ = 0") + ", " + sum("locked", "lock_exp_time_ >= :now") + ", "
                        + sum("expired", "lock_exp_time_ < :now") + ", " + sum("suspended", "suspension_state_ = 2")
                        + ", min(case when " + RUNS + DUE + " <= :now then " + DUE + " end) as oldest from act_ru_job")
                .param("now", local(now))
                .param("lately", local(now.minus(PATIENCE)))
                .query(row -> {
                    for (String state : STATES) {
                        figures.add(Figure.of(Measured.JOBS, row.getDouble(state), "state", state));
                    }
                    figures.add(Figure.of(Measured.LOCK_EXPIRED, row.getDouble("expired")));
                    Instant oldest = moment(row, "oldest");
                    figures.add(Figure.of(
                            Measured.JOB_LATENESS,
                            oldest == null ? 0 : Duration.between(oldest, now).toSeconds()));
                });
    }

    private static String sum(String name, String condition) {
        return "coalesce(sum(case when " + condition + " then 1 else 0 end), 0) as " + name;
    }

    /** The engine repeats each in the instance above; it is one. */
    private void incidents(List<Figure> figures) {
        Map<String, Double> open = new HashMap<>(Map.of("failedJob", 0.0));
        jdbc.sql("select incident_type_ as type, count(*) as many from act_ru_incident"
                        + " where id_ = root_cause_incident_id_ group by incident_type_")
                .query(row -> {
                    open.put(row.getString("type"), row.getDouble("many"));
                });
        open.forEach((type, many) -> figures.add(Figure.of(Measured.INCIDENTS, many, "type", type)));
    }
}
