package org.shangda.university;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts another roster into force within the running transaction, and hears what follows from it. A rehearsal does the same
 * and takes it back, so that it says what would happen and not what somebody thought would.
 */
@Component
class RosterChange {

    private final RosterTables tables;
    private final CurrentUniversity university;
    private final ApplicationEventPublisher events;

    RosterChange(RosterTables tables, CurrentUniversity university, ApplicationEventPublisher events) {
        this.tables = tables;
        this.university = university;
        this.events = events;
    }

    /** @param further what is to be known once everything has followed the roster */
    List<PassedOn> to(Roster before, Roster after, Object... further) {
        return change(before, after, true, further);
    }

    /**
     * The same people are there, of whom others are away or stand in. Where nothing follows from it today, nothing is looked
     * through.
     */
    List<PassedOn> whoAnswers(Roster before, Roster after) {
        return change(before, after, false);
    }

    private List<PassedOn> change(Roster before, Roster after, boolean whatever, Object... further) {
        List<PassedOn> heard = new ArrayList<>();
        TransactionSynchronizationManager.bindResource(this, heard);
        try {
            Snapshot now = new Snapshot(after, university.today());
            LocalDate known = tables.knownOn();
            tables.write(before, after, now.day());
            university.show(now);
            RosterChanged changed =
                    now.since(new Snapshot(before, known != null && known.isBefore(now.day()) ? known : now.day()));
            if (whatever || !changed.changedUnits().isEmpty()) {
                events.publishEvent(changed);
            }
            for (Object event : further) {
                events.publishEvent(event);
            }
            return List.copyOf(heard);
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    @EventListener
    void on(PassedOn something) {
        @SuppressWarnings("unchecked")
        List<PassedOn> heard = (List<PassedOn>) TransactionSynchronizationManager.getResource(this);
        if (heard != null) {
            heard.add(something);
        }
    }
}
