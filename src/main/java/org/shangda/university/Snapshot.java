package org.shangda.university;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.shangda.refusal.Refusal;

/** The university on one day. Immutable. */
final class Snapshot implements University {

    private final Roster roster;
    private final LocalDate day;
    private final List<Unit> units;
    private final List<Person> people;
    private final List<Post> held;
    private final Map<String, Map<Role, List<Person>>> holders;
    private final Deputies deputies;
    private final AskedPosts posts;
    private final Map<String, Set<String>> answeredBy;
    private final Map<String, List<Office>> offices;
    private final Map<String, List<Person>> peopleByWord;
    private final Map<String, List<Unit>> unitsByWord;

    Snapshot(Roster roster, LocalDate day) {
        this.roster = roster;
        this.day = day;
        units = roster.units().values().stream()
                .filter(unit -> !roster.abolished().contains(unit.code()))
                .toList();
        people = roster.people().values().stream()
                .filter(person -> !roster.left().contains(person.id()))
                .toList();
        held = roster.postsOn(day);
        holders = held.stream().collect(groupingBy(Post::unit, groupingBy(Post::role, toHolders(roster))));
        deputies = new Deputies(roster, day, held);
        posts = new AskedPosts(this, deputies, held);
        answeredBy = held.stream()
                .filter(post -> AskedPosts.HANDLING.contains(post.role()))
                .collect(groupingBy(Post::person, mapping(Post::unit, toUnmodifiableSet())));
        offices = held.stream()
                .collect(groupingBy(
                        Post::person,
                        mapping(
                                post -> new Office(post.unit(), post.role().code(), post.title()),
                                toUnmodifiableList())));
        peopleByWord = byWord(people, person -> Stream.of(person.id(), person.name()));
        unitsByWord = byWord(units, unit -> Stream.of(unit.code(), unit.name()));
    }

    LocalDate day() {
        return day;
    }

    Roster roster() {
        return roster;
    }

