package org.shangda.programme;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies and who follows them, in the database. Each write is one transaction. */
@Component
class ProgrammeTables {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProgrammeTables(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Programme> programmes() {
        return jdbc.sql("select * from programme order by family, from_day, code")
                .query((row, n) -> new Programme(
                        row.getString("code"),
                        row.getString("family"),
                        row.getString("name"),
                        row.getString("document"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getBoolean("trial")))
                .list();
    }

    List<ProgrammeUse> uses() {
        return jdbc.sql("select college, programme, from_day from programme_use order by college, from_day")
                .query((row, n) -> new ProgrammeUse(
                        row.getString("college"),
                        row.getString("programme"),
                        row.getObject("from_day", LocalDate.class)))
                .list();
    }

    void add(Programme programme, String by) {
        jdbc.sql("insert into programme (code, family, name, document, from_day, to_day, trial, added_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        programme.code(),
                        programme.family(),
                        programme.name(),
                        programme.document(),
                        programme.from(),
                        programme.to(),
                        programme.trial(),
                        by)
                .update();
    }

    /** Replaces another use of the college from the same day. */
    void use(ProgrammeUse use, String by) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from programme_use where college = ? and from_day = ?")
                    .params(use.college(), use.from())
                    .update();
            jdbc.sql("insert into programme_use (college, programme, from_day, decided_by) values (?, ?, ?, ?)")
                    .params(use.college(), use.programme(), use.from(), by)
                    .update();
        });
    }
}
