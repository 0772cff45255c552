package org.shangda.university;

import java.util.Map;
import java.util.Set;

/**
 * Everything the roster's tables hold, of all times.
 *
 * @param version grows with every import
 * @param units by code, the abolished ones too
 * @param people by staff number, those who left too
 */
record Roster(
        long version,
        Map<String, Unit> units,
        Set<String> abolished,
        Map<String, Person> people,
        Set<String> left,
        Set<Post> posts) {

    static final Roster EMPTY = new Roster(0, Map.of(), Set.of(), Map.of(), Set.of(), Set.of());

    boolean isEmpty() {
        return units.isEmpty();
    }
}
