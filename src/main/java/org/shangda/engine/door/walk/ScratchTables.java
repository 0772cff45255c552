package org.shangda.engine.door.walk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * What runs in the scratch engine, read and thrown away in its tables: a walk looks thousands of times, and the engine's
 * queries take as long as everything else together.
 */
class ScratchTables {

    private static final List<String> RUNNING = List.of(
            "ACT_RU_VARIABLE",
            "ACT_RU_JOB",
            "ACT_RU_EVENT_SUBSCR",
            "ACT_RU_INCIDENT",
            "ACT_RU_IDENTITYLINK",
            "ACT_RU_TASK",
            "ACT_RU_EXECUTION",
            // Values that are neither text nor number; those with a deployment are its files.
            "ACT_GE_BYTEARRAY WHERE DEPLOYMENT_ID_ IS NULL");

    private final JdbcTemplate database;

    ScratchTables(DataSource database) {
        this.database = new JdbcTemplate(database);
        this.database.execute("SET REFERENTIAL_INTEGRITY FALSE");
    }

    void empty() {
        RUNNING.forEach(table -> database.update("DELETE FROM " + table));
    }

    /** By table, in the order of its columns; of a table that is empty nothing. */
    Map<String, List<Object[]>> rows() {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (String table : RUNNING) {
            List<Object[]> found = database.query("SELECT * FROM " + table, (row, i) -> values(row));
            if (!found.isEmpty()) {
                rows.put(table.split(" ")[0], found);
            }
        }
        return rows;
    }

    private static Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = JdbcUtils.getResultSetValue(row, i + 1);
        }
        return values;
    }

    void fill(Map<String, List<Object[]>> rows) {
        rows.forEach((table, values) -> database.batchUpdate(
                "INSERT INTO " + table + " VALUES (" + String.join(", ", Collections.nCopies(values.get(0).length, "?"))
                        + ")",
                values));
    }

    /** Ids of the jobs that wait for no moment. */
    List<String> asynchronous() {
        return database.queryForList("SELECT ID_ FROM ACT_RU_JOB WHERE TYPE_ = 'message'", String.class);
    }

    Waiting waiting() {
        List<Waiting.Open> tasks = database.query(
                "SELECT ID_, TASK_DEF_KEY_, DESCRIPTION_ FROM ACT_RU_TASK",
                (row, i) -> new Waiting.Open(
                        row.getString(1), row.getString(2), row.getString(3) == null ? "" : row.getString(3)));
        List<Waiting.Open> timers = database.query(
                "SELECT J.ID_, D.ACT_ID_ FROM ACT_RU_JOB J JOIN ACT_RU_JOBDEF D ON D.ID_ = J.JOB_DEF_ID_",
                (row, i) -> new Waiting.Open(row.getString(1), row.getString(2), ""));
        List<Waiting.Message> messages = database.query(
                "SELECT ACTIVITY_ID_, EVENT_NAME_, EXECUTION_ID_ FROM ACT_RU_EVENT_SUBSCR WHERE EVENT_TYPE_ = 'message'",
                (row, i) -> new Waiting.Message(row.getString(1), row.getString(2), row.getString(3)));
        Integer left = database.queryForObject("SELECT COUNT(*) FROM ACT_RU_EXECUTION", Integer.class);
        return new Waiting(
                tasks.stream().sorted().toList(),
                timers.stream().sorted().toList(),
                messages.stream().sorted().toList(),
                left == null || left == 0);
    }
}
