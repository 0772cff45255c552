package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders that a school has drawn into the way of its concerns. */
@Service
@Transactional
public class Reminders {

    private final Concerns concerns;
    private final Steps steps;
    private final University university;
    private final LevelClock clock;
    private final ApplicationEventPublisher events;

    Reminders(
            Concerns concerns, Steps steps, University university, LevelClock clock, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.steps = steps;
        this.university = university;
        this.clock = clock;
        this.events = events;
    }

    /** Close of business so many working days from now, on the calendar of the concern's campus. */
    public Instant inWorkingDays(String number, int days) {
        return clock.workingDaysFromNow(days, concerns.get(number).raising().counting());
    }

    /**
     * Tells people that a concern is still under way. One that is over reminds nobody.
     *
     * @param handling id of the handling during which it is told, or null between two levels
     * @param id the same for the same reminder
     * @param whom {@code handlers} of the unit that has it, its {@code head}, those of the unit {@code in-charge}, or the
     *     {@code colleague}; anything else means the handlers
     */
    public void remind(String number, Long handling, String id, String whom, String sentence) {
        Concern concern = concerns.get(number);
        if (concern.closedAt() != null) {
            return;
        }
        Handling at = handling == null ? null : concern.visits().of(handling);
        String unit = at == null || whom.equals("in-charge") ? concern.inCharge(university) : at.answeringUnit();
        Step step = Step.of(concern, Step.Kind.REMINDED, clock.now());
        steps.save(at == null ? step.unit(unit) : step.in(at));
        events.publishEvent(new Reminder(id, number, unit, sentence, people(concern, at, unit, whom)));
    }

    private List<String> people(Concern concern, Handling at, String unit, String whom) {
        return switch (whom) {
            case "colleague" -> List.of(concern.raising().colleague());
            case "head" -> ids(university.headOf(unit, concern.peopleAside(university)));
            case "in-charge" -> ids(university.handlersOf(unit, concern.peopleAside(university)));
            default ->
                at == null
                        ? ids(university.handlersOf(unit, concern.peopleAside(university)))
                        : at.asked().people();
        };
    }

    private static List<String> ids(Answering answering) {
        return answering.people().stream().map(Person::id).toList();
    }
}
