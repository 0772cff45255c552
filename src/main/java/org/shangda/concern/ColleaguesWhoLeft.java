package org.shangda.concern;

import org.shangda.university.PassedOn;
import org.shangda.university.RosterChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A concern goes on when its colleague has left; that nobody will read the answer is made known. */
@Component
class ColleaguesWhoLeft {

    private final Concerns concerns;
    private final ApplicationEventPublisher events;

    ColleaguesWhoLeft(Concerns concerns, ApplicationEventPublisher events) {
        this.concerns = concerns;
        this.events = events;
    }

    @EventListener
    void on(RosterChanged change) {
        if (!change.left().isEmpty()) {
            concerns.openOf(change.left())
                    .forEach(open -> events.publishEvent(
                            new PassedOn(PassedOn.Kind.CONCERN, open.getNumber(), open.getColleague(), null)));
        }
    }
}
