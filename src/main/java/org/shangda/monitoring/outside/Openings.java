package org.shangda.monitoring.outside;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** When what the product does by itself has last run to its end, on whichever node: kept, so that a restart forgets nothing. */
@Component
class Openings implements Figures, ObservationHandler<ScheduledTaskObservationContext> {

    /** What runs by itself, and its name outside. By name: this room knows none of the others' services. */
    private static final Map<String, String> JOBS =
            Map.of("DutyOpening", "duties", "SemesterEnd", "summaries", "Delivery", "digest");

    /** The database is asked for as late as something has run: observations begin before it is there. */
    private final ObjectProvider<JdbcClient> jdbc;

    private final ObjectProvider<Clock> clock;

    Openings(ObjectProvider<JdbcClient> jdbc, ObjectProvider<Clock> clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext task && JOBS.containsKey(name(task));
    }

    @Override
    public void onStop(ScheduledTaskObservationContext task) {
        if (task.getError() == null) {
            ran(JOBS.get(name(task)), clock.getObject().instant());
        }
    }

    private void ran(String job, Instant now) {
        try {
            jdbc.getObject()
                    .sql("update opening set at = :now where job = :job")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("job", job)
                    .update();
        } catch (DataAccessException unknown) {
            // What has run has run. That nobody knows is seen by the old moment.
        }
    }

    private static String name(ScheduledTaskObservationContext task) {
        return ClassUtils.getUserClass(task.getTargetClass()).getSimpleName();
    }

    @Override
    public String part() {
        return "openings";
    }

    @Override
    public List<Figure> at(Instant now) {
        Map<String, Double> latest = new HashMap<>();
        JOBS.values().forEach(job -> latest.put(job, 0.0));
        jdbc.getObject().sql("select job, at from opening where at is not null").query(row -> {
            latest.put(row.getString("job"), ListFigures.seconds(row, "at"));
        });
        List<Figure> figures = new ArrayList<>();
        latest.forEach((job, seconds) -> figures.add(Figure.of(Measured.OPENING_LAST_SUCCESS, seconds, "job", job)));
        return figures;
    }
}
