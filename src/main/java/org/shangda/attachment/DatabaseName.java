package org.shangda.attachment;

import java.sql.DatabaseMetaData;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.DatabaseMetaDataCallback;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which database this is: where it is, and since when. Another one at the same place has another beginning, and a copy is at
 * another place.
 */
@Component
class DatabaseName {

    /**
     * Where it is in truth, by product: an address like {@code ./data/shangda} or {@code localhost} is one at every place. H2
     * names its file, PostgreSQL the number that each of its servers is given when it is set up.
     */
    private static final Map<String, String> PLACE = Map.of(
            "H2", "coalesce(database_path(), 'memory')",
            "PostgreSQL", "(select cast(system_identifier as varchar) from pg_control_system())");

    private final DataSource database;
    private final JdbcClient jdbc;

    DatabaseName(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Without parameters of the connection, among which there may be a password. */
    String name() {
        return said(DatabaseMetaData::getURL).replaceAll("[?;].*", "") + " ("
                + jdbc.sql("select " + PLACE.get(said(DatabaseMetaData::getDatabaseProductName))
                                + " || ' ' || current_schema")
                        .query(String.class)
                        .single()
                + ") since "
                + jdbc.sql("select min(\"installed_on\") from \"flyway_schema_history\"")
                        .query(LocalDateTime.class)
                        .single()
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    private String said(DatabaseMetaDataCallback<String> of) {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, of);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
