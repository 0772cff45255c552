package org.shangda.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shangda.monitoring.Findings.Found;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;

/** What would stand still today if a table were another one. Nothing is stored. */
@Service
public class WhatIf {

    /** Tables that say from when on something stands still. */
    private static final Set<String> TABLES = Set.of("stalled-when.dmn", "level-deadlines.dmn");

    /** So many rows are named; of more the numbers are told. */
    private static final int NAMED = 100;

    private final Monitoring monitoring;
    private final MovedDeadlines deadlines;
    private final RehearsedRules rehearsal;
    private final University university;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    WhatIf(
            Monitoring monitoring,
            MovedDeadlines deadlines,
            RehearsedRules rehearsal,
            University university,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.monitoring = monitoring;
        this.deadlines = deadlines;
        this.rehearsal = rehearsal;
        this.university = university;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * What would change.
     *
     * @param causes those of which there would be more or fewer
     * @param rows at most {@value #NAMED}, those that appear first
     */
    public record Answer(List<Sum> causes, List<Row> rows) {}

    /** @param appear rows that would come, {@code vanish} those that would go */
    public record Sum(String cause, String label, int appear, int vanish) {}

    /** @param appears whether it would come, or else go */
    public record Row(boolean appears, String number, String causeLabel, String level, String unit) {}

    /**
     * @param file name of the table's file
     * @throws Refusal 400 for any other file, and for a table that may not be deployed
     */
    public Answer ask(String file, byte[] content) {
        if (!TABLES.contains(file)) {
            throw Refusal.invalid("stalled.what-if.file");
        }
        Instant now = clock.instant();
        Map<String, Found> before = found(now);
        MovedDeadlines.Days days = deadlines.inForce();
        Map<String, Found> after = rehearsal.with(file, content, () -> {
            Map<String, Found> then = found(now);
            deadlines.move(days, now, then);
            return then;
        });
        List<Found> appear = without(after, before.keySet());
        List<Found> vanish = without(before, after.keySet());
        List<Row> rows = new ArrayList<>();
        appear.forEach(one -> rows.add(row(true, one)));
        vanish.forEach(one -> rows.add(row(false, one)));
        return new Answer(sums(appear, vanish), rows.stream().limit(NAMED).toList());
    }

    private Map<String, Found> found(Instant now) {
        Map<String, Found> found = new LinkedHashMap<>();
        monitoring.found(now).forEach(one -> found.putIfAbsent(one.subject(), one));
        return found;
    }

    private static List<Found> without(Map<String, Found> found, Set<String> others) {
        return found.values().stream()
                .filter(one -> !others.contains(one.subject()))
                .sorted(Comparator.comparing(Found::subject))
                .toList();
    }

    private List<Sum> sums(List<Found> appear, List<Found> vanish) {
        Map<String, int[]> counted = new TreeMap<>();
        appear.forEach(one -> counted.computeIfAbsent(one.cause().code(), none -> new int[2])[0]++);
        vanish.forEach(one -> counted.computeIfAbsent(one.cause().code(), none -> new int[2])[1]++);
        return counted.entrySet().stream()
                .map(one -> new Sum(
                        one.getKey(),
                        sentences.of("stalled.cause." + one.getKey()),
                        one.getValue()[0],
                        one.getValue()[1]))
                .toList();
    }

    private Row row(boolean appears, Found one) {
        Standing at = one.seen().at();
        return new Row(
                appears,
                one.seen().number(),
                sentences.of("stalled.cause." + one.cause().code()),
                at.level() == null ? null : words.label("level", at.level()),
                at.unit() == null ? null : university.nameOfUnit(at.unit()));
    }
}
