package org.shangda.university;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The university as of today: units, people, posts, and who answers for a unit. Reads are served from memory; the
 * roster's import replaces what is read here.
 */
public interface University {

    /** A unit, also one that was abolished: concerns that passed through it still name it. */
    Optional<Unit> unit(String code);

    /** Its name; the code itself where there never was such a unit. */
    default String nameOfUnit(String code) {
        return unit(code).map(Unit::name).orElse(code);
    }

    /** Somebody who is on the roster today. */
    Optional<Person> person(String id);

    /** The name of somebody who is or once was on the roster; the id itself where nobody ever was. */
    String nameOf(String personId);

    /** Everybody on the roster today. */
    List<Person> people();

    /** The units that exist today. */
    List<Unit> units();

    /**
     * The unit itself, its parent, and so on up to the university.
     *
     * @throws org.shangda.refusal.Refusal {@code university.unit.unknown}; so do the other questions about a unit's line
     */
    List<Unit> lineOf(String unitCode);

    /** The college-level Party organization that the unit belongs to; empty for a unit outside every college. */
    Optional<Unit> collegeOf(String unitCode);

    /**
     * Who works on what reaches the unit: its clerks; where it has none, its head, else its deputy, else whoever
     * answers for the unit above. Never nobody. A branch has no clerks: its secretary (its head) works on it, else the
     * deputy secretary. An abolished unit has no posts, so the unit above answers for it.
     *
     * <p>When everybody on the whole line stands aside, the university's own head (else deputy) answers all the same,
     * because a concern that nobody may touch would stop silently.
     *
     * <p>Whoever is on leave today is passed over as if they stood aside; the same holds for the three questions below. Where
     * that leaves nobody on the whole line, it stays with those who are on leave.
     *
     * <p>Whoever is on leave and has named somebody is not passed over: the one named takes their place, as long as they hold a
     * post of the unit or of the one above it, are there, and do not stand aside (代办, adr/0068).
     *
     * @param without ids of people who stand aside
     * @param notInPlace ids of people who may act by their own posts, but take nobody's place
     */
    Answering handlersOf(String unitCode, Set<String> without, Set<String> notInPlace);

    default Answering handlersOf(String unitCode, Set<String> without) {
        return handlersOf(unitCode, without, Set.of());
    }

    /** Who signs for the unit: its head, else its deputy, else whoever signs for the unit above. Never nobody. */
    Answering headOf(String unitCode, Set<String> without, Set<String> notInPlace);

    default Answering headOf(String unitCode, Set<String> without) {
        return headOf(unitCode, without, Set.of());
    }

    /**
     * Who signs for the unit when the rules name the post: the heads of that post, else its deputies of that post, else its
     * other heads, else its other deputies. All who hold the post sign alike: which of them it is, is theirs to say.
     *
     * <p>Where the unit has nobody, another one signs in its place (代签): whoever signs in the same way for the units above,
     * below the university, else the leaders in charge of the unit. The university's head does not sign for a unit only
     * because nobody else is there; the university's own papers are its head's.
     *
     * @return empty where nobody may sign
     */
    Optional<Answering> signersOf(String unitCode, Set<String> without, Set<String> notInPlace, Signing post);

    default Optional<Answering> signersOf(String unitCode, Set<String> without, Signing post) {
        return signersOf(unitCode, without, Set.of(), post);
    }

    /** Whether nobody holds a post by which the unit is answered for, so that the unit above does. */
    default boolean isVacant(String unitCode) {
        boolean branch = unit(unitCode)
                .filter(unit -> unit.kind().equals(UnitKind.BRANCH.code()))
                .isPresent();
        return holders(unitCode, "head").isEmpty()
                && holders(unitCode, "deputy").isEmpty()
                && (branch || holders(unitCode, "clerk").isEmpty());
    }

    /**
     * The university's leaders in charge of a unit (分管): its own, else those of the unit above it. They act for the
     * university. Empty where nobody is in charge.
     *
     * @param without ids of people who stand aside
     */
    Optional<Answering> lineLeadersOf(String unitCode, Set<String> without);

    /** Whether the person is on leave today. */
    boolean isAway(String personId);

    /** In whose place somebody answers for a unit today; empty for who does so by a post, or does not. */
    Optional<InPlace> inPlaceOf(String personId, String unitCode, Set<String> without);

    /** Units that the person heads, deputizes for or works in as clerk today. */
    Set<String> unitsAnsweredBy(String personId);

    /** The posts that the person holds today. */
    List<Office> officesOf(String personId);

    /**
     * Who holds a post of the unit today; empty while it is vacant.
     *
     * @param role {@code head}, {@code deputy}, {@code clerk} or {@code member}
     */
    List<Person> holders(String unitCode, String role);

    /**
     * Finds a person or a unit by what a user would type: a staff number, a unit's code, a full name, or both as forms
     * show them, 陈宇(chenyu). More than one result means that the name is ambiguous. See {@link People#meant}.
     */
    Named named(String text);

    /** The people and units that a typed name can mean. */
    record Named(List<Person> people, List<Unit> units) {}

    /** The same roster as it will be on another day: posts and leave begin and end by their dates. */
    University on(LocalDate day);
}
