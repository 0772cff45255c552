package org.shangda.notification;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Notices in the database. Written in the business transaction; sent outside of any, where every statement here is a
 * transaction of its own.
 */
@Repository
class Outbox {

    /** What has become of a notice; nothing follows on the last five. */
    enum State {
        WAITING,
        /** An attempt is being made, by this node or another one. */
        SENDING,
        SENT,
        /** Done by somebody, or gone to other hands, before there was anything to send. */
        DONE,
        /** The person has no address. */
        NO_ADDRESS,
        /** The server of the channel does not know the person, or its application is not theirs to use. */
        UNKNOWN_USER,
        /** Tried for days in vain, or refused for good; {@code trouble} says why. */
        FAILED
    }

    private static final String COLUMNS =
            "notice_key, letter, channel, recipient, task, number, what, unit, urgent, created_at, state, attempts, next_attempt_at";

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    Outbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /** Nobody is told twice of the same task, who has it a second time included. */
    void put(List<Notice> notices, Instant now) {
        jdbc.batchUpdate(
                "insert into notice (" + COLUMNS + ") select "
                        + "cast(? as varchar(200)), cast(? as varchar(200)), cast(? as varchar(20)),"
                        + " cast(? as varchar(100)), cast(? as varchar(64)), cast(? as varchar(64)),"
                        + " cast(? as varchar(64)), cast(? as varchar(32)), cast(? as boolean),"
                        + " cast(? as timestamp with time zone), 'WAITING', 0, cast(? as timestamp with time zone)"
                        + " where not exists (select 1 from notice where notice_key = ?)",
                notices.stream()
                        .map(notice -> new Object[] {
                            notice.key(),
                            notice.letter(),
                            notice.channel(),
                            notice.recipient(),
                            notice.task(),
                            notice.number(),
                            notice.what(),
                            new SqlParameterValue(Types.VARCHAR, notice.unit()),
                            notice.urgent(),
                            at(now),
                            at(notice.due()),
                            notice.key()
                        })
                        .toList());
    }

    /**
     * Tells somebody once more, at most once in a letter, of the tasks of a case of which they were told before. What is no
     * task is told once.
     */
    void remind(String number, String recipient, String channel, String letter, Instant now, Instant due) {
        database.sql("insert into notice (" + COLUMNS + ")"
                        + " select cast(task || ':' || :letter as varchar(200)), cast(:letter as varchar(200)), channel,"
                        + " recipient, task, number, what, unit, false, cast(:now as timestamp with time zone),"
                        + " 'WAITING', 0, cast(:due as timestamp with time zone) from notice told"
                        + " where told.number = :number and told.recipient = :recipient and told.channel = :channel"
                        + " and told.notice_key = told.task || ':' || told.recipient || cast(:beside as varchar(30))"
                        + " and told.what not like '" + Notice.REMINDER + "%' and told.what not like '" + Notice.NEWS
                        + "%' and told.what not like '" + Notice.URGED + "%' and not exists"
                        + " (select 1 from notice same where same.notice_key = told.task || ':' || :letter)")
                .param("letter", letter + Notice.beside(channel))
                .param("beside", Notice.beside(channel))
                .param("now", at(now))
                .param("due", at(due))
                .param("number", number)
                .param("recipient", recipient)
                .param("channel", channel)
                .update();
    }

    /** A letter whose time has come. */
    record Due(String letter, String recipient) {}

    /** Urgent ones first. */
    List<Due> due(String channel, Instant now, int most) {
        return database.sql("select letter, recipient from notice where state = 'WAITING' and next_attempt_at <= :now"
                        + " and channel = :channel group by letter, recipient"
                        + " order by max(case when urgent then 1 else 0 end) desc, min(next_attempt_at), letter"
                        + " fetch first " + most + " rows only")
                .param("now", at(now))
                .param("channel", channel)
                .query(Due.class)
                .list();
    }

    /** Takes a letter for an attempt, so that no other node makes it as well; empty if one has. */
    Optional<Letter> claim(String key, String channel, Instant now) {
        int claimed = database.sql("update notice set state = 'SENDING', attempts = attempts + 1, attempted_at = :now,"
                        + " first_attempt_at = coalesce(first_attempt_at, :now)"
                        + " where letter = :letter and state = 'WAITING' and next_attempt_at <= :now")
                .param("now", at(now))
                .param("letter", key)
                .update();
        if (claimed == 0) {
            return Optional.empty();
        }
        return Optional.of(new Letter(
                key,
                channel,
                database.sql(
                                "select * from notice where letter = :letter and state = 'SENDING' order by created_at, notice_key")
                        .param("letter", key)
                        .query(Outbox::line)
                        .list()));
    }

