package org.shangda.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The record of passwords that were set by somebody else than their owner. Whoever sets one can log in with it; the owner
 * is told, and others can look it up afterwards.
 */
@Service
public class PasswordsSet {

    /** How far back the owner is told. */
    private static final Duration TOLD = Duration.ofDays(365);

    private final JdbcClient database;
    private final KnownBrowsers browsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordsSet(JdbcClient database, KnownBrowsers browsers, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.browsers = browsers;
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction in which the password is set. Browsers that knew the old one are strangers from now on. */
    public void record(String account, String by) {
        PasswordSet set = new PasswordSet(UUID.randomUUID().toString(), account, by, clock.instant());
        database.sql("insert into password_set (id, account, set_by, set_at) values (:id, :account, :by, :at)")
                .param("id", set.id())
                .param("account", account)
                .param("by", by)
                .param("at", set.at().atOffset(ZoneOffset.UTC))
                .update();
        browsers.forget(account);
        events.publishEvent(set);
    }

    public Optional<PasswordSet> find(String id) {
        return database.sql("select * from password_set where id = :id")
                .param("id", id)
                .query(PasswordsSet::read)
                .optional();
    }

    /**
     * What the owner is to be told, the latest first; nothing once it was put away. Those of the last year that were put
     * away before come along: it may have been somebody else who put them away.
     */
    public List<PasswordSet> toldTo(String account) {
        boolean unseen = database.sql("select count(*) from password_set where account = :account and seen_at is null")
                        .param("account", account)
                        .query(Long.class)
                        .single()
                > 0;
        if (!unseen) {
            return List.of();
        }
        return database.sql(
                        "select * from password_set where account = :account and (seen_at is null or set_at > :since)"
                                + " order by set_at desc, id fetch first 10 rows only")
                .param("account", account)
                .param("since", clock.instant().minus(TOLD).atOffset(ZoneOffset.UTC))
                .query(PasswordsSet::read)
                .list();
    }

    /** Until the next time. */
    public void putAway(String account) {
        database.sql("update password_set set seen_at = :now where account = :account and seen_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    private static PasswordSet read(ResultSet row, int number) throws SQLException {
        Instant at = row.getObject("set_at", OffsetDateTime.class).toInstant();
        return new PasswordSet(row.getString("id"), row.getString("account"), row.getString("set_by"), at);
    }
}
