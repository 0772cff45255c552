package org.shangda.university;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whose work it is on one day: from the posts of a unit and of those above it, and from who is away or stands in. */
final class AskedPosts {

    static final List<Role> SIGNING = List.of(Role.HEAD, Role.DEPUTY);
    static final List<Role> HANDLING = List.of(Role.CLERK, Role.HEAD, Role.DEPUTY);

    private final Snapshot snapshot;
    private final Deputies deputies;
    private final List<Post> held;

    AskedPosts(Snapshot snapshot, Deputies deputies, List<Post> held) {
        this.snapshot = snapshot;
        this.deputies = deputies;
        this.held = held;
    }

    Answering handlersOf(List<Unit> line, Set<String> without, Set<String> notInPlace) {
        return answering(
                line, without, notInPlace, unit -> unit.kind().equals(UnitKind.BRANCH.code()) ? SIGNING : HANDLING);
    }

    Answering headOf(List<Unit> line, Set<String> without, Set<String> notInPlace) {
        return answering(line, without, notInPlace, unit -> SIGNING);
    }

    Optional<Answering> signersOf(List<Unit> line, Set<String> without, Set<String> notInPlace, Signing signing) {
        if (line.size() == 1) {
            return Optional.of(headOf(line, without, notInPlace));
        }
        return line.subList(0, line.size() - 1).stream()
                .flatMap(unit -> signersWithin(unit, signing, present(unit, without, notInPlace)).stream())
                .findFirst()
                .or(() -> lineLeadersOf(line, without, notInPlace))
                .or(() -> signersWithin(line.get(0), signing, all(line.get(0), without)));
    }

    private Optional<Answering> signersWithin(Unit unit, Signing signing, Chosen chosen) {
        return Stream.of(signing, Signing.HEAD)
                .flatMap(post -> SIGNING.stream().map(role -> titled(unit, role, post)))
                .flatMap(found -> chosen.of(found).stream())
                .findFirst();
    }

    /** Holders of a post under a title that means what the rules name. */
    private List<Person> titled(Unit unit, Role role, Signing signing) {
        Set<String> titled = held.stream()
                .filter(post -> post.unit().equals(unit.code()) && post.role() == role)
                .filter(post -> signing.isHeldAs(post.title()))
                .map(Post::person)
                .collect(toUnmodifiableSet());
        return snapshot.holders(unit, role).stream()
                .filter(person -> titled.contains(person.id()))
                .toList();
    }

    Optional<Answering> lineLeadersOf(List<Unit> line, Set<String> without, Set<String> notInPlace) {
        Chosen chosen = present(line.get(line.size() - 1), without, notInPlace);
        return line.stream()
                .flatMap(unit ->
                        chosen
                                .of(unit.lineLeaders().stream()
                                        .flatMap(id -> snapshot.person(id).stream())
                                        .toList())
                                .stream())
                .findFirst();
    }

    /** Whom of those who hold a post the unit asks. */
    private interface Chosen {
        Optional<Answering> of(List<Person> holders);
    }

    private Chosen present(Unit unit, Set<String> without, Set<String> notInPlace) {
        return holders -> deputies.asked(unit, holders, without::contains, notInPlace::contains);
    }

    /** Those who are on leave too. */
    private static Chosen all(Unit unit, Set<String> without) {
        return holders -> Optional.of(holders.stream()
                        .filter(person -> !without.contains(person.id()))
                        .toList())
                .filter(free -> !free.isEmpty())
                .map(free -> new Answering(unit, free, false));
    }

    /** The first on the line who are there; else the first who are only on leave; else the top's, who cannot stand aside. */
    private Answering answering(
            List<Unit> line, Set<String> without, Set<String> notInPlace, Function<Unit, List<Role>> posts) {
        return first(line, posts, unit -> present(unit, without, notInPlace))
                .or(() -> first(line, posts, unit -> all(unit, without)))
                .orElseGet(() -> bound(line));
    }

    private Optional<Answering> first(
            List<Unit> line, Function<Unit, List<Role>> posts, Function<Unit, Chosen> chosen) {
        for (Unit unit : line) {
            for (Role post : posts.apply(unit)) {
                Optional<Answering> found = chosen.apply(unit).of(snapshot.holders(unit, post));
                if (found.isPresent()) {
                    return found.map(one -> post == Role.CLERK ? whole(one) : one);
                }
            }
        }
        return Optional.empty();
    }

    /** All clerks of the unit who are there, and nobody else. */
    private Answering whole(Answering clerks) {
        List<Person> there = snapshot.holders(clerks.unit(), Role.CLERK).stream()
                .filter(person -> !deputies.isAway(person.id()))
                .toList();
        return new Answering(clerks.unit(), clerks.people(), clerks.people().equals(there), clerks.inPlace());
    }

    private Answering bound(List<Unit> line) {
        Unit top = line.get(line.size() - 1);
        List<Person> bound = SIGNING.stream()
                .map(post -> snapshot.holders(top, post))
                .filter(found -> !found.isEmpty())
                .findFirst()
                // The import lets no roster pass whose top unit has nobody, today or later.
                .orElseThrow(() -> new IllegalStateException("nobody answers for unit " + top.code()));
        return new Answering(top, bound, false);
    }
}
