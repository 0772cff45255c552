package org.shangda.engine;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The product's own changes to the engine's tables. They need a history apart from the product's tables, because the
 * engine makes its tables only after those exist.
 */
class EngineIndexes {

    private final DataSource database;

    EngineIndexes(DataSource database) {
        this.database = database;
    }

    /** To be called when the engine has made its tables; does nothing the second time. */
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/engine")
                .table("flyway_engine_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
