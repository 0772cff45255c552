package org.shangda.monitoring.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.programme.StalledWhen.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of the list of what stands still, and of the looks that fill it. A cause without any is there with 0. */
@Component
class ListFigures implements Figures {

    private final JdbcClient jdbc;

    ListFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "list";
    }

    @Override
    public List<Figure> at(Instant now) {
        List<Figure> figures = new ArrayList<>();
        causes(figures);
        looks(figures);
        return figures;
    }

    private void causes(List<Figure> figures) {
        Map<List<String>, Double> found = new HashMap<>();
        jdbc.sql("select cause, severity, count(*) as many from stalled group by cause, severity")
                .query(row -> {
                    found.put(List.of(row.getString("cause"), row.getString("severity")), row.getDouble("many"));
                });
        for (Cause cause : Cause.values()) {
            double all = 0;
            for (Severity severity : Severity.values()) {
                double many = found.getOrDefault(List.of(cause.code(), severity.code()), 0.0);
                figures.add(Figure.of(Measured.STUCK, many, "cause", cause.code(), "severity", severity.code()));
                all += many;
            }
            if (cause.breaksTheProof()) {
                figures.add(Figure.of(Measured.INVARIANT_VIOLATIONS, all, "rule", cause.code()));
            }
            if (cause == Cause.NOBODY_CAN_ACT) {
                figures.add(Figure.of(Measured.TASKS_WITHOUT_CANDIDATE, all));
            }
        }
    }

    private void looks(List<Figure> figures) {
        jdbc.sql("select pace, at, failed_at from stalled_look").query(row -> {
            boolean proof = row.getString("pace").equals("proof");
            figures.add(
                    proof
                            ? Figure.of(Measured.INVARIANT_LAST_RUN, seconds(row, "at"))
                            : Figure.of(Measured.OPENING_LAST_SUCCESS, seconds(row, "at"), "job", "stuck"));
            figures.add(Figure.of(
                    Measured.LOOK_FAILED, row.getObject("failed_at") == null ? 0 : 1, "pace", row.getString("pace")));
        });
    }

    static double seconds(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? 0 : moment.toEpochSecond();
    }
}
