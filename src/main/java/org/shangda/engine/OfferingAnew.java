package org.shangda.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Refusal;
import org.shangda.university.University;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;

/** Asks the domain again to whom an open task is offered, and gives it to them; never to whom the engine would. */
public class OfferingAnew {

    private final ProcessEngine engine;
    private final WorkItems items;
    private final TaskHandover handover;
    private final Offering offering;
    private final AsTheProduct asTheProduct;
    private final University university;

    OfferingAnew(
            ProcessEngine engine,
            WorkItems items,
            TaskHandover handover,
            Offering offering,
            AsTheProduct asTheProduct,
            University university) {
        this.engine = engine;
        this.items = items;
        this.handover = handover;
        this.offering = offering;
        this.asTheProduct = asTheProduct;
        this.university = university;
    }

    /**
     * So that somebody can act on it.
     *
     * @throws Refusal when it is over, when no module describes such work, when the domain is not at that step, or when it is
     *     for somebody who has left and for nobody else
     */
    public void offer(String id) {
        asTheProduct.run(() -> commands().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (task == null) {
                throw Refusal.conflict("offering.task-over");
            }
            Work work = OpenTasks.work(task, null);
            WorkItem<?> item =
                    items.of(work.key()).orElseThrow(() -> Refusal.conflict("offering.no-such-work", task.getName()));
            try {
                offer(task, item, work);
            } catch (Refusal elsewhere) {
                throw Refusal.conflict("offering.case-elsewhere", task.getName());
            }
            if (isForNobody(handover.currentHolders(id))) {
                throw Refusal.conflict("offering.to-nobody", task.getName());
            }
            return null;
        }));
    }

    private boolean isForNobody(Holders holders) {
        return holders.assignee() != null
                ? university.person(holders.assignee()).isEmpty()
                : holders.groups().isEmpty()
                        && holders.users().stream()
                                .allMatch(person -> university.person(person).isEmpty());
    }

    /** Whether a user task of a version of a diagram is work that some module describes: only that can be done by anybody. */
    public boolean isDescribed(String definition, String element) {
        return items.of(element).isPresent()
                || asTheProduct.call(() -> commands()
                        .execute(context ->
                                OpenTasks.template(definition, element).isPresent()));
    }

    /** Of a case that was moved to another version; what no module describes stays as it is. */
    void moved(String id) {
        commands().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (task != null) {
                Work work = OpenTasks.work(task, null);
                items.of(work.key()).ifPresent(item -> offer(task, item, work));
            }
            return null;
        });
    }

    private void offer(TaskEntity task, WorkItem<?> item, Work work) {
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

    private CommandExecutor commands() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }
}
