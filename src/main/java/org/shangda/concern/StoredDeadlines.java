package org.shangda.concern;

import java.time.Instant;
import org.shangda.calendar.CalendarChanged;
import org.shangda.programme.Rules;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deadlines are computed once and stored; when the calendar changes afterwards (a notice that came late, vacations), those
 * of the levels that work on a concern are computed anew. Where a level's clock stands still, that happens when it
 * goes on.
 */
@Component
class StoredDeadlines {

    private final Handlings handlings;
    private final Steps steps;
    private final Rules rules;
    private final LevelClock clock;
    private final Together together;

    StoredDeadlines(Handlings handlings, Steps steps, Rules rules, LevelClock clock, Together together) {
        this.handlings = handlings;
        this.steps = steps;
        this.rules = rules;
        this.clock = clock;
        this.together = together;
    }

    /** In one transaction for all of them: when it fails, the same file can be loaded again. */
    @EventListener
    @Transactional
    void on(CalendarChanged change) {
        handlings.findByEndedAtIsNullOrderById().stream()
                .filter(handling ->
                        (handling.workItem() != null || handling.terms().ledBy() != null) && !handling.paused())
                .sorted(Together.WAITING_FIRST)
                .forEach(this::recount);
    }

    private void recount(Handling handling) {
        Instant before = handling.terms().dueAt();
        rules.deadline(handling.situation())
                .ifPresent(rule -> clock.recount(handling, rule, together.deadlinesOfOthers(handling)));
        if (handling.terms().dueAt().equals(before)) {
            return;
        }
        steps.save(Step.of(handling.concern(), Step.Kind.DEADLINE_MOVED, clock.now())
                .in(handling)
                .on(clock.dayOf(handling.terms().dueAt())));
        if (handling.terms().ledBy() == null) {
            together.rescheduled(handling);
        }
    }
}
