package org.shangda.outage;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A look for what stands still that has found something and cannot write it down yet, until this is closed: whoever kills the
 * server before kills it in the middle of its look.
 */
final class InterruptedLook implements AutoCloseable {

    /** What the look before has found. */
    static final List<String> BEFORE = List.of("contact-note");

    private static final String SUSPENDED = "update act_re_procdef set suspension_state_ = 2 where key_ = ?";

    private final JdbcTemplate database;
    private final Connection holder;

    InterruptedLook(String url) throws SQLException {
        DriverManagerDataSource source = new DriverManagerDataSource(url, "postgres", "");
        database = new JdbcTemplate(source);
        holder = source.getConnection();
    }

    /** Of two diagrams that nobody uses here, one is found suspended and the other is about to be. */
    void begin() throws SQLException {
        database.update(SUSPENDED, BEFORE.get(0));
        lookAgain();
        await("a look")
                .atMost(Duration.ofSeconds(30))
                .until(() -> listed(database).equals(BEFORE));
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("lock table stalled in share mode");
        }
        database.update(SUSPENDED, "event-duty");
        lookAgain();
        await("a look that writes")
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.queryForObject(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database() and query ilike '%stalled%'",
                                Integer.class)
                        > 0);
    }

    /** As if the one before were long enough ago. */
    private void lookAgain() {
        database.update("update stalled_look set at = at - interval '31 seconds'");
    }

    /** Keys of the diagrams that are listed as suspended. */
    static List<String> listed(JdbcTemplate database) {
        return database.queryForList(
                "select d.key_ from stalled s join act_re_procdef d on s.subject = 'suspended:' || d.id_ order by d.key_",
                String.class);
    }

    /** After the kill: what the server has sent is not committed by anybody. */
    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
        database.update("update act_re_procdef set suspension_state_ = 1 where suspension_state_ = 2");
    }
}
