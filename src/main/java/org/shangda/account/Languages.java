package org.shangda.account;

import java.util.Locale;
import java.util.Optional;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * In which language people are written to: the one that they chose, else the one for which their browser asked at the latest
 * login, else the university's ({@code shangda.language}, default {@code zh-CN}).
 */
@Service
public class Languages {

    private final JdbcClient database;
    private final Locale universitys;

    Languages(JdbcClient database, @Value("${shangda.language:zh-CN}") String universitys) {
        this.database = database;
        this.universitys = known(universitys)
                .orElseThrow(() -> new IllegalArgumentException("shangda.language: zh-CN or en is needed"));
    }

    /** Of an account; of whatever else is written to, a chat group say, the university's. */
    public Locale of(String recipient) {
        return database.sql("select coalesce(chosen, asked) from account_language where account = :account"
                        + " and coalesce(chosen, asked) is not null")
                .param("account", recipient)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag)
                .orElse(universitys);
    }

    /** What somebody chose; empty where it goes by their browser. */
    public Optional<Locale> chosenBy(String account) {
        return database.sql("select chosen from account_language where account = :account and chosen is not null")
                .param("account", account)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    /** Somebody has logged in with a browser that asks for this language. */
    public void askedFor(String account, Locale language) {
        put("asked", account, language.toLanguageTag());
    }

    /**
     * @param language {@code zh-CN} or {@code en}; null or empty to go by the browser again
     * @throws Refusal when it is another one
     */
    public void choose(String account, String language) {
        if (language == null || language.isBlank()) {
            put("chosen", account, null);
        } else {
            put(
                    "chosen",
                    account,
                    known(language)
                            .orElseThrow(() -> Refusal.invalid("account.language.unknown"))
                            .toLanguageTag());
        }
    }

    private void put(String column, String account, String tag) {
        String update =
                "update account_language set " + column + " = cast(:tag as varchar(35)) where account = :account";
        if (database.sql(update).param("tag", tag).param("account", account).update() > 0) {
            return;
        }
        try {
            database.sql("insert into account_language (account, " + column
                            + ") values (:account, cast(:tag as varchar(35)))")
                    .param("tag", tag)
                    .param("account", account)
                    .update();
        } catch (DuplicateKeyException loggedInTwiceAtOnce) {
            database.sql(update).param("tag", tag).param("account", account).update();
        }
    }

    private static Optional<Locale> known(String tag) {
        return switch (tag.strip()) {
            case "zh-CN", "zh" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }
}
