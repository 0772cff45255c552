package org.shangda.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Refusal;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A task of a running case that was moved to another version of its diagram is offered anew, in the same transaction. The
 * engine moves it with its old holders, name and date, and calls no listener of it; all that it does is to write its
 * history. What the domain refuses, because the case is not at that step, is not moved.
 */
class MovedTasks {

    private final ProcessEngine engine;
    private final WorkItems items;
    private final TaskHandover handover;
    private final Offering offering;
    private final AsTheProduct asTheProduct;
    private final RefusedRequests refused;

    MovedTasks(
            ProcessEngine engine,
            WorkItems items,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            RefusedRequests refused) {
        this.engine = engine;
        this.items = items;
        this.handover = handover;
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
                        asTheProduct.run(() -> offerAnew(task));
                    } catch (Refusal notThere) {
                        throw refused.of(notThere);
                    }
                }
            });
        }
    }

    private void offerAnew(String id) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (task != null) {
                Work work = OpenTasks.work(task, null);
                items.of(work.key()).ifPresent(item -> offerAnew(task, item, work));
            }
            return null;
        });
    }

    private void offerAnew(TaskEntity task, WorkItem<?> item, Work work) {
        item.placed(work);
        Offer offer = item.offer(work);
        Holders held = handover.currentHolders(work.id());
        Holders due = Offering.standing(held, offer);
        offering.label(task, work, offer);
        if (!held.equals(due)) {
            handover.reassign(work.id(), held, due);
            offering.announce(item, work, offer);
        }
    }
}
