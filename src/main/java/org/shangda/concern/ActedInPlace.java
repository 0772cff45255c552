package org.shangda.concern;

import jakarta.persistence.PrePersist;
import java.util.Optional;
import java.util.Set;
import org.shangda.university.InPlace;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 代办: every step that somebody takes in another one's place says so, whichever it is. It is written down with the step, since
 * leave is forgotten later.
 */
@Component
class ActedInPlace {

    private final ObjectProvider<University> university;
    private final ObjectProvider<ReceivedInPlace> received;

    /** Looked up later: the entities are there before either of them. */
    ActedInPlace(ObjectProvider<University> university, ObjectProvider<ReceivedInPlace> received) {
        this.university = university;
        this.received = received;
    }

    @PrePersist
    void mark(Step step) {
        if (step.actor() != null && step.unit() != null && step.inPlaceOf().isEmpty()) {
            today(step).or(() -> received(step)).ifPresent(step::inPlaceOf);
        }
    }

    private Optional<InPlace> today(Step step) {
        Set<String> aside = step.visit()
                .map(visit -> visit.concern().peopleAside(university.getObject()))
                .orElse(Set.of());
        return university.getObject().inPlaceOf(step.actor(), step.unit(), aside);
    }

    /** What was received meanwhile stays with who has received it. */
    private Optional<InPlace> received(Step step) {
        return step.visit()
                .filter(visit -> step.actor().equals(visit.receivedBy()) && step.kind() != Step.Kind.RECEIVED)
                .flatMap(visit -> received.getObject().of(visit));
    }
}
