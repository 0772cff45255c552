package org.shangda.concern.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.calendar.Counting;
import org.shangda.calendar.WorkingCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What people have done in the demonstration, with days that count back from the start. */
@Component
@Profile("demo")
class DemoStory {

    /**
     * @param concern its place in the story
     * @param task the user task without its prefix; {@code receive}, {@code raise}, {@code join}, {@code merge},
     *     {@code collect}
     * @param form what is filled in; of those that are put together, {@code into} is the place of the one that leads
     */
    record Step(int concern, Instant at, String by, String task, Map<String, Object> form) {}

    private static final Set<String> NOT_FILLED_IN = Set.of("day", "at", "ago", "by", "do");

    private final Resource file;
    private final WorkingCalendar calendar;
    private final ZoneId zone;

    DemoStory(
            @Value("classpath:demo/concerns.yaml") Resource file,
            @Value("${shangda.calendar.zone:Asia/Shanghai}") ZoneId zone,
            WorkingCalendar calendar) {
        this.file = file;
        this.calendar = calendar;
        this.zone = zone;
    }

    List<Step> until(Instant now) {
        List<Step> steps = new ArrayList<>();
        List<Map<String, Object>> concerns = read();
        List<Object> titles = concerns.stream()
                .map(concern -> rows(concern.get("raise")).get(0).get("title"))
                .toList();
        for (int concern = 0; concern < concerns.size(); concern++) {
            steps.add(step(concern, rows(concerns.get(concern).get("raise")).get(0), titles, now));
            for (Map<String, Object> row : rows(concerns.get(concern).get("then"))) {
                steps.add(step(concern, row, titles, now));
            }
        }
        return steps;
    }

    private Step step(int concern, Map<String, Object> row, List<Object> titles, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant at = row.containsKey("ago")
                ? now.minus(Duration.ofMinutes((int) row.get("ago")))
                : workingDay(today, -(int) row.get("day"))
                        .atTime(LocalTime.parse((String) row.get("at")))
                        .atZone(zone)
                        .toInstant();
        Map<String, Object> form = new HashMap<>(row);
        form.keySet().removeAll(NOT_FILLED_IN);
        form.computeIfPresent(
                "on",
                (key, days) ->
                        workingDay(at.atZone(zone).toLocalDate(), (int) days).toString());
        form.computeIfPresent("into", (key, title) -> titles.indexOf(title));
        return new Step(concern, at, (String) row.get("by"), (String) row.getOrDefault("do", "raise"), form);
    }

    private LocalDate workingDay(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(Integer.signum(days));
            if (calendar.isWorkingDay(day, new Counting(null, false))) {
                left--;
            }
        }
        return day;
    }

    private List<Map<String, Object>> read() {
        try (InputStream in = file.getInputStream()) {
            return rows(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Object value) {
        return value == null
                ? List.of()
                : value instanceof Map ? List.of((Map<String, Object>) value) : (List<Map<String, Object>>) value;
    }
}