    @Override
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(code).map(roster.units()::get);
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(id)
                .filter(known -> !roster.left().contains(known))
                .map(roster.people()::get);
    }

    @Override
    public String nameOf(String personId) {
        Person person = roster.people().get(personId);
        return person == null ? personId : person.name();
    }

    @Override
    public List<Person> people() {
        return people;
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public List<Unit> lineOf(String unitCode) {
        Unit unit = unit(unitCode).orElseThrow(() -> Refusal.invalid("university.unit.unknown", unitCode));
        List<Unit> line = new ArrayList<>();
        for (Unit next = unit; next != null; next = unit(next.parent()).orElse(null)) {
            line.add(next);
        }
        return List.copyOf(line);
    }

    @Override
    public Optional<Unit> collegeOf(String unitCode) {
        return unit(unitCode)
                .flatMap(known -> lineOf(known.code()).stream()
                        .filter(unit -> unit.kind().equals(UnitKind.COLLEGE.code()))
                        .findFirst());
    }

    @Override
    public Answering handlersOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        return posts.handlersOf(lineOf(unitCode), without, notInPlace);
    }

    @Override
    public Answering headOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        return posts.headOf(lineOf(unitCode), without, notInPlace);
    }

    @Override
    public Optional<Answering> signersOf(
            String unitCode, Set<String> without, Set<String> notInPlace, Signing signing) {
        return posts.signersOf(lineOf(unitCode), without, notInPlace, signing);
    }

    @Override
    public Optional<Answering> lineLeadersOf(String unitCode, Set<String> without) {
        return posts.lineLeadersOf(lineOf(unitCode), without, Set.of());
    }

    @Override
    public boolean isAway(String personId) {
        return deputies.isAway(personId);
    }

    @Override
    public Optional<InPlace> inPlaceOf(String personId, String unitCode, Set<String> without) {
        if (!deputies.isNamed(personId) || unit(unitCode).isEmpty()) {
            return Optional.empty();
        }
        return Stream.of(
                        Optional.of(handlersOf(unitCode, without)),
                        Optional.of(headOf(unitCode, without)),
                        lineLeadersOf(unitCode, without))
                .flatMap(Optional::stream)
                .filter(asked ->
                        asked.people().stream().anyMatch(one -> one.id().equals(personId)))
                .findFirst()
                .flatMap(asked -> asked.inPlaceOf(personId));
    }

    /** Whether somebody may take a place in one of the units in which another one holds a post. */
    boolean mayStandInFor(String personId, String other) {
        return officesOf(other).stream()
                .flatMap(office -> unit(office.unit()).stream())
                .anyMatch(unit -> deputies.mayStandInAt(personId, unit));
    }

    @Override
    public Set<String> unitsAnsweredBy(String personId) {
        return answeredBy.getOrDefault(personId, Set.of());
    }

    @Override
    public List<Office> officesOf(String personId) {
        return offices.getOrDefault(personId, List.of());
    }

    @Override
    public List<Person> holders(String unitCode, String role) {
        return holders.getOrDefault(unitCode, Map.of()).getOrDefault(Role.of(role), List.of());
    }

    @Override
    public Named named(String text) {
        String word = Typed.key(text);
        Named found = named(word, word);
        int bracket = word.lastIndexOf('(');
        return found.people().isEmpty() && found.units().isEmpty() && bracket > 0 && word.endsWith(")")
                ? named(word.substring(0, bracket), word.substring(bracket + 1, word.length() - 1))
                : found;
    }

    /** Whatever both words mean. */
    private Named named(String word, String same) {
        return new Named(
                both(peopleByWord.getOrDefault(word, List.of()), peopleByWord.getOrDefault(same, List.of())),
                both(unitsByWord.getOrDefault(word, List.of()), unitsByWord.getOrDefault(same, List.of())));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return some == others ? some : some.stream().filter(others::contains).toList();
    }

    @Override
    public University on(LocalDate other) {
        return new Snapshot(roster, other);
    }

    List<Person> holders(Unit unit, Role post) {
        return holders.getOrDefault(unit.code(), Map.of()).getOrDefault(post, List.of());
    }

    /** Whether the top unit has a head or deputy whose post does not end by itself, so that somebody always answers. */
    boolean answersForever() {
        return roster.posts().stream()
                .filter(post -> post.heldOn(day) && post.to() == null)
                .filter(post -> AskedPosts.SIGNING.contains(post.role()))
                .filter(post -> !roster.left().contains(post.person()))
                .anyMatch(post ->
                        unit(post.unit()).filter(unit -> unit.parent() == null).isPresent());
    }

    /** What became different between an earlier state and this one. */
    RosterChanged since(Snapshot earlier) {
        Set<String> joined = ids(people);
        joined.removeAll(ids(earlier.people));
        Set<String> left = ids(earlier.people);
        left.removeAll(ids(people));
        Set<String> changed = new TreeSet<>(roster.units().keySet());
        changed.removeIf(code -> earlier.unit(code).isPresent()
                ? earlier.hands(code).equals(hands(code))
                : roster.abolished().contains(code));
        return new RosterChanged(joined, left, changed, roster.version());
    }

    private List<Object> hands(String unitCode) {
        Map<Role, Set<String>> posts = new TreeMap<>();
        holders.getOrDefault(unitCode, Map.of())
                .forEach((post, people) -> posts.put(
                        post,
                        ids(deputies.asked(unit(unitCode).orElseThrow(), people, id -> false, id -> false)
                                .map(Answering::people)
                                .orElse(List.of()))));
        Answering handlers = handlersOf(unitCode, Set.of());
        Answering head = headOf(unitCode, Set.of());
        return List.of(
                posts,
                handlers.unit().code(),
                ids(handlers.people()),
                head.unit().code(),
                ids(head.people()),
                ids(lineLeadersOf(unitCode, Set.of()).map(Answering::people).orElse(List.of())));
    }

    private static Set<String> ids(Collection<Person> people) {
        return people.stream().map(Person::id).collect(toCollection(TreeSet::new));
    }

    /** One person once, however many titles stand for the same role; in a fixed order. */
    private static Collector<Post, ?, List<Person>> toHolders(Roster roster) {
        return mapping(
                post -> roster.people().get(post.person()),
                collectingAndThen(toCollection(() -> new TreeSet<>(comparing(Person::id))), List::copyOf));
    }

    private static <T> Map<String, List<T>> byWord(List<T> all, Function<T, Stream<String>> words) {
        Map<String, List<T>> byWord = new HashMap<>();
        for (T one : all) {
            words.apply(one)
                    .map(Typed::key)
                    .distinct()
                    .forEach(word -> byWord.computeIfAbsent(word, none -> new ArrayList<>())
                            .add(one));
        }
        return byWord;
    }
}
