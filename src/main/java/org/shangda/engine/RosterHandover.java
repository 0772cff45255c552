package org.shangda.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.shangda.engine.OfferedTasks.Work;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.university.Offer;
import org.shangda.university.RosterChanged;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/**
 * Open tasks follow the roster: what somebody held who no longer answers for the unit goes to the successor. In the
 * transaction of the import, so that at no moment a task is with nobody.
 */
class RosterHandover {

    private final TaskService tasks;
    private final TaskHandover handover;
    private final Offering offering;
    private final AsTheProduct asTheProduct;
    private final ObjectProvider<OfferedTasks> modules;

    RosterHandover(
            TaskService tasks,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            ObjectProvider<OfferedTasks> modules) {
        this.tasks = tasks;
        this.handover = handover;
        this.offering = offering;
        this.asTheProduct = asTheProduct;
        this.modules = modules;
    }

    /** Last: what the tasks are about has followed the roster before. */
    @EventListener
    @Order
    void on(RosterChanged change) {
        asTheProduct.run(() -> modules.forEach(this::follow));
    }

    private void follow(OfferedTasks module) {
        tasks.createTaskQuery()
                .taskDefinitionKeyIn(module.offers().keySet().toArray(String[]::new))
                .list()
                .forEach(task -> follow(module, task));
    }

    private void follow(OfferedTasks module, Task task) {
        Work work = new Work(
                task.getId(),
                task.getTaskDefinitionKey(),
                (String) tasks.getVariableLocal(task.getId(), "number"),
                variable -> tasks.getVariable(task.getId(), variable));
        Offer offer = module.offers().get(work.key()).apply(work);
        Holders held = handover.currentHolders(work.id());
        // Whoever has received the task keeps it, as long as they may do it.
        Holders due =
                held.assignee() != null && offer.people().contains(held.assignee()) ? held : Offering.holders(offer);
        if (!held.equals(due)) {
            handover.reassign(work.id(), due);
            offering.announce(work.id(), work.key(), work.number(), offer);
            module.handedOver(work, offer);
        }
    }
}
