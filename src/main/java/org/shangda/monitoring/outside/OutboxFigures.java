package org.shangda.monitoring.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of messages, by state. Those that were sent, or had no need to be, are not counted. */
@Component
class OutboxFigures implements Figures {

    private static final List<String> STATES = List.of("WAITING", "SENDING", "FAILED", "NO_ADDRESS");

    private final JdbcClient jdbc;

    OutboxFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "outbox";
    }

    @Override
    public List<Figure> at(Instant now) {
        Map<String, Double> counts = new HashMap<>();
        List<Instant> oldest = new ArrayList<>();
        jdbc.sql("select state, notices, waits_since from outbox_notices").query(row -> {
            counts.put(row.getString("state"), row.getDouble("notices"));
            OffsetDateTime since = row.getObject("waits_since", OffsetDateTime.class);
            if (since != null) {
                oldest.add(since.toInstant());
            }
        });
        List<Figure> figures = new ArrayList<>();
        STATES.forEach(state -> figures.add(Figure.of(
                Measured.OUTBOX,
                counts.getOrDefault(state, 0.0),
                "state",
                state.toLowerCase(Locale.ROOT).replace('_', '-'))));
        figures.add(Figure.of(
                Measured.OUTBOX_OLDEST,
                oldest.stream()
                        .mapToDouble(since -> Duration.between(since, now).toSeconds())
                        .filter(seconds -> seconds > 0)
                        .max()
                        .orElse(0)));
        return figures;
    }
}
