package org.shangda.monitoring.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.OfferingAnew;
import org.shangda.monitoring.CauseRule;
import org.shangda.monitoring.CauseRule.Measure;
import org.shangda.monitoring.Causes;
import org.shangda.monitoring.Detail;
import org.shangda.monitoring.Pace;
import org.shangda.monitoring.Sighting;
import org.shangda.monitoring.Standing;
import org.shangda.monitoring.SupervisingLine;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.university.University;
import org.shangda.work.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine knows of tasks, and open concerns that it has forgotten. Its tables are read as they are, because it answers
 * such questions for one case at a time.
 */
@Component
class EngineCauses implements Causes {

    /** Of a task: its case's number, its name, whose it is, and to whom it is offered. */
    private static final String TASKS = "select t.id_ as item, e.business_key_ as number, t.name_ as detail,"
            + " t.proc_def_id_ as definition, t.task_def_key_ as element,"
            + " t.assignee_ as person, coalesce((select concat('u', v.text_) from act_ru_variable v"
            + " where v.task_id_ = t.id_ and v.name_ = 'unit'), (select min(l.group_id_) from act_ru_identitylink l"
            + " where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ like 'u%')) as team,"
            + " (select min(l.user_id_) from act_ru_identitylink l where l.task_id_ = t.id_"
            + " and l.type_ = 'candidate') as candidate, ";

    private static final String OF_TASKS = " as since from act_ru_task t join act_ru_execution e"
            + " on e.id_ = t.proc_inst_id_ where t.task_def_key_ not in (:standing) and ";

    /** Of those to whom a task is offered: an account, or a group that has members. */
    private static final String SOMEBODY = "l.task_id_ = t.id_ and l.type_ = 'candidate' and"
            + " (l.user_id_ in (select id_ from act_id_user)"
            + " or l.group_id_ in (select group_id_ from act_id_membership))";

    /** Visits to levels, supervisions and opinions have rules of their own. */
    private static final String OTHERS =
            "not exists (select 1 from standing_handlings h where h.work_item = t.id_ and h.number = e.business_key_)"
                    + " and not exists (select 1 from standing_supervisions s where s.work_item = t.id_)"
                    + " and not exists (select 1 from standing_opinions o where o.work_item = t.id_)";

    /**
     * Tasks that somebody can go on with: what is suspended nobody can. Those held and those offered are found apart, since a
     * database joins by a condition and not by either of two.
     */
    private static final String ACTING = "with acting as (select t.id_ as task, t.proc_inst_id_ as instance,"
            + " t.task_def_key_ as element from act_ru_task t where t.suspension_state_ = 1 and t.assignee_ is not null"
            + " union all select t.id_, t.proc_inst_id_, t.task_def_key_ from act_ru_task t"
            + " where t.suspension_state_ = 1 and t.assignee_ is null"
            + " and exists (select 1 from act_ru_identitylink l where " + SOMEBODY + ")) ";

    private static final String CONCERNS = "select c.number as item, c.number as number, null as detail,"
            + " c.raised_at as since from standing_concerns c where ";

    private static final String ITS_CASES = "select 1 from act_ru_execution e where e.business_key_ = c.number";

    /** Open concerns without anything to do, but for those that rest. */
    private static final String WITHOUT_WORK = "select w.number from standing_concerns w where not exists"
            + " (select 1 from acting a join act_ru_execution e on e.id_ = a.instance"
            + " where e.business_key_ = w.number and a.element not in (:standing)) and not exists"
            + " (select 1 from standing_handlings h where h.number = w.number and h.paused_from is not null)"
            + " and not exists (select 1 from standing_merged m where m.number = w.number)";

    /** Those with a visit that does not rest and cannot go on. Somebody else's task, of a supervision or an opinion, is not its. */
    private static final String VISIT_WITHOUT_WORK = "select h.number from standing_handlings h"
            + " where h.paused_from is null and not exists (select 1 from acting a where a.task = h.work_item)"
            + " and not exists (select 1 from standing_merged m where m.handling = h.handling)";

    private final JdbcClient jdbc;
    private final University university;
    private final WorkItems items;
    private final SupervisingLine line;
    private final OfferingAnew offering;

    EngineCauses(JdbcClient jdbc, University university, WorkItems items, SupervisingLine line, OfferingAnew offering) {
        this.offering = offering;
        this.jdbc = jdbc;
        this.university = university;
        this.items = items;
        this.line = line;
    }

