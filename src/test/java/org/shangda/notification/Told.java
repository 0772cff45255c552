package org.shangda.notification;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.TestTime;
import org.shangda.account.Languages;
import org.shangda.account.PasswordsSet;
import org.shangda.monitoring.StalledNews;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and what people were told, at a time that stands still. */
abstract class Told {

    static final String NEXT_MORNING = "2026-03-03T08:00:00";

    @Autowired
    Cases cases;

    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    Notices notices;

    @Autowired
    Digests digests;

    @Autowired
    OpenWork openWork;

    @Autowired
    StalledNews stalled;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordsSet passwords;

    @Autowired
    Languages languages;

    @Autowired
    NotificationProperties properties;

    @Autowired
    University university;

    @Autowired
    Clock clock;

    @Autowired
    Addresses addresses;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        database.update("delete from notice");
        database.update("delete from account_language");
        Mailbox.start();
    }

    @AfterEach
    void serverDown() {
        Mailbox.stop();
        database.update("delete from notice");
        database.update("delete from account_language");
    }

    void deliver(Channel channel) {
        new Delivery(outbox, List.of(channel), digests, languages, properties, clock).deliverDue();
    }

    List<String> states(String number, String recipient) {
        return database.queryForList(
                "select state from notice where number = ? and recipient = ?", String.class, number, recipient);
    }

    int notices() {
        return database.queryForObject("select count(*) from notice", Integer.class);
    }
}
