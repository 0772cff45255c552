package org.shangda.monitoring.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.engine.OfferingAnew;
import org.shangda.engine.door.Contract;
import org.shangda.engine.running.RunningCases;
import org.shangda.monitoring.CauseRule;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.monitoring.Causes;
import org.shangda.monitoring.Detail;
import org.shangda.monitoring.Pace;
import org.shangda.monitoring.Sighting;
import org.shangda.monitoring.Standing;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A case stands at an element, drawn or not, at which nothing will ever happen: no task, no timer, no step of the engine's, no
 * called case, no message that the product sends, or a task that no module describes.
 */
@Component
class TokenCauses implements Causes {

    private static final String TOKENS =
            "select e.id_ as item, r.business_key_ as number, e.proc_def_id_ as definition,"
                    + " e.act_id_ as element from act_ru_execution e join act_ru_execution r on r.id_ = e.proc_inst_id_"
                    + " where e.is_active_ and e.act_id_ is not null"
                    + " and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_)"
                    + " and not exists (select 1 from act_ru_execution c where c.super_exec_ = e.id_)"
                    + " and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_)"
                    + " and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_)"
                    + " and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_"
                    + " and s.event_type_ = 'message' and s.event_name_ in (:heard))";

    /** Of a kind, those that somebody holds or may receive; of all others {@code nobody-can-act} tells. */
    private static final String TASKS = "select t.id_ as item, r.business_key_ as number, t.proc_def_id_ as definition,"
            + " t.task_def_key_ as element from act_ru_task t join act_ru_execution r on r.id_ = t.proc_inst_id_"
            + " where t.proc_def_id_ = :definition and t.task_def_key_ = :element and (t.assignee_ is not null"
            + " or exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'))";

    private final JdbcClient jdbc;
    private final RunningCases running;
    private final WorkItems items;
    private final OfferingAnew offering;
    private final Set<String> heard;

    TokenCauses(
            JdbcClient jdbc, RunningCases running, WorkItems items, OfferingAnew offering, List<Contract> contracts) {
        this.items = items;
        this.offering = offering;
        this.jdbc = jdbc;
        this.running = running;
        this.heard = Stream.concat(Stream.of("-"), contracts.stream().flatMap(one -> one.messages().stream()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(new CauseRule(Cause.TOKEN_STANDS, Pace.PROOF, Measure.ALWAYS, now -> {
            List<Sighting> all = new ArrayList<>(jdbc.sql(TOKENS)
                    .param("heard", heard)
                    .query((row, n) -> seen(row, "nothing-happens"))
                    .list());
            unknown()
                    .forEach(kind -> all.addAll(jdbc.sql(TASKS)
                            .param("definition", kind.definition())
                            .param("element", kind.element())
                            .query((row, n) -> seen(row, "no-such-work"))
                            .list()));
            return all;
        }));
    }

    private Sighting seen(ResultSet row, String reason) throws SQLException {
        String element = running.nameOf(row.getString("definition"), row.getString("element"));
        return new Sighting(
                row.getString("item"),
                row.getString("number"),
                null,
                0,
                Detail.of(element, reason).stored(),
                Standing.at(null));
    }

    /** A user task of a version of a diagram. */
    private record Kind(String definition, String element) {}

    /** Those that no module describes: whoever holds such a task, nobody can do it. */
    private List<Kind> unknown() {
        return jdbc
                .sql("select distinct proc_def_id_, task_def_key_ from act_ru_task where proc_def_id_ is not null"
                        + " and task_def_key_ not in (:known)")
                .param("known", items.all().stream().map(WorkItem::key).toList())
                .query((row, n) -> new Kind(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(kind -> !offering.isDescribed(kind.definition(), kind.element()))
                .toList();
    }
}
