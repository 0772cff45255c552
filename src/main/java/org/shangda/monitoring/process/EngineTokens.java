package org.shangda.monitoring.process;

import static org.shangda.monitoring.process.EngineTime.local;
import static org.shangda.monitoring.process.EngineTime.moment;
import static org.shangda.monitoring.process.JobCauses.PATIENCE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shangda.engine.running.RunningCases;
import org.shangda.monitoring.Tokens;
import org.shangda.work.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the engine's tokens by element and follows one case through its history, in one question each. */
@Component
class EngineTokens implements Tokens {

    /** What waits in a called case waits at the call as well. */
    private static final String LATE = "case when exists (select 1 from act_ru_task t where t.id_ = a.task_id_"
            + " and t.due_date_ < :now) or exists (select 1 from act_ru_task t"
            + " where t.proc_inst_id_ = a.call_proc_inst_id_ and t.due_date_ < :now)"
            + " or exists (select 1 from act_ru_job j where j.execution_id_ = a.execution_id_"
            + " and (j.retries_ = 0 or j.duedate_ < :lately)) then 1 else 0 end";

    /** A scope is not an element at which anything waits: what is inside it does. */
    private static final String WAITING = "select element, count(*) as tokens, sum(late) as late,"
            + " percentile_disc(0.5) within group (order by arrived) as since from (select a.act_id_ as element,"
            + " a.start_time_ as arrived, " + LATE + " as late from act_hi_actinst a"
            + " where a.proc_def_id_ = :definition and a.end_time_ is null"
            + " and a.act_type_ not in ('subProcess', 'multiInstanceBody')) waiting group by element order by element";

    private static final String TASKS = "select p.key_ as process, max(p.id_) as definition, count(*) as tasks,"
            + " sum(case when t.due_date_ < :now then 1 else 0 end) as late from act_ru_task t"
            + " join act_re_procdef p on p.id_ = t.proc_def_id_ where t.task_def_key_ not in (:standing)"
            + " group by p.key_ order by p.key_";

    /** As {@code ActivityInstanceState.CANCELED} is stored. */
    private static final int CANCELLED = 2;

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final RunningCases running;

    EngineTokens(JdbcClient jdbc, WorkItems items, RunningCases running) {
        this.jdbc = jdbc;
        this.items = items;
        this.running = running;
    }

    @Override
    public Optional<List<Waiting>> waiting(String definition, Instant now) {
        boolean there = jdbc.sql("select count(*) from act_re_procdef where id_ = :id")
                        .param("id", definition)
                        .query(Integer.class)
                        .single()
                > 0;
        return there
                ? Optional.of(jdbc.sql(WAITING)
                        .param("definition", definition)
                        .param("now", local(now))
                        .param("lately", local(now.minus(PATIENCE)))
                        .query((row, n) -> new Waiting(
                                row.getString("element"),
                                running.nameOf(definition, row.getString("element")),
                                row.getInt("tokens"),
                                row.getInt("late"),
                                moment(row, "since")))
                        .list())
                : Optional.empty();
    }

    @Override
    public List<OpenTasks> openTasks(Instant now) {
        return jdbc.sql(TASKS)
                .param("now", local(now))
                .param("standing", items.standing())
                .query((row, n) -> new OpenTasks(
                        row.getString("process"),
                        running.nameOf(row.getString("definition")),
                        row.getInt("tasks"),
                        row.getInt("late")))
                .list();
    }

    @Override
    public Optional<Instance> instance(String id) {
        return jdbc.sql("select business_key_ as number from act_hi_procinst where proc_inst_id_ = :id")
                .param("id", id)
                .query((row, n) -> new Instance(row.getString("number")))
                .optional();
    }

    @Override
    public List<Running> running(List<String> numbers) {
        return jdbc.sql("select business_key_ as number, proc_inst_id_ as instance from act_ru_execution"
                        + " where parent_id_ is null and super_exec_ is null and business_key_ in (:numbers)")
                .param("numbers", numbers)
                .query((row, n) -> new Running(row.getString("number"), row.getString("instance")))
                .list();
    }

    @Override
    public List<Stay> stays(String instance, int most) {
        return jdbc.sql("select a.act_id_ as element, a.proc_def_id_ as definition, a.act_type_ as type,"
                        + " a.start_time_ as began, a.end_time_ as ended, t.due_date_ as due, a.act_inst_state_ as state"
                        + " from act_hi_actinst a left join act_ru_task t on t.id_ = a.task_id_"
                        + " where a.proc_inst_id_ = :id order by a.start_time_, a.sequence_counter_ limit :most")
                .param("id", instance)
                .param("most", most)
                .query((row, n) -> new Stay(
                        row.getString("element"),
                        running.nameOf(row.getString("definition"), row.getString("element")),
                        row.getString("type"),
                        moment(row, "began"),
                        moment(row, "ended"),
                        moment(row, "due"),
                        row.getInt("state") == CANCELLED))
                .list();
    }
}
