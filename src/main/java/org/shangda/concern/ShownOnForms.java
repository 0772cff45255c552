package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.springframework.stereotype.Component;

/**
 * Who reads a concern on the form of a piece of work that they are offered today, without answering for a unit that it has
 * reached: a unit that assists, whoever signs in another's place, the unit in charge of a concern that passed it by. What
 * belongs to the story is theirs to read as long as the form is.
 */
@Component
class ShownOnForms {

    private final LevelWork level;
    private final Opinions opinions;
    private final University university;

    ShownOnForms(LevelWork level, Opinions opinions, University university) {
        this.level = level;
        this.opinions = opinions;
        this.university = university;
    }

    /** Code of the unit for which they read it; empty where no work of theirs shows it. */
    Optional<String> unit(Concern concern, String person) {
        List<Handling> open =
                concern.handlings().stream().filter(Handling::open).toList();
        return Stream.of(
                        open.stream().filter(at -> handles(concern, at, person)).map(Handling::answeringUnit),
                        opinions.findByHandlingConcernNumberOrderById(concern.number()).stream()
                                .filter(opinion -> opinion.givenAt() == null)
                                .filter(opinion -> includes(() -> level.offer(opinion), person))
                                .map(Opinion::unit),
                        Stream.of(concern.inCharge(university))
                                .filter(unit -> open.isEmpty() && concern.state() == Concern.State.OPEN)
                                .filter(unit ->
                                        university.handlersOf(unit, concern.peopleAside(university)).people().stream()
                                                .anyMatch(one -> one.id().equals(person))))
                .flatMap(units -> units)
                .findFirst();
    }

    private boolean handles(Concern concern, Handling at, String person) {
        return includes(() -> level.offer(concern.number(), at.id()), person)
                || at.proposed() && includes(() -> level.offerSignature(concern.number(), at.id()), person)
                || at.awaitsDecision() && includes(() -> level.offerDecision(concern.number(), at.id()), person);
    }

    private static boolean includes(Supplier<Offer> offer, String person) {
        try {
            return offer.get().includes(person);
        } catch (Refusal settled) {
            return false;
        }
    }
}
