package org.shangda.monitoring;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes a large database out of few concerns that people have driven: every row of theirs, in the domain's tables and in the
 * engine's, is copied as often as it is asked for, under numbers and ids of its own. What a copy consists of is read from the
 * database, so that a new column is copied too. PostgreSQL only.
 */
public final class ManyConcerns {

    /** Which rows of a table are one concern's; {@code ?} is its number. */
    private static final Map<String, String> DOMAIN = Map.of(
            "concern", "number = ?",
            "handling", "number = ?",
            "step", "number = ?",
            "handling_pause", "handling_id in (select id from handling where number = ?)",
            "opinion", "handling_id in (select id from handling where number = ?)",
            "supervision", "handling_id in (select id from handling where number = ?)");

    private static final String INSTANCES = " in (select id_ from act_ru_execution where business_key_ = ?)";

    private static final Map<String, String> ENGINE = Map.of(
            "act_ru_execution", "proc_inst_id_" + INSTANCES,
            "act_ru_task", "proc_inst_id_" + INSTANCES,
            "act_ru_variable", "proc_inst_id_" + INSTANCES,
            "act_ru_job", "process_instance_id_" + INSTANCES,
            "act_ru_identitylink", "task_id_ in (select id_ from act_ru_task where proc_inst_id_" + INSTANCES + ")");

    private static final Set<String> NUMBERS = Set.of("number", "business_key_");
    private static final Set<String> IDS = Set.of("id", "handling_id", "open_handling");
    private static final Set<String> TOKENS = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "parent_id_",
            "super_exec_",
            "execution_id_",
            "task_id_",
            "work_item",
            "var_scope_");

    /** Further than any sequence goes in a test. */
    private static final long APART = 10_000_000;

    private final JdbcTemplate database;

    public ManyConcerns(JdbcTemplate database) {
        this.database = database;
    }

    /** Copies each of the concerns {@code times} times. */
    public void copy(List<String> numbers, int times) {
        withoutTriggers(one -> numbers.forEach(number -> {
            DOMAIN.forEach((table, condition) -> copy(one, table, condition, number, times));
            ENGINE.forEach((table, condition) -> copy(one, table, condition, number, times));
        }));
    }

    /** Rows that are copied or taken away together refer to each other: nothing is gained by looking each up. */
    private void withoutTriggers(Consumer<JdbcTemplate> act) {
        database.execute((Connection connection) -> {
            JdbcTemplate one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            one.execute("set session_replication_role = replica");
            act.accept(one);
            one.execute("set session_replication_role = default");
            return null;
        });
    }

    private static void copy(JdbcTemplate database, String table, String condition, String number, int times) {
        List<String> columns = database.queryForList(
                "select column_name from information_schema.columns where table_name = ? and table_schema = 'public'",
                String.class,
                table);
        String values = columns.stream().map(column -> "t." + value(column)).collect(Collectors.joining(", "));
        database.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                        + " t cross join generate_series(1, " + times + ") as copy(n) where " + condition,
                number);
    }

    private static String value(String column) {
        if (NUMBERS.contains(column)) {
            return column + " || '-' || copy.n";
        }
        if (IDS.contains(column)) {
            return column + " + " + APART + "::bigint * copy.n";
        }
        if (column.equals("long_")) {
            // The id of the visit is a variable as well.
            return column + " + case when name_ = 'handlingId' then " + APART + "::bigint * copy.n else 0 end";
        }
        return TOKENS.contains(column) ? column + " || '.' || copy.n" : column;
    }

    /** Takes away everything that was copied. */
    public void forget() {
        database.execute("set session_replication_role = replica");
        DOMAIN.keySet()
                .forEach(table -> database.update("delete from " + table + " where "
                        + (table.equals("concern") ? "number like 'SD%-%-%'" : "id > " + APART)));
        ENGINE.keySet().forEach(table -> database.update("delete from " + table + " where id_ like '%.%'"));
        database.execute("set session_replication_role = default");
        database.update("delete from stalled");
    }

    /** The planner must know how large the tables have become, as it does in a university. */
    public void settle() {
        database.execute("vacuum analyze");
    }
}
