package org.shangda.concern;

import java.util.Objects;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * 无人在岗: that nobody holds a post of a unit, so that another one answers for it, is on record from its beginning to its
 * end. Who only stands aside or is on leave leaves no post vacant.
 */
@Component
class Vacancies {

    private final University university;
    private final Steps steps;
    private final LevelClock clock;

    Vacancies(University university, Steps steps, LevelClock clock) {
        this.university = university;
        this.steps = steps;
        this.clock = clock;
    }

    /** Others answer for a visit from now on. That a vacancy begins, ends or comes to somebody else, the way says. */
    void answerBy(Handling handling, Asked asked) {
        Asked before = handling.asked();
        boolean vacant = !asked.unit().equals(handling.unit()) && university.isVacant(handling.unit());
        boolean asBefore = before.vacant() == vacant && (!vacant || Objects.equals(before.unit(), asked.unit()));
        handling.offeredTo(!vacant ? asked : asked.vacantSince(before.vacant() ? before.vacantSince() : clock.now()));
        if (!asBefore) {
            steps.save(Step.of(handling.concern(), vacant ? Step.Kind.VACANT : Step.Kind.FILLED, clock.now())
                    .in(handling)
                    .code(handling.unit()));
        }
    }
}