    @Override
    public List<CauseRule> rules() {
        return List.of(
                rule(
                        Cause.TASK_OVERDUE,
                        Pace.MINUTE,
                        Measure.DAYS,
                        TASKS + "t.due_date_" + OF_TASKS + "t.due_date_ < :now and " + OTHERS),
                rule(
                        Cause.TASK_IDLE,
                        Pace.PROOF,
                        Measure.DAYS,
                        TASKS + "t.create_time_" + OF_TASKS + "t.due_date_ is null and " + OTHERS),
                rule(
                        Cause.NOBODY_CAN_ACT,
                        Pace.MINUTE,
                        Measure.ALWAYS,
                        TASKS + "t.create_time_" + OF_TASKS
                                + "(t.assignee_ is null and (select count(*) from act_ru_identitylink l"
                                + " where " + SOMEBODY + ") = 0 or t.assignee_ in (:gone))",
                        this::nobody),
                forgotten(Cause.NO_INSTANCE, CONCERNS + "not exists (" + ITS_CASES + ")"),
                forgotten(
                        Cause.NO_TASK,
                        ACTING + CONCERNS + "exists (" + ITS_CASES + ") and c.number in (" + WITHOUT_WORK + " union "
                                + VISIT_WITHOUT_WORK + ")"),
                forgotten(
                        Cause.NO_DATE,
                        CONCERNS + "exists (" + ITS_CASES + ") and not exists (select 1 from standing_merged m"
                                + " where m.number = c.number) and not exists (select 1 from act_ru_execution e"
                                + " join act_ru_job j on j.process_instance_id_ = e.id_"
                                + " where e.business_key_ = c.number and j.retries_ > 0 and j.suspension_state_ = 1)"));
    }

    /** What is kept of one of them, see {@link Detail}. */
    private interface Kept {
        String of(ResultSet row) throws SQLException;
    }

    private CauseRule rule(Cause cause, Pace pace, Measure measure, String sql) {
        return rule(cause, pace, measure, sql, row -> row.getString("detail"));
    }

    private CauseRule rule(Cause cause, Pace pace, Measure measure, String sql, Kept kept) {
        return new CauseRule(
                cause,
                pace,
                measure,
                now -> jdbc.sql(sql)
                        .params(parameters(sql, now))
                        .query((row, n) -> new Sighting(
                                row.getString("item"),
                                row.getString("number"),
                                EngineTime.moment(row, "since"),
                                0,
                                kept.of(row),
                                Standing.at(unit(row))))
                        .list());
    }

    private CauseRule forgotten(Cause cause, String sql) {
        return new CauseRule(
                cause,
                Pace.PROOF,
                Measure.ALWAYS,
                now -> jdbc.sql(sql)
                        .params(parameters(sql, now))
                        .query((row, n) -> new Sighting(
                                row.getString("item"),
                                row.getString("number"),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                0,
                                null,
                                Standing.at(null)))
                        .list());
    }

    private Map<String, Object> parameters(String sql, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("now", EngineTime.local(now));
        parameters.put("standing", items.standing());
        // Who has left is a question of its own.
        if (sql.contains(":gone")) {
            parameters.put("gone", gone());
        }
        return parameters;
    }

    /** Those who have a task and are not on the roster; never an empty list, so that it can stand in a query. */
    private Set<String> gone() {
        Set<String> gone = new HashSet<>(Set.of("-"));
        jdbc
                .sql("select distinct assignee_ from act_ru_task where assignee_ is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(person -> university.person(person).isEmpty())
                .forEach(gone::add);
        return gone;
    }

    /** Why nobody can act on a task. */
    private String nobody(ResultSet row) throws SQLException {
        String reason = row.getString("person") == null ? "offered-to-nobody" : "holder-gone";
        return Detail.of(
                        row.getString("detail"),
                        offering.isDescribed(row.getString("definition"), row.getString("element"))
                                ? reason
                                : "no-such-work")
                .stored();
    }

    /** The unit to whose people it is offered; of a single person, theirs. */
    private String unit(ResultSet row) throws SQLException {
        String team = row.getString("team");
        if (team != null && university.unit(team.substring(1)).isPresent()) {
            return team.substring(1);
        }
        String person = row.getString("person") != null ? row.getString("person") : row.getString("candidate");
        return person == null ? null : line.unitOf(person);
    }
}