    /** What these tasks are, for those of which the recipient is or was to be told in the same way. */
    Map<String, Letter.Line> lines(Letter letter, Collection<String> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select * from notice where notice_key in (:keys)")
                .param("keys", keys(letter, tasks))
                .query(Outbox::line)
                .list()
                .stream()
                .collect(toMap(Letter.Line::task, Function.identity()));
    }

    /**
     * The attempt has come to an end.
     *
     * @param told tasks that the message spoke of: no other message has to
     */
    void close(Letter letter, State state, Collection<String> told, Instant now) {
        database.sql(
                        "update notice set state = :state, sent_at = :now, trouble = null where letter = :letter and state = 'SENDING'")
                .param("state", state.name())
                .param("now", state == State.SENT ? at(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("letter", letter.key())
                .update();
        if (!told.isEmpty()) {
            database.sql("update notice set state = 'SENT', sent_at = :now, trouble = null"
                            + " where notice_key in (:keys) and state = 'WAITING'")
                    .param("now", at(now))
                    .param("keys", keys(letter, told))
                    .update();
        }
    }

    /** @param trouble what is wrong, in a word or two */
    void again(Letter letter, Instant at, String trouble) {
        database.sql("update notice set state = 'WAITING', next_attempt_at = :at, trouble = :trouble"
                        + " where letter = :letter and state = 'SENDING'")
                .param("at", at(at))
                .param("trouble", trouble)
                .param("letter", letter.key())
                .update();
    }

    /** It is not tried any more. */
    void fail(Letter letter, String trouble) {
        database.sql("update notice set state = 'FAILED', trouble = :trouble"
                        + " where letter = :letter and state = 'SENDING'")
                .param("trouble", trouble)
                .param("letter", letter.key())
                .update();
    }

    /**
     * Attempts of which nobody knows how they ended, because the node was stopped between sending and writing it down. An
     * urgent one is made again, told twice rather than not at all. What was in a digest is in the next one: nothing is
     * lost, and the digest itself is not repeated. What travels alone does so then as well: its letter is its key.
     */
    void takeUpInterrupted(Instant attemptedBefore, Instant now, Instant digest, String day) {
        database.sql("update notice set state = 'WAITING', next_attempt_at = :now"
                        + " where state = 'SENDING' and urgent and attempted_at < :before")
                .param("now", at(now))
                .param("before", at(attemptedBefore))
                .update();
        database.sql("select distinct channel from notice where state = 'SENDING'")
                .query(String.class)
                .list()
                .forEach(channel -> database.sql("update notice set state = 'WAITING', next_attempt_at = :digest,"
                                + " letter = case when letter = notice_key then letter"
                                + " else recipient || cast(:day as varchar(60)) end where state = 'SENDING'"
                                + " and not urgent and attempted_at < :before and channel = :channel")
                        .param("digest", at(digest))
                        .param("day", "@" + day + Notice.beside(channel))
                        .param("before", at(attemptedBefore))
                        .param("channel", channel)
                        .update());
    }

    /** Nothing piles up for ever, not even where nothing is sent. */
    void expire(Instant createdBefore) {
        database.sql("delete from notice where created_at < :before and state <> 'SENDING'")
                .param("before", at(createdBefore))
                .update();
    }

    long count(State state) {
        return database.sql("select count(*) from notice where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    private static Letter.Line line(ResultSet row, int number) throws SQLException {
        OffsetDateTime first = row.getObject("first_attempt_at", OffsetDateTime.class);
        return new Letter.Line(
                row.getString("recipient"),
                row.getString("task"),
                row.getString("number"),
                row.getString("what"),
                row.getString("unit"),
                row.getBoolean("urgent"),
                row.getInt("attempts"),
                first == null ? null : first.toInstant());
    }

    private static List<String> keys(Letter letter, Collection<String> tasks) {
        return tasks.stream()
                .map(task -> Notice.key(task, letter.recipient(), letter.channel()))
                .toList();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
