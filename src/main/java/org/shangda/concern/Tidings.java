package org.shangda.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets it be known what has become of a concern, for its colleague and for those who handle it (adr/0057). */
@Component
class Tidings {

    private static final String FIRST = "first";

    private final ApplicationEventPublisher events;

    Tidings(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Another unit or level has it now. Where it set out from is no news to who raised it. */
    void reached(Handling handling) {
        handling.concern().handlings().stream()
                .filter(before -> before != handling && !before.open())
                .reduce((one, other) -> other.endedAt().isBefore(one.endedAt()) ? one : other)
                .ifPresent(before -> tell("reached-" + handling.id(), handling, cameBy(before, handling)));
    }

    private static String cameBy(Handling before, Handling now) {
        if (!now.stage().equals(FIRST)) {
            return now.stage();
        }
        return before.outcome() == null ? "reached" : before.outcome().code();
    }

    /** Its level has more time. */
    void extended(Handling handling) {
        tell("extended-" + handling.id() + "-" + handling.terms().dueAt().getEpochSecond(), handling, "extended");
    }

    /** @param step that says so */
    void urgedBySupervisor(Step step, Handling late) {
        urged(step, late, "supervisor");
        tell("urged-" + step.id(), late, "urged");
    }

    /** An operator asks those who supervise to urge. */
    void urgingAsked(Step step, Handling late, Answering supervisors) {
        events.publishEvent(new HandlingUrged(
                "urged-" + step.id() + "-" + late.id(),
                late.concern().number(),
                late.answeringUnit(),
                supervisors.people().stream().map(Person::id).toList(),
                "operator"));
    }

    /** What is put to a meeting waits for a signature. @param heads staff numbers of those who may sign some of it */
    void toBeSigned(LocalDate meetsOn, String unit, Collection<String> heads, Instant submittedAt) {
        events.publishEvent(new Reminder(
                "docket-" + meetsOn + "-" + submittedAt.getEpochSecond(),
                meetsOn.toString(),
                unit,
                Reminder.DOCKET,
                List.copyOf(heads)));
    }

    void urgedByColleague(Step step, Concern concern) {
        concern.handlings().stream().filter(Handling::open).forEach(handling -> urged(step, handling, "colleague"));
    }

    private void urged(Step step, Handling late, String by) {
        List<String> people = late.receivedBy() == null ? late.asked().people() : List.of(late.receivedBy());
        events.publishEvent(new HandlingUrged(
                "urged-" + step.id() + "-" + late.id(), late.concern().number(), late.answeringUnit(), people, by));
    }

    private void tell(String id, Handling at, String what) {
        Concern concern = at.concern();
        events.publishEvent(
                new ConcernNews(id, concern.number(), concern.raising().colleague(), what, at.answeringUnit()));
    }
}
