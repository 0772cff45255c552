package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class EngineIndexesTest {

    private static final Set<String> WANTED = Set.of("duedate_", "parent_task_id_", "due_date_");

    @Test
    void the_engines_tables_get_the_missing_indexes_on_h2() throws Exception {
        ProcessEngine engine = BareEngine.start();
        try {
            assertIndexed(engine.getProcessEngineConfiguration().getDataSource());
        } finally {
            engine.close();
        }
    }

    @Test
    void the_engines_tables_get_the_missing_indexes_on_postgre_sql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            var configuration = new StandaloneProcessEngineConfiguration();
            // The product of other tests in this run is called "default", and would go with this one.
            configuration.setProcessEngineName("indexes");
            configuration.setDataSource(database);
            configuration.setDatabaseSchemaUpdate("true");
            configuration.setMetricsEnabled(false);
            ProcessEngine engine = configuration.buildProcessEngine();
            try {
                assertIndexed(database);
            } finally {
                engine.close();
            }
        }
    }

    private static void assertIndexed(DataSource database) throws Exception {
        assertThat(firstColumns(database)).doesNotContainAnyElementsOf(WANTED);
        new EngineIndexes(database).migrate();
        new EngineIndexes(database).migrate();
        assertThat(firstColumns(database)).containsAll(WANTED);
    }

    /** Columns that an index on jobs or tasks begins with. */
    private static Set<String> firstColumns(DataSource database) throws Exception {
        Set<String> columns = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            boolean upper = connection.getMetaData().storesUpperCaseIdentifiers();
            for (String table : Set.of("act_ru_job", "act_ru_task")) {
                String stored = upper ? table.toUpperCase(Locale.ROOT) : table;
                try (ResultSet indexes = connection.getMetaData().getIndexInfo(null, null, stored, false, false)) {
                    while (indexes.next()) {
                        if (indexes.getShort("ORDINAL_POSITION") == 1) {
                            columns.add(indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }
        return columns;
    }
}
