package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.OTHER_COLLEAGUE;
import static org.shangda.Contacts.row;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Views {@code contacts_owed} and {@code contacts_held}: what other modules may count of contacts. */
@ShangdaTest
class PublishedContactsProcessTest {

    @Autowired
    Contacts contacts;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    @AfterEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    @Test
    void what_is_owed_is_published_with_what_of_it_took_place() {
        String pair = contacts.begin(MEMBER, COLLEAGUE);
        String sheet = contacts.sheet(MEMBER, "2026-03");
        assertThat(owed()).containsExactly(pair + " member-person 0/1");

        contacts.register(MEMBER, sheet, row(pair, "2026-03-02", "talk"));

        assertThat(owed()).containsExactly(pair + " member-person 1/1");
        assertThat(held("pairing || ' ' || way || ' ' || cast(held_on as varchar(10))"))
                .containsExactly(pair + " talk 2026-03-02");
    }

    @Test
    void what_somebody_has_been_released_from_is_published_no_longer() {
        String kept = contacts.begin(MEMBER, COLLEAGUE);
        String ended = contacts.begin(MEMBER, OTHER_COLLEAGUE);

        contacts.end(ended);

        assertThat(owed()).containsExactly(kept + " member-person 0/1");
    }

    private List<String> owed() {
        return database.queryForList(
                "select pairing || ' ' || relation || ' ' || cast(done as varchar(4)) || '/' || cast(at_least as varchar(4))"
                        + " from contacts_owed where carrier = ?",
                String.class,
                MEMBER);
    }

    private List<String> held(String columns) {
        return database.queryForList(
                "select " + columns + " from contacts_held where carrier = ?", String.class, MEMBER);
    }
}
