package org.shangda.engine.door.walk;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

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
            "ACT_RU_EXECUTION");

    private final JdbcTemplate database;

    ScratchTables(DataSource database) {
        this.database = new JdbcTemplate(database);
        this.database.execute("SET REFERENTIAL_INTEGRITY FALSE");
    }

    void empty() {
        RUNNING.forEach(table -> database.update("DELETE FROM " + table));
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
