package org.shangda.university;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A university, a college with a branch, and a department; whoever holds posts or is on leave is said by each test. */
abstract class FourUnits {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final Set<Post> posts = new HashSet<>(Set.of(post("rector", "u", Role.HEAD), post("vice", "u", Role.DEPUTY)));
    final Set<Absence> away = new HashSet<>();

    final Set<String> inCharge = new HashSet<>();

    void leave(String... people) {
        Set.of(people).forEach(person -> away.add(away(person)));
    }

    static Absence away(String person) {
        return new Absence(person, TODAY, TODAY, person);
    }

    void hold(Post... held) {
        posts.addAll(List.of(held));
    }

    Answering handlers(String unit, String... without) {
        return university().handlersOf(unit, Set.of(without));
    }

    Snapshot university() {
        Map<String, Unit> units = new TreeMap<>();
        units.put("u", unit("u", "university", null));
        units.put("c", unit("c", "college", "u"));
        units.put("b", unit("b", "branch", "c"));
        units.put("d", new Unit("d", "单位", "department", "u", "east", null, null, List.copyOf(inCharge)));
        return new Snapshot(roster(units, posts, away), TODAY);
    }

    static Roster roster(Map<String, Unit> units, Set<Post> posts, Set<Absence> away) {
        Map<String, Person> people = new TreeMap<>();
        posts.forEach(post ->
                people.put(post.person(), new Person(post.person(), "姓" + post.person(), "b", true, null, null)));
        return new Roster(1, 1, units, Set.of(), people, Set.of(), posts, away, Set.of());
    }

    static Unit unit(String code, String kind, String parent) {
        return new Unit(code, "单位(" + code + ")", kind, parent, "east", null, null);
    }

    static Post post(String person, String unit, Role role) {
        return new Post(person, unit, role, role.code(), null, null);
    }

    static Set<String> ids(Answering answering) {
        return answering.people().stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
