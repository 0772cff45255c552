package org.shangda;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database for a test's application. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("shangda.test.database", "h2"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + (isPostgres() ? freshPostgres() : freshH2()))
                .and("spring.datasource.username=" + (isPostgres() ? "postgres" : "sa"))
                .applyTo(context);
    }

    private static String freshH2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    /** One server for all tests, one database for each application. */
    public static synchronized String freshPostgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        // A refused row is otherwise quoted in the server's log: docs/operations.md asks for the same.
                        .setServerConfig("log_error_verbosity", "terse")
                        .setRegisterShutdownHook(false)
                        .start();
                // Applications first: they would wait for connections that a stopped server no longer gives.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stopPostgres);
            }
            String name = "shangda_" + UUID.randomUUID().toString().replace('-', '_');
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopPostgres() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
