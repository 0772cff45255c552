package org.shangda.concern;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.university.Person;
import org.shangda.university.University;

/**
 * Who stands aside (回避) in a concern's handling, because the colleague asked for it. Empty for most concerns: that a
 * concern is about an office's work is no reason for that office to stand aside.
 *
 * @param people staff numbers
 * @param units codes of units
 */
record StandAside(Set<String> people, Set<String> units) {

    static final StandAside NOBODY = new StandAside(Set.of(), Set.of());

    /** Those named, and whoever answers for a unit that was named, in whatever other post they would meet it. */
    Set<String> everybody(University university) {
        if (units.isEmpty()) {
            return people;
        }
        return Stream.concat(
                        people.stream(),
                        university.people().stream()
                                .map(Person::id)
                                .filter(person -> !Collections.disjoint(university.unitsAnsweredBy(person), units)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Kept in one column, because it is read with every concern and never searched. */
    static class Converter implements AttributeConverter<StandAside, String> {

        @Override
        public String convertToDatabaseColumn(StandAside value) {
            return Stream.concat(
                            value.people.stream().sorted().map(id -> "p:" + id),
                            value.units.stream().sorted().map(code -> "u:" + code))
                    .collect(Collectors.joining(","));
        }

        @Override
        public StandAside convertToEntityAttribute(String column) {
            return new StandAside(read(column, "p:"), read(column, "u:"));
        }

        private static Set<String> read(String column, String kind) {
            return Arrays.stream(column.split(","))
                    .filter(entry -> entry.startsWith(kind))
                    .map(entry -> entry.substring(kind.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
