package org.shangda.numbering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What everybody has sent last to start something: the same again within two minutes is a second click, not a second
 * wish. Two clicks at the same moment wait for each other at the sender's row.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Submissions {

    /** Practice, not policy. */
    private static final Duration SAME_WITHIN = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Last(String digest, String number, Instant at) {}

    /**
     * To be asked before anything is done. Whatever else the sender starts waits until this transaction is over.
     *
     * @param content what was sent
     * @return number of what it started the first time; empty when it is sent for the first time
     */
    public Optional<String> startedBy(String sender, Record content) {
        Optional<Last> last = jdbc.sql("select digest, number, sent_at from submission where sender = ? for update")
                .param(sender)
                .query((row, n) -> new Last(
                        row.getString("digest"),
                        row.getString("number"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .optional();
        if (last.isEmpty()) {
            // Of two who send their first form twice at once, the second ends here: submission_once.
            jdbc.sql("insert into submission (sender, digest, number, sent_at) values (?, '', '', ?)")
                    .params(sender, at(Instant.EPOCH))
                    .update();
        }
        return last.filter(one -> one.digest().equals(digest(content)))
                .filter(one -> one.at().plus(SAME_WITHIN).isAfter(clock.instant()))
                .map(Last::number);
    }

    /** @param number of what it has started */
    public void started(String sender, Record content, String number) {
        jdbc.sql("update submission set digest = ?, number = ?, sent_at = ? where sender = ?")
                .params(digest(content), number, at(clock.instant()), sender)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The same fields on another form are something else. */
    private static String digest(Record content) {
        return Digest.of(content.getClass().getName(), content);
    }
}
