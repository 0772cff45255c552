package org.shangda.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down a small world as other modules would have recorded it, so that a test can count it by hand. */
class SemesterWorld {

    private static final AtomicLong NEXT = new AtomicLong(-1);

    private final JdbcTemplate database;

    SemesterWorld(JdbcTemplate database) {
        this.database = database;
    }

    /** @param colleague null for a linked branch */
    String pair(String relation, String carrier, String colleague, String branch, String college) {
        String number = "PW" + -NEXT.getAndDecrement();
        database.update(
                "insert into pairing (number, version, relation, programme, category, mode, state, carrier, colleague,"
                        + " branch, college, passed_over, proposed_at, since)"
                        + " values (?, 0, ?, 'zhejiang', 'general', 'assigned', 'ACTIVE', ?, ?, ?, ?, '', ?, ?)",
                number,
                relation,
                carrier,
                colleague,
                branch,
                college,
                time("2025-09-01T08:00:00Z"),
                LocalDate.of(2025, 9, 1));
        return number;
    }

    void remove(String pair) {
        database.update("delete from pairing where number = ?", pair);
    }

    /** @return number of the sheet */
    String sheet(String carrier, String branch, String college, String to) {
        String number = "CW" + -NEXT.getAndDecrement();
        LocalDate last = LocalDate.parse(to);
        OffsetDateTime at = time(to + "T08:00:00Z");
        database.update(
                "insert into duty_sheet (number, version, carrier, period, period_kind, from_day, to_day, branch, college,"
                        + " leader, state, opened_at, due_at, remind_at, closes_at)"
                        + " values (?, 0, ?, ?, 'month', ?, ?, ?, ?, false, 'OPEN', ?, ?, ?, ?)",
                number,
                carrier,
                number,
                last.withDayOfMonth(1),
                last,
                branch,
                college,
                at,
                at,
                at,
                at);
        return number;
    }

    void owed(String sheet, String pair, String relation, int atLeast, int done) {
        database.update(
                "insert into duty_owed (id, number, pairing, relation, kind, at_least, done, strength, ways, programme,"
                        + " clause) values (?, ?, ?, ?, 'contact', ?, ?, 'duty', 'talk', 'zhejiang', '-')",
                NEXT.getAndDecrement(),
                sheet,
                pair,
                relation,
                atLeast,
                done);
    }

    long contact(String sheet, String pair, String carrier, String colleague, String day, String way, String topics) {
        long id = NEXT.getAndDecrement();
        database.update(
                "insert into contact (id, pairing, number, ordinal, carrier, colleague, branch, college, held_on, way,"
                        + " topics, actions, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'jx3', 'jx', ?, ?, ?, 'helped-work', ?)",
                id,
                pair,
                sheet,
                (int) -id,
                carrier,
                colleague,
                LocalDate.parse(day),
                way,
                topics,
                time(day + "T08:00:00Z"));
        return id;
    }

    void note(long contact, String state, String words) {
        database.update(
                "insert into contact_note (number, version, contact_id, state, words, written_by, confirms, proposed_at)"
                        + " values (?, 0, ?, ?, ?, 'x', 'y', ?)",
                "NW" + -NEXT.getAndDecrement(),
                contact,
                state,
                words,
                time("2025-10-08T08:00:00Z"));
    }

    /** @param rating as stored, null without one */
    String concern(String raisedBy, String category, String state, String rating, String day) {
        String number = "RW" + -NEXT.getAndDecrement();
        database.update(
                "insert into concern (number, version, programme, type, category, title, description, travel,"
                        + " stand_aside, colleague, raised_by, raised_at, branch, college, state, returns, adjudicated,"
                        + " questioned, dissatisfactions, rating)"
                        + " values (?, 0, 'zhejiang', 'PROBLEM', ?, 'x', 'x', 'NAMED', '', 'xuhui', ?, ?, 'jx3', 'jx', ?,"
                        + " 0, false, false, 0, ?)",
                number,
                category,
                raisedBy,
                time(day + "T02:00:00Z"),
                state,
                rating);
        return number;
    }

    /** @param outcome null while it is under way */
    void visit(String concern, String unit, String day, String outcome) {
        database.update(
                "insert into handling (id, number, version, level, stage, unit, answering_unit, offered_to, whole_unit,"
                        + " supervisor, entered_at, days, extended, vacations_count, supervised, taken, outcome)"
                        + " values (?, ?, 0, 'branch', 'first', ?, ?, '', false, 'jx', ?, 5, false, false, false, '', ?)",
                1_000_000_000L - NEXT.getAndDecrement(),
                concern,
                unit,
                unit,
                time(day + "T02:00:00Z"),
                outcome);
    }

    private static OffsetDateTime time(String utc) {
        return OffsetDateTime.parse(utc);
    }
}
