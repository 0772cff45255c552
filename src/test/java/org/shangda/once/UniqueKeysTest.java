package org.shangda.once;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** "At most one" is a key of the database, and is called so: whoever meets it is told that somebody was faster. */
@ShangdaTest
class UniqueKeysTest {

    @Autowired
    JdbcTemplate database;

    @Test
    void every_unique_key_of_the_domain_is_named_once() {
        assertThat(database.queryForList(
                        "select lower(constraint_name) from information_schema.table_constraints"
                                + " where constraint_type = 'UNIQUE' and lower(table_schema) = 'public'"
                                + " and lower(table_name) not like 'act\\_%' escape '\\'",
                        String.class))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("_once"));
    }
}
