package org.shangda.concern;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often each exit was taken during a visit.
 *
 * @param times by the exit's code
 */
record Taken(Map<String, Integer> times) {

    static final Taken NOTHING = new Taken(Map.of());

    Taken with(String exit) {
        Map<String, Integer> more = new TreeMap<>(times);
        more.merge(exit, 1, Integer::sum);
        return new Taken(Collections.unmodifiableMap(more));
    }

    int times(String exit) {
        return times.getOrDefault(exit, 0);
    }

    /** Kept in one column, because it is read with every visit: {@code ask=2,explain}; what has no number was taken once. */
    static class Converter implements AttributeConverter<Taken, String> {

        @Override
        public String convertToDatabaseColumn(Taken taken) {
            return taken.times.entrySet().stream()
                    .map(one -> one.getValue() == 1 ? one.getKey() : one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining(","));
        }

        @Override
        public Taken convertToEntityAttribute(String column) {
            return new Taken(Arrays.stream(column.split(","))
                    .filter(entry -> !entry.isEmpty())
                    .map(entry -> entry.split("="))
                    .collect(Collectors.toUnmodifiableMap(
                            entry -> entry[0],
                            entry -> entry.length == 1 ? 1 : Integer.parseInt(entry[1]),
                            Integer::sum)));
        }
    }
}
