package org.shangda.monitoring.outside;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Tally;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures once a minute, and however often somebody asks, they read what was measured last. Of a part that could not be
 * measured the old figures stay, with the moment from which they are.
 */
@Component
public class Watch {

    /** @param at when they were measured */
    private record Part(List<Figure> figures, Instant at) {}

    private final List<Figures> parts;
    private final Clock clock;
    private final Map<Measured, MultiGauge> gauges = new EnumMap<>(Measured.class);
    private final Map<String, Part> latest = new ConcurrentHashMap<>();

    Watch(List<Figures> parts, MeterRegistry meters, Clock clock) {
        this.parts = parts;
        this.clock = clock;
        for (Measured one : Measured.values()) {
            gauges.put(
                    one,
                    MultiGauge.builder(one.meter())
                            .description(one.description())
                            .register(meters));
        }
        Tally.fromZero();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(
            initialDelayString = "${shangda.monitoring.every:PT1M}",
            fixedDelayString = "${shangda.monitoring.every:PT1M}")
    public synchronized void measure() {
        Instant now = clock.instant();
        for (Figures part : parts) {
            try {
                latest.put(part.part(), new Part(part.at(now), now));
            } catch (RuntimeException failure) {
                Failures.report(failure);
            }
        }
        gauges.forEach((measured, gauge) -> gauge.register(
                figures(measured)
                        .map(figure -> Row.of(figure.labels(), figure.value()))
                        .toList(),
                true));
    }

    private Stream<Figure> figures(Measured measured) {
        Stream<Figure> all = latest.values().stream().map(Part::figures).flatMap(Collection::stream);
        Stream<Figure> ages = latest.entrySet().stream()
                .map(part -> Figure.of(
                        Measured.FIGURES_TIMESTAMP, part.getValue().at().getEpochSecond(), "part", part.getKey()));
        return Stream.concat(all, ages).filter(figure -> figure.of() == measured);
    }

    /** All values of one kind together; 0 where there is none. */
    double sum(Measured measured) {
        return figures(measured).mapToDouble(Figure::value).sum();
    }

    /** One value; 0 where there is none. */
    double value(Measured measured, String label, String value) {
        return figures(measured)
                .filter(figure -> figure.labels().stream()
                        .anyMatch(tag ->
                                tag.getKey().equals(label) && tag.getValue().equals(value)))
                .mapToDouble(Figure::value)
                .sum();
    }

    /** Whether every part was measured since a moment. */
    boolean isSince(Instant moment) {
        return parts.stream()
                .allMatch(part -> latest.containsKey(part.part())
                        && !latest.get(part.part()).at().isBefore(moment));
    }
}
