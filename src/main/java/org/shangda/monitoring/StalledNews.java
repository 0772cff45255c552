package org.shangda.monitoring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shangda.calendar.OfficeHours;
import org.shangda.concern.Reach;
import org.shangda.monitoring.Hearers.Heard;
import org.shangda.monitoring.StalledList.Mine;
import org.shangda.programme.StalledWhen.Severity;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets whoever can unblock it hear of what stands still: once, and once more when it becomes severe (adr/0057). Who that is
 * and what is left of it is asked again when a message is sent.
 */
@Service
public class StalledNews {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final StalledList list;
    private final StalledRows rows;
    private final Line line;
    private final University university;
    private final Reach reach;
    private final Operators operators;
    private final OfficeHours hours;
    private final Sentences sentences;
    private final ApplicationEventPublisher events;

    StalledNews(
            JdbcClient jdbc,
            JdbcTemplate batches,
            StalledList list,
            StalledRows rows,
            Line line,
            University university,
            Reach reach,
            Operators operators,
            OfficeHours hours,
            Sentences sentences,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.list = list;
        this.rows = rows;
        this.line = line;
        this.university = university;
        this.reach = reach;
        this.operators = operators;
        this.hours = hours;
        this.sentences = sentences;
        this.events = events;
    }

    /**
     * What a message says of something that stands still, in the language of whoever is told.
     *
     * @param number of the case; null where it concerns none
     * @param unit code of the unit that is to act, may be null
     * @param due of its level, may be null
     * @param narrowedTo the query with which the list shows it
     */
    public record StandsStill(
            String number,
            String unit,
            LocalDate since,
            LocalDate due,
            String cause,
            String unblock,
            String narrowedTo) {}

    // --- found -------------------------------------------------------------------------------------------------------

    /** Of what a look has found, nobody has heard yet, or not that it is severe. */
    private record Untold(String subject, String severity, Heard heard) {}

    /** In the transaction of the look. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Pace pace) {
        jdbc.sql("delete from stalled_told where not exists"
                        + " (select 1 from stalled s where s.subject = stalled_told.subject)")
                .update();
        List<Untold> untold = jdbc.sql(
                        "select s.* from stalled s left join stalled_told t on t.subject = s.subject where s.pace = :pace"
                                + " and (t.subject is null or s.severity = 'severe' and t.severity <> 'severe')")
                .param("pace", pace.code())
                .query((row, n) -> new Untold(row.getString("subject"), row.getString("severity"), heard(row)))
                .list();
        Hearers hearers = hearers();
        untold.stream()
                .collect(Collectors.partitioningBy(one -> one.severity().equals(Severity.SEVERE.code())))
                .forEach((severe, some) -> tell(severe, some, hearers));
    }

    private void tell(boolean severe, List<Untold> untold, Hearers hearers) {
        if (untold.isEmpty()) {
            return;
        }
        String together = UUID.randomUUID().toString();
        batches.batchUpdate(
                "delete from stalled_told where subject = ?",
                untold,
                AT_ONCE,
                (row, one) -> row.setString(1, one.subject()));
        batches.batchUpdate(
                "insert into stalled_told (subject, severity, together) values (?, ?, ?)",
                untold,
                AT_ONCE,
                (row, one) -> {
                    row.setString(1, one.subject());
                    row.setString(2, one.severity());
                    row.setString(3, together);
                });
        Set<String> people = untold.stream()
                .map(Untold::heard)
                .flatMap(heard -> hearers.of(heard).stream())
                .collect(Collectors.toSet());
        people.removeIf(person -> toldTo(person, List.of(together), hearers).isEmpty());
        if (!people.isEmpty()) {
            events.publishEvent(new StalledFound(together, severe, people));
        }
    }

    private Hearers hearers() {
        return new Hearers(university, reach, operators.people());
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                row.getString("number"),
                row.getString("unit"),
                row.getString("supervisor"),
                row.getBoolean("reserved"),
                row.getString("told"));
    }

    // --- said --------------------------------------------------------------------------------------------------------

    /**
     * What of it still stands still, the gravest first, in the present language: as far as the person can unblock it and finds it on the list today.
     *
     * @param together of {@link StalledFound}
     */
    @Transactional(readOnly = true)
    public List<StandsStill> toldTo(String person, Collection<String> together) {
        return together.isEmpty() ? List.of() : toldTo(person, together, hearers());
    }

    private List<StandsStill> toldTo(String person, Collection<String> together, Hearers hearers) {
        Mine mine = list.mine(line.of(person, hearers.power(person)));
        Map<String, Object> values = new HashMap<>(mine.values());
        values.put("together", together);
        return jdbc
                .sql("select s.* from (select * from stalled where " + mine.where() + ") s"
                        + " join stalled_told t on t.subject = s.subject where t.together in (:together)"
                        + " order by s.severity_rank, s.since, s.subject")
                .params(values)
                .query((row, n) -> Map.entry(heard(row), said(StalledList.stalled(row))))
                .list()
                .stream()
                .filter(one -> hearers.of(one.getKey()).contains(person))
                .map(Map.Entry::getValue)
                .toList();
    }

    private StandsStill said(Stalled row) {
        String cause = "stalled.cause." + row.cause();
        String unblock = "stalled.unblock." + row.cause();
        return new StandsStill(
                row.number(),
                row.unit(),
                StalledList.day(row.since(), hours.zone()),
                StalledList.day(row.dueAt(), hours.zone()),
                sentences.of(cause),
                sentences.of(unblock, rows.arguments(row)),
                row.number() == null
                        ? "cause=" + row.cause()
                        : "number=" + URLEncoder.encode(row.number(), StandardCharsets.UTF_8));
    }
}
