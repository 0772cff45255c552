package org.shangda.monitoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How likely an open visit to a level will be late, by what became of earlier ones of the same level, category and unit. Only
 * those count that were still open when as few days were left. A deadline that a pause has put off is put off here as well,
 * since days are counted from the deadline back.
 */
final class Forecast {

    /** With fewer cases nothing is said: it would be about them and not about chance. */
    static final int LEAST = 20;

    /** What cases are compared by. */
    record Kind(String level, String category, String unit) {}

    /**
     * A chance.
     *
     * @param percent 0 to 100
     * @param cases so many earlier cases it is taken from, at least {@value Forecast#LEAST}
     */
    record Chance(int percent, int cases) {}

    private final Map<Kind, Past> past = new HashMap<>();

    /** Those in time by the working days that were left when they ended, and those that were late. */
    private static final class Past {

        private final TreeMap<Integer, Integer> inTime = new TreeMap<>();
        private int late;
    }

    /**
     * Learns of a visit that is over.
     *
     * @param daysLeft working days from its end to its deadline; without meaning where it was late
     */
    void add(Kind kind, boolean late, int daysLeft) {
        Past of = past.computeIfAbsent(kind, none -> new Past());
        if (late) {
            of.late++;
        } else {
            of.inTime.merge(daysLeft, 1, Integer::sum);
        }
    }

    /** @param daysLeft working days from now to the deadline of one that is open and not late, 0 on its last day */
    Optional<Chance> of(Kind kind, int daysLeft) {
        Past of = past.get(kind);
        if (of == null) {
            return Optional.empty();
        }
        int inTime = of.inTime.headMap(daysLeft, true).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int cases = inTime + of.late;
        return cases < LEAST ? Optional.empty() : Optional.of(new Chance(Math.round(100f * of.late / cases), cases));
    }
}
