package org.shangda.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkLate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work was not done by its day: those who may do it are reminded, and the unit above hears of it, each once. */
@Service
@Transactional
public class LateWork {

    private final SupervisingLine line;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LateWork(SupervisingLine line, ApplicationEventPublisher events, Clock clock) {
        this.line = line;
        this.events = events;
        this.clock = clock;
    }

    public void tell(Work work, Offer offer) {
        Instant since = offer.due() == null ? clock.instant() : offer.due();
        String unit = offer.owner() != null
                ? offer.owner()
                : line.unitOf(offer.people().get(0));
        List<String> above = unit == null ? List.of() : line.people(line.above(unit, since));
        events.publishEvent(new WorkLate(work.id(), work.number(), unit, offer.people(), above));
    }
}
