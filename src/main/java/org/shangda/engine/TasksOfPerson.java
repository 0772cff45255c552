package org.shangda.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shangda.work.Work;
import org.shangda.work.WorkCards.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/**
 * What one person has received or may receive, read by the thousand: the engine's own queries make an object of each. Its rows
 * are those that {@code taskAssignee} and {@code taskCandidateUser} would find.
 */
class TasksOfPerson {

    private static final String TASKS = "select t.id_, t.task_def_key_, t.assignee_, t.create_time_, t.due_date_,"
            + " t.execution_id_, t.proc_inst_id_, i.business_key_"
            + " from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_ where ";

    /** As an array, which is read first: were they joined, PostgreSQL would walk through every open task. */
    private static final String OFFERED = "t.assignee_ is null and t.id_ = any(array(select l.task_id_"
            + " from act_ru_identitylink l where l.type_ = 'candidate' and l.task_id_ is not null"
            + " and (l.user_id_ = :person or l.group_id_ in (:groups))))";

    private final JdbcClient database;

    TasksOfPerson(JdbcClient database) {
        this.database = database;
    }

    /** An open task. @param key of its element in the diagram */
    record Row(
            String id,
            String key,
            String assignee,
            Instant since,
            Instant due,
            String execution,
            String instance,
            String number) {}

    /** @param groups of the person; those who are nobody's own are read by them */
    List<Row> of(String person, Collection<String> groups) {
        List<Row> rows = new ArrayList<>(database.sql(TASKS + "t.assignee_ = :person")
                .param("person", person)
                .query(TasksOfPerson::row)
                .list());
        rows.addAll(database.sql(TASKS + OFFERED)
                .param("person", person)
                .param("groups", groups.isEmpty() ? List.of("-") : groups)
                .query(TasksOfPerson::row)
                .list());
        return rows;
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4),
                instant(row, 5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }

    /** As works, which read ids from their case and nothing else. */
    List<Waiting> waiting(Collection<Row> rows, String person) {
        Map<String, Supplier<Map<String, Long>>> read = new HashMap<>();
        String[] instances = rows.stream().map(Row::instance).distinct().toArray(String[]::new);
        Function<String, Map<String, Long>> values =
                name -> read.computeIfAbsent(name, one -> SingletonSupplier.of(() -> values(one, instances)))
                        .get();
        return rows.stream()
                .map(row -> new Waiting(work(row, person, values), row.since(), row.due()))
                .toList();
    }

    private static Work work(Row row, String person, Function<String, Map<String, Long>> values) {
        return new Work(
                row.id(),
                row.key(),
                row.number(),
                row.assignee(),
                person,
                Map.of(),
                name -> values.apply(name)
                        .getOrDefault(row.execution(), values.apply(name).get(row.instance())));
    }

    /** A variable of some cases, by the execution that has it. */
    private Map<String, Long> values(String name, String[] instances) {
        Map<String, Long> values = new HashMap<>();
        database.sql("select execution_id_, long_ from act_ru_variable where name_ = :name and task_id_ is null"
                        + " and long_ is not null and proc_inst_id_ = any(:instances)")
                .param("name", name)
                .param("instances", instances)
                .query(row -> {
                    values.put(row.getString(1), row.getLong(2));
                });
        return values;
    }
}
