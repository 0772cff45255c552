package org.shangda.monitoring.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shangda.calendar.Counting;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of concerns that are open. Those that are over stand still for nobody, and are not counted. */
@Component
class CaseFigures implements Figures {

    /** Soon: due after today and within so many working days. */
    private static final int SOON = 2;

    private static final Counting WORKING_DAYS = new Counting(null, true);
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private static final String RUNNING = " from standing_handlings where paused_from is null"
            + " and handling not in (select handling from standing_merged) and coalesce(outcome, '-') <> 'agenda'";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;
    private final OfficeHours hours;

    CaseFigures(JdbcClient jdbc, WorkingCalendar calendar, OfficeHours hours) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.hours = hours;
    }

    @Override
    public String part() {
        return "cases";
    }

    @Override
    public List<Figure> at(Instant now) {
        List<Figure> figures = new ArrayList<>();
        concerns(figures);
        due(figures, now);
        ages(figures, now);
        waiting(figures);
        supervisions(figures);
        return figures;
    }

    private void concerns(List<Figure> figures) {
        jdbc.sql("select c.state, coalesce(h.level, 'none') as level, count(distinct c.number) as many"
                        + " from standing_concerns c left join standing_handlings h on h.number = c.number"
                        + " group by c.state, coalesce(h.level, 'none')")
                .query(row -> {
                    figures.add(Figure.of(
                            Measured.CONCERNS,
                            row.getDouble("many"),
                            "state",
                            row.getString("state").toLowerCase(Locale.ROOT),
                            "level",
                            row.getString("level")));
                });
    }

    private void due(List<Figure> figures, Instant now) {
        jdbc.sql("select level, sum(case when due_at < :now then 1 else 0 end) as overdue,"
                        + " sum(case when due_at >= :now and due_at <= :close then 1 else 0 end) as today,"
                        + " sum(case when due_at >= :now and due_at > :close and due_at <= :soon then 1 else 0 end) as soon"
                        + RUNNING + " group by level")
                .param("now", utc(now))
                .param("close", utc(hours.closeOf(LocalDate.ofInstant(now, hours.zone()))))
                .param("soon", utc(calendar.deadline(now, SOON, WORKING_DAYS, List.of())))
                .query(row -> {
                    for (String when : List.of("overdue", "today", "soon")) {
                        figures.add(Figure.of(
                                Measured.HANDLINGS_DUE,
                                row.getDouble(when),
                                "when",
                                when,
                                "level",
                                row.getString("level")));
                    }
                });
        figures.add(Figure.of(
                Measured.HAZARDS_NOT_RECEIVED,
                jdbc.sql("select count(*) from standing_handlings where lower(type) = 'hazard' and received_at is null"
                                + " and receive_by < :now")
                        .param("now", utc(now))
                        .query(Double.class)
                        .single()));
    }

    private void ages(List<Figure> figures, Instant now) {
        jdbc.sql("select level, " + oldest("entered_at") + " from standing_handlings group by level")
                .query(row -> {
                    quantiles(figures, Measured.HANDLING_AGE_DAYS, row, now, "level", row.getString("level"));
                });
        jdbc.sql("select count(*) as many, " + oldest("raised_at") + " from standing_concerns")
                .query(row -> {
                    if (row.getInt("many") > 0) {
                        quantiles(figures, Measured.CASE_AGE_DAYS, row, now);
                    }
                });
    }

    /** The older, the earlier it began. */
    private static String oldest(String began) {
        return "percentile_disc(0.5) within group (order by " + began + " desc) as half,"
                + " percentile_disc(0.9) within group (order by " + began + " desc) as most, min(" + began
                + ") as oldest";
    }

    private static void quantiles(List<Figure> figures, Measured of, ResultSet row, Instant now, String... labels)
            throws SQLException {
        for (List<String> quantile : List.of(List.of("0.5", "half"), List.of("0.9", "most"), List.of("1", "oldest"))) {
            Instant began = row.getObject(quantile.get(1), OffsetDateTime.class).toInstant();
            Figure figure = Figure.of(of, Duration.between(began, now).toSeconds() / SECONDS_OF_A_DAY, labels);
            figures.add(new Figure(of, figure.labels().and("quantile", quantile.get(0)), figure.value()));
        }
    }

    private void waiting(List<Figure> figures) {
        jdbc.sql("select coalesce(sum(case when paused_for = 'asked-colleague' then 1 else 0 end), 0) as colleague,"
                        + " coalesce(sum(case when paused_for = 'explained' then 1 else 0 end), 0) as review,"
                        + " coalesce(sum(case when outcome = 'agenda' then 1 else 0 end), 0) as agenda"
                        + " from standing_handlings where paused_from is not null or outcome = 'agenda'")
                .query(row -> {
                    for (String what : List.of("colleague", "review", "agenda")) {
                        figures.add(Figure.of(Measured.WAITING, row.getDouble(what), "for", what));
                    }
                });
    }

    private void supervisions(List<Figure> figures) {
        jdbc.sql("select count(*) as open, coalesce(sum(case when s.lapses > 0 then 1 else 0 end), 0) as lapsed,"
                        + " coalesce(max(s.lapses), 0) as most from standing_supervisions s"
                        + " join standing_handlings h on h.handling = s.handling")
                .query(row -> {
                    figures.add(Figure.of(Measured.SUPERVISIONS, row.getDouble("open"), "state", "open"));
                    figures.add(Figure.of(Measured.SUPERVISIONS, row.getDouble("lapsed"), "state", "lapsed"));
                    figures.add(Figure.of(Measured.SUPERVISION_LAPSES, row.getDouble("most")));
                });
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
