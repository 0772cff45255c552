package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A copy of a database has every word of it, and another name. */
class DatabaseNameTest {

    @TempDir
    Path folder;

    private static String nameAt(String address) {
        DataSource database = new DriverManagerDataSource(address, "sa", "");
        return new DatabaseName(database, JdbcClient.create(database)).name();
    }

    private static void setUp(String address) {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(address, "sa", ""));
        jdbc.sql("create table \"flyway_schema_history\" (\"installed_on\" timestamp)")
                .update();
        jdbc.sql("insert into \"flyway_schema_history\" values (timestamp '2026-01-01 08:00:00')")
                .update();
    }

    /** As each has it of two folders in which the product was started: the address is the same, letter by letter. */
    @Test
    void a_relative_address_is_named_by_where_it_leads() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        String relative = "jdbc:h2:file:./" + here.relativize(folder.toRealPath()) + "/shangda;PASSWORD=";
        setUp(relative);

        assertThat(nameAt(relative))
                .contains(folder.toRealPath().resolve("shangda").toString(), "since 2026-01-01T08:00")
                .doesNotContain("PASSWORD");
    }

    @Test
    void a_copy_at_another_place_is_called_otherwise() throws IOException {
        setUp("jdbc:h2:file:" + folder.resolve("a/shangda"));
        Files.createDirectory(folder.resolve("b"));
        Files.copy(folder.resolve("a/shangda.mv.db"), folder.resolve("b/shangda.mv.db"));

        assertThat(nameAt("jdbc:h2:file:" + folder.resolve("b/shangda")))
                .isNotEqualTo(nameAt("jdbc:h2:file:" + folder.resolve("a/shangda")));
    }

    @Test
    void two_schemas_of_one_database_are_two() {
        String address = "jdbc:h2:mem:schemas;DB_CLOSE_DELAY=-1";
        setUp(address);
        JdbcClient.create(new DriverManagerDataSource(address, "sa", ""))
                .sql("create schema copy")
                .update();
        setUp(address + ";SCHEMA=COPY");

        assertThat(nameAt(address + ";SCHEMA=COPY")).isNotEqualTo(nameAt(address));
    }
}
