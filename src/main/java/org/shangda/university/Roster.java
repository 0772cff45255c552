package org.shangda.university;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything the roster's tables hold, of all times.
 *
 * @param version grows with every import
 * @param revision grows with every import, every leave and every stand-in
 * @param units by code, the abolished ones too
 * @param people by staff number, those who left too
 */
record Roster(
        long version,
        long revision,
        Map<String, Unit> units,
        Set<String> abolished,
        Map<String, Person> people,
        Set<String> left,
        Set<Post> posts,
        Set<Absence> absences,
        Set<StandInPost> standIns) {

    static final Roster EMPTY = new Roster(0, 0, Map.of(), Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** A roster that was kept from before there was leave, or anybody stood in, has none. */
    Roster {
        absences = absences == null ? Set.of() : Set.copyOf(absences);
        standIns = standIns == null ? Set.of() : Set.copyOf(standIns);
    }

    /**
     * The roster of an earlier time in force again, after this one. Who and what has come since stays known, since others
     * may name it, as left and abolished. Leave that people have entered stays, and so
     * does who was named to stand in; those whom the import ended stand in again.
     */
    Roster backTo(Roster earlier, LocalDate today) {
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
        Set<Absence> entered =
                absences.stream().filter(one -> !one.fromRoster()).collect(toUnmodifiableSet());
        Set<Absence> listed = earlier.absences.stream()
                .filter(Absence::fromRoster)
                .filter(one -> one.overlapping(entered).isEmpty())
                .collect(toUnmodifiableSet());
        return new Roster(
                version + 1,
                revision + 1,
                allUnits,
                gone,
                everybody,
                away,
                earlier.posts,
                Stream.concat(entered.stream(), listed.stream()).collect(toUnmodifiableSet()),
                Stream.concat(
                                standIns.stream(),
                                earlier.standIns.stream()
                                        .filter(one -> one.isOver(this, today))
                                        .filter(one -> standIns.stream()
                                                .noneMatch(other -> other.unit().equals(one.unit()))))
                        .collect(toUnmodifiableSet()));
    }

    /** The same people and posts, of whom others are away. */
    Roster withAbsences(Set<Absence> others) {
        return new Roster(version, revision + 1, units, abolished, people, left, posts, others, standIns);
    }

    /** The same people and posts, for which others stand in. */
    Roster withStandIns(Set<StandInPost> others) {
        return new Roster(version, revision + 1, units, abolished, people, left, posts, absences, others);
    }

    /** Posts that somebody holds on the day, or stands in for. */
    List<Post> postsOn(LocalDate day) {
        return Stream.concat(
                        posts.stream().filter(post -> post.heldOn(day)),
                        standIns.stream()
                                .filter(one -> one.isInForce(this, day))
                                .map(StandInPost::asPost))
                .filter(post -> !left.contains(post.person()))
                .filter(post -> !abolished.contains(post.unit()))
                .toList();
    }

    boolean isEmpty() {
        return units.isEmpty();
    }
}
