package org.shangda.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.shangda.numbering.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * In which browsers somebody has logged in before. A browser is known by a secret that it was given, and that others
 * cannot have: it gets a new one with each account that logs in for the first time.
 */
@Service
public class KnownBrowsers {

    /** How long a browser is known. */
    public static final Duration KNOWN = Duration.ofDays(400);

    /** Of one account; the oldest are forgotten. */
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownBrowsers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean knows(String secret, String account) {
        return database.sql("select count(*) from known_browser where secret_hash = :hash and account = :account"
                                + " and since > :since")
                        .param("hash", hash(secret))
                        .param("account", account)
                        .param("since", clock.instant().minus(KNOWN).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Somebody has logged in.
     *
     * @param secret what the browser brought, null when nothing
     * @return what it is to bring from now on; empty when it is known already
     */
    public Optional<String> remember(String secret, String account) {
        if (secret != null && knows(secret, account)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (secret != null) {
            // A secret that somebody planted in this browser is worth nothing afterwards.
            database.sql("update known_browser set secret_hash = :fresh where secret_hash = :hash")
                    .param("fresh", hash(fresh))
                    .param("hash", hash(secret))
                    .update();
        }
        database.sql("insert into known_browser (secret_hash, account, since) values (:hash, :account, :now)")
                .param("hash", hash(fresh))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("delete from known_browser where account = :account and secret_hash not in (select secret_hash"
                        + " from known_browser where account = :account order by since desc, secret_hash"
                        + " fetch first " + MOST + " rows only)")
                .param("account", account)
                .update();
        return Optional.of(fresh);
    }

    void forget(String account) {
        database.sql("delete from known_browser where account = :account")
                .param("account", account)
                .update();
    }

    static String hash(String secret) {
        return Digest.of(secret);
    }
}
