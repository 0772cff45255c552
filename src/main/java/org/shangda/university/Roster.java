package org.shangda.university;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /**
     * The roster of an earlier time in force again, after this one. Who and what has come since stays known, since others
     * may name it, as left and abolished.
     */
    Roster backTo(Roster earlier) {
        Map<String, Unit> allUnits = new TreeMap<>(units);
        allUnits.putAll(earlier.units);
        Set<String> gone = new TreeSet<>(units.keySet());
        gone.removeAll(earlier.units.keySet());
        gone.addAll(earlier.abolished);
        Map<String, Person> everybody = new TreeMap<>(people);
        everybody.putAll(earlier.people);
        Set<String> away = new TreeSet<>(people.keySet());
        away.removeAll(earlier.people.keySet());
        away.addAll(earlier.left);
        return new Roster(version + 1, allUnits, gone, everybody, away, earlier.posts);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }
}
