package org.shangda.attachment;

import java.sql.DatabaseMetaData;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which database this is: where it is, and since when. Another one at the same place has another beginning, and a copy is at
 * another place.
 */
@Component
class DatabaseName {

    private final DataSource database;
    private final JdbcClient jdbc;

    DatabaseName(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Without parameters of the connection, among which there may be a password. */
    String name() {
        try {
            String address = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getURL);
            return address.replaceAll("[?;].*", "") + " since "
                    + jdbc.sql("select min(\"installed_on\") from \"flyway_schema_history\"")
                            .query(LocalDateTime.class)
                            .single()
                            .truncatedTo(ChronoUnit.SECONDS);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
