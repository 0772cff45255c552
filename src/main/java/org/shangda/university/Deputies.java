package org.shangda.university;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * 代办: on one day, who takes the place of somebody who is on leave, because that was said when the leave was entered (adr/0068).
 * Somebody of the same unit or of the one above it; whoever was named and cannot, leaves it to the rule that holds where nobody
 * was named.
 */
final class Deputies {

    private final Roster roster;
    private final Map<String, Absence> away;
    private final Map<String, Set<String>> units;
    private final Set<String> named;

    /** @param held posts that somebody holds on the day */
    Deputies(Roster roster, LocalDate day, Collection<Post> held) {
        this.roster = roster;
        away = roster.absences().stream()
                .filter(absence -> absence.covers(day))
                .collect(toMap(Absence::person, absence -> absence, (one, other) -> one));
        units = held.stream().collect(groupingBy(Post::person, mapping(Post::unit, toSet())));
        named = away.values().stream()
                .map(Absence::deputy)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    boolean isAway(String person) {
        return away.containsKey(person);
    }

    /** Whether somebody who is away today has named the person. */
    boolean isNamed(String person) {
        return named.contains(person);
    }

    /** Whether the person may take somebody's place in a unit: they hold a post of it, or of the one above it. */
    boolean mayStandInAt(String person, Unit unit) {
        Set<String> own = units.getOrDefault(person, Set.of());
        return own.contains(unit.code()) || unit.parent() != null && own.contains(unit.parent());
    }

    /**
     * Those who are there, and who takes the place of those who are not.
     *
     * @param holders of a post
     * @param without who stands aside, and in whose place nobody acts
     * @param notInPlace who may act for nobody else
     */
    Optional<Answering> asked(
            Unit unit, Collection<Person> holders, Predicate<String> without, Predicate<String> notInPlace) {
        Map<String, Person> asked = new LinkedHashMap<>();
        Map<String, InPlace> inPlace = new LinkedHashMap<>();
        List<Person> absent = new ArrayList<>();
        holders.stream().filter(person -> !without.test(person.id())).forEach(person -> {
            if (isAway(person.id())) {
                absent.add(person);
            } else {
                asked.put(person.id(), person);
            }
        });
        for (Person person : absent) {
            deputy(person.id(), unit, without.or(notInPlace))
                    .filter(deputy -> asked.putIfAbsent(deputy, roster.people().get(deputy)) == null)
                    .ifPresent(deputy -> inPlace.put(
                            deputy,
                            new InPlace(person.id(), away.get(person.id()).last())));
        }
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answering(unit, List.copyOf(asked.values()), false, Map.copyOf(inPlace)));
    }

    /** Where the deputy is away too, whoever they have named; a circle leads to nobody. */
    private Optional<String> deputy(String person, Unit unit, Predicate<String> cannot) {
        Set<String> had = new HashSet<>(Set.of(person));
        String next = away.get(person).deputy();
        while (next != null && had.add(next)) {
            if (roster.left().contains(next) || cannot.test(next) || !mayStandInAt(next, unit)) {
                return Optional.empty();
            }
            if (!isAway(next)) {
                return Optional.of(next);
            }
            next = away.get(next).deputy();
        }
        return Optional.empty();
    }
}
