package org.shangda.engine;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** Passwords, as hashes, of people who have left: whoever was left out of a roster by mistake logs in as before. */
class FormerAccounts {

    /** Days after which nobody is taken to have been left out by mistake. */
    private static final int KEPT_DAYS = 60;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    FormerAccounts(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(UserEntity account) {
        jdbc.update("delete from former_account where id = ? or left_on < ?", account.getId(), firstDay());
        jdbc.update(
                "insert into former_account (id, password, salt, left_on) values (?, ?, ?, ?)",
                account.getId(),
                account.getPassword(),
                account.getSalt(),
                Date.valueOf(LocalDate.now(clock)));
    }

    /** Gives a returning person's account the password that it had. @return whether there was one */
    boolean restore(UserEntity account) {
        Optional<String[]> kept = jdbc
                .query(
                        "select password, salt from former_account where id = ? and left_on >= ?",
                        (row, number) -> new String[] {row.getString(1), row.getString(2)},
                        account.getId(),
                        firstDay())
                .stream()
                .findFirst();
        kept.ifPresent(password -> {
            account.setDbPassword(password[0]);
            account.setSalt(password[1]);
            jdbc.update("delete from former_account where id = ?", account.getId());
        });
        return kept.isPresent();
    }

    private Date firstDay() {
        return Date.valueOf(LocalDate.now(clock).minusDays(KEPT_DAYS));
    }
}
