package org.shangda.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.shangda.work.Work;
import org.shangda.work.WorkCards.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one person has received or may receive, read by the thousand in one statement: the engine's own queries make an object
 * with all its history of each. Its rows are those that {@code taskAssignee} and {@code taskCandidateUser} would find.
 */
class TasksOfPerson {

    private static final String COLUMNS = " t.id_, t.task_def_key_, t.assignee_, t.create_time_, t.due_date_,"
            + " t.execution_id_, t.proc_inst_id_, i.business_key_";
    private static final String TASKS = " from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_ where ";
    private static final String OFFERED = "t.assignee_ is null and t.id_ in (select l.task_id_ from"
            + " act_ru_identitylink l where l.type_ = 'candidate' and (l.user_id_ = :person or l.group_id_ in (:groups)))";
    private static final String MINE = "t.assignee_ = :person";

    private final JdbcClient database;

    TasksOfPerson(JdbcClient database) {
        this.database = database;
    }

    /**
     * Of work of some kinds; their works read ids from their case, and nothing else.
     *
     * @param keys of the kinds
     * @param groups of the person
     */
    List<Waiting> of(String person, Collection<String> groups, Collection<String> keys) {
        Numbers numbers = new Numbers(person, groups(groups));
        String ofKinds = " and t.task_def_key_ in (:keys)";
        return database.sql("select" + COLUMNS + TASKS + MINE + ofKinds + " union all select" + COLUMNS + TASKS
                        + OFFERED + ofKinds)
                .param("person", person)
                .param("groups", groups(groups))
                .param("keys", keys)
                .query((row, n) -> waiting(row, person, numbers))
                .list();
    }

    /** Ids of those of all other kinds. */
    List<String> idsBeside(String person, Collection<String> groups, Collection<String> keys) {
        String ofOthers = " and t.task_def_key_ not in (:keys)";
        return database.sql("select t.id_ from act_ru_task t where " + MINE + ofOthers
                        + " union all select t.id_ from act_ru_task t where " + OFFERED + ofOthers)
                .param("person", person)
                .param("groups", groups(groups))
                .param("keys", keys)
                .query(String.class)
                .list();
    }

    /** Never empty, so that it can stand in a query. */
    private static Collection<String> groups(Collection<String> groups) {
        return groups.isEmpty() ? Set.of("-") : groups;
    }

    private static Waiting waiting(ResultSet row, String person, Function<String, Map<String, Long>> numbers)
            throws SQLException {
        String execution = row.getString(6);
        String instance = row.getString(7);
        Work work = new Work(
                row.getString(1), row.getString(2), row.getString(8), row.getString(3), person, Map.of(), variable -> {
                    Map<String, Long> values = numbers.apply(variable);
                    return values.getOrDefault(execution, values.get(instance));
                });
        return new Waiting(work, instant(row, 4), instant(row, 5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }

    /** A variable of all of them, by the execution that has it, read when one asks for it. */
    private final class Numbers implements Function<String, Map<String, Long>> {

        private final String person;
        private final Collection<String> groups;
        private final Map<String, Map<String, Long>> read = new HashMap<>();

        private Numbers(String person, Collection<String> groups) {
            this.person = person;
            this.groups = groups;
        }

        @Override
        public Map<String, Long> apply(String variable) {
            return read.computeIfAbsent(variable, this::values);
        }

        private Map<String, Long> values(String variable) {
            Map<String, Long> values = new HashMap<>();
            database.sql(
                            "select v.execution_id_, v.long_ from act_ru_variable v where v.name_ = :name and v.task_id_ is null"
                                    + " and v.long_ is not null and v.proc_inst_id_ in (select t.proc_inst_id_ from act_ru_task t where "
                                    + MINE + " union all select t.proc_inst_id_ from act_ru_task t where " + OFFERED
                                    + ")")
                    .param("name", variable)
                    .param("person", person)
                    .param("groups", groups)
                    .query(row -> {
                        values.put(row.getString(1), row.getLong(2));
                    });
            return values;
        }
    }
}
