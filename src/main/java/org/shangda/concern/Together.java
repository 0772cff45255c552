package org.shangda.concern;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.refusal.Refusal;
import org.shangda.university.Answering;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * 并案: visits that are handled together. One of them leads and is worked on; the others wait for it and end as it ends, each on
 * the way of its own concern (adr/0066). Who asks for a visit that is alone gets it at no cost.
 */
@Component
class Together {

    /** Those that wait, then those for which they do: the deadline of these is the earliest of all. */
    static final Comparator<Handling> WAITING_FIRST =
            Comparator.comparing(handling -> handling.terms().ledBy() == null);

    private final EntityManager entities;
    private final Handlings handlings;
    private final Supervisions supervisions;
    private final ConcernProcess process;
    private final Rules rules;
    private final University university;
    private final LevelClock clock;

    Together(
            EntityManager entities,
            Handlings handlings,
            Supervisions supervisions,
            ConcernProcess process,
            Rules rules,
            University university,
            LevelClock clock) {
        this.entities = entities;
        this.handlings = handlings;
        this.supervisions = supervisions;
        this.process = process;
        this.rules = rules;
        this.university = university;
        this.clock = clock;
    }

    // --- who is together ---------------------------------------------------------------------------------------------

    /** The open visits that wait for this one; none for one that is alone or waits itself. */
    List<Handling> waitingFor(Handling leading) {
        return leading.terms().leads() ? handlings.waitingFor(leading.id()) : List.of();
    }

    /** The visit that is worked on: itself, or the one that it waits for. */
    Handling leading(Handling handling) {
        return handling.terms().ledBy() == null
                ? handling
                : handlings.findById(handling.terms().ledBy()).orElseThrow();
    }

    /** The visit, and all that wait for it. */
    List<Handling> all(Handling leading) {
        return Stream.concat(Stream.of(leading), waitingFor(leading).stream()).toList();
    }

    /** Of these visits those that lead: how many are together there, by the id of the visit. One statement at most. */
    Map<Long, Integer> sizes(Stream<Handling> visits) {
        List<Long> leading =
                visits.filter(one -> one.terms().leads()).map(Handling::id).toList();
        return leading.isEmpty()
                ? Map.of()
                : handlings.waiting(leading).stream()
                        .collect(Collectors.toMap(Handlings.Waiting::getLeading, one -> one.getWaiting() + 1));
    }

