package org.shangda.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.shangda.refusal.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A task of a running case that was moved to another version of its diagram is offered anew, in the same transaction. The
 * engine moves it with its old holders, name and date, and calls no listener of it; all that it does is to write its
 * history. What the domain refuses, because the case is not at that step, is not moved.
 */
class MovedTasks {

    private final OfferingAnew offering;
    private final AsTheProduct asTheProduct;
    private final RefusedRequests refused;

    MovedTasks(OfferingAnew offering, AsTheProduct asTheProduct, RefusedRequests refused) {
        this.offering = offering;
        this.asTheProduct = asTheProduct;
        this.refused = refused;
    }

    /** When the command that moves it is over, which could not be disturbed, and before its transaction is. */
    @EventListener
    void on(HistoricTaskInstanceEventEntity event) {
        if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            String task = event.getTaskId();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    try {
                        asTheProduct.run(() -> offering.moved(task));
                    } catch (Refusal notThere) {
                        throw refused.of(notThere);
                    }
                }
            });
        }
    }
}
