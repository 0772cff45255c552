package org.shangda.concern;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until when what is to be received within hours must be: a safety hazard. */
@Component
public class Receipts {

    private final Handlings handlings;

    Receipts(Handlings handlings) {
        this.handlings = handlings;
    }

    /**
     * By the task through which it is handled; without what has been received, or has days for it.
     *
     * @param tasks ids of tasks, whatever they are for
     */
    @Transactional(readOnly = true)
    public Map<String, Instant> due(Collection<String> tasks) {
        return handlings.findByWorkItemInAndReceivedAtIsNullAndEndedAtIsNull(tasks).stream()
                .filter(at -> at.terms().receivedByTheHour(at.enteredAt()))
                .collect(toMap(Handling::workItem, at -> at.terms().receiveBy()));
    }
}