    /** Whoever stands aside in one of them handles and signs none. */
    Set<String> peopleAside(Handling leading) {
        return all(leading).stream()
                .flatMap(one -> one.concern().peopleAside(university).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A unit that stands aside in one of them supervises none. */
    boolean standsAside(Handling leading, String unit) {
        return all(leading).stream().anyMatch(one -> one.concern().standsAside(unit));
    }

    // --- coming together ---------------------------------------------------------------------------------------------

    /** From now on it is handled with the other one; so are those that have waited for it. */
    void merge(Handling other, Handling leading) {
        lock(leading);
        if (!leading.terms().leads()) {
            leading.terms().leads(leading.id());
        }
        List<Handling> others = all(other);
        others.forEach(one -> one.terms().waitsFor(leading));
        other.offered(null);
        if (other.terms().dueAt().isBefore(leading.terms().dueAt())) {
            rescheduled(leading);
        }
    }

    /**
     * Those that were together go on together wherever they meet: the first of them that comes to a unit leads there.
     *
     * @param before where the concern has been before; empty where it sets out
     * @return whether somebody there works on it already
     */
    boolean arrives(Handling handling, Optional<Handling> before) {
        Long group = before.map(one -> one.terms().mergedGroup()).orElse(null);
        if (group == null || !handling.stage().equals(Merging.STAGE)) {
            return false;
        }
        handling.terms().leads(group);
        Optional<Handling> leading = handlings.leading(group, handling.level()).stream()
                .filter(one -> one != handling && mayBeJoined(one, handling))
                .findFirst();
        leading.ifPresent(one -> merge(handling, one));
        return leading.isPresent();
    }

    /** Whether both are worked on by the same people, and nobody is in the middle of something with the leading one. */
    boolean mayBeJoined(Handling leading, Handling other) {
        return leading.unit().equals(other.unit())
                && leading.answeringUnit().equals(other.answeringUnit())
                && leading.stage().equals(other.stage())
                && inHand(leading)
                && withoutTheirPeople(leading, other);
    }

    /** Whether one decision of the university can be for both. */
    boolean mayBeHeardTogether(Handling leading, Handling other) {
        return leading.unit().equals(other.unit())
                && leading.answeringUnit().equals(other.answeringUnit())
                && leading.level().equals(other.level())
                && leading.stage().equals(other.stage())
                && withoutTheirPeople(leading, other);
    }

    /** It is worked on now: no signature, no answer of the colleague's and no meeting is awaited. */
    static boolean inHand(Handling handling) {
        return handling.open() && !handling.proposed() && !handling.paused();
    }

    /**
     * Those who are asked for the leading one go on being asked, and whoever supervises it goes on supervising: none of them
     * stands aside in the other one.
     */
    private boolean withoutTheirPeople(Handling leading, Handling other) {
        Set<String> aside = peopleAside(other);
        return leading.asked().people().stream().noneMatch(aside::contains) && supervisedWithout(leading, aside);
    }

    /** Whether none of these people may be asked to supervise it now. */
    boolean supervisedWithout(Handling leading, Set<String> people) {
        return !leading.supervised()
                || supervisions
                        .findByHandlingAndDecisionIsNull(leading)
                        .filter(open -> people.stream()
                                .map(university::unitsAnsweredBy)
                                .anyMatch(units -> open.withLeader() ? !units.isEmpty() : units.contains(open.unit())))
                        .isEmpty();
    }

    // --- going on ----------------------------------------------------------------------------------------------------

    /** All of them are taken off; those that have waited go on as the leading one does. */
    void takenOff(Handling leading, Outcome by, Instant at) {
        List<Handling> others = waitingFor(leading);
        leading.takenOff(by, at);
        others.forEach(one -> {
            one.takenOff(by, at);
            process.goOn(one.concern().number());
        });
    }

    /**
     * The deadline of one of them has moved, or they are others than before: the earliest of all counts for the one that is
     * worked on, for its task and its clock.
     */
    void rescheduled(Handling moved) {
        Handling leading = leading(moved);
        if (leading.terms().leads() && !leading.paused()) {
            clock.restart(leading, rules.deadline(leading.situation()).orElseThrow(), deadlinesOfOthers(leading));
        }
        if (leading.workItem() != null && (!leading.paused() || leading.awaitsDecision())) {
            process.deadlineMoved(leading.workItem(), clock.taskDue(leading), clock.next(leading));
        }
    }

    /** Of those that wait for it. */
    Stream<Instant> deadlinesOfOthers(Handling leading) {
        return waitingFor(leading).stream().map(one -> one.terms().dueAt());
    }

    // --- coming apart ------------------------------------------------------------------------------------------------

    /** One that waits is handled by itself again, with its own clock, where it stands. */
    void apart(Handling waiting) {
        apart(waiting, List.of());
    }

    /** The same, and from now on it leads those that are handled with it. @param its of those that have waited with it */
    void apart(Handling waiting, List<Handling> its) {
        Handling leading = leading(waiting);
        lock(leading);
        waiting.terms().alone();
        if (!its.isEmpty()) {
            waiting.terms().leads(waiting.id());
            its.forEach(one -> one.terms().waitsFor(waiting));
        }
        process.goOn(waiting.concern().number());
        settle(leading);
    }

    /** It ends by itself, because its colleague withdraws it or it is put back. If it has led, the next one leads. */
    void leaves(Handling handling) {
        if (handling.terms().ledBy() != null) {
            handlings.findById(handling.terms().ledBy()).ifPresent(leading -> {
                handling.terms().alone();
                settle(leading);
            });
            return;
        }
        List<Handling> others = waitingFor(handling);
        Long group = handling.terms().mergedGroup();
        handling.terms().alone();
        if (!others.isEmpty()) {
            Handling next = others.stream()
                    .filter(one -> !process.suspended(one.concern().number()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict("merge.others-suspended"));
            next.terms().leads(group);
            others.stream()
                    .filter(one -> one != next)
                    .forEach(one -> one.terms().waitsFor(next));
            settle(next);
            process.goOn(next.concern().number());
        }
    }

    /** Its own clock, and the earliest of those that are left; alone where none is. */
    private void settle(Handling leading) {
        if (!leading.open()) {
            return;
        }
        rescheduled(leading);
        if (waitingFor(leading).isEmpty()) {
            leading.terms().alone();
        }
    }

    /** Whoever takes an exit at the same moment must not overtake: one of the two is refused. */
    void lock(Handling leading) {
        entities.lock(leading, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Who answers for the visit by today's roster, without whoever stands aside in one of those that are together. */
    Answering answering(Handling handling, LevelUnit rule) {
        return Asked.answering(
                handling.concern(), handling.situation(), rule, handling.unit(), university, peopleAside(handling));
    }
}
