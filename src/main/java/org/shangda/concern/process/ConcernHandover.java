package org.shangda.concern.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.shangda.concern.FollowingService;
import org.shangda.concern.HandlingService;
import org.shangda.concern.Offer;
import org.shangda.concern.SupervisionService;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.TaskHandover;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.university.RosterChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Open tasks follow the roster: what somebody held who no longer answers for the unit goes to the successor. In the
 * transaction of the import, so that at no moment a task is with nobody.
 */
@Component
class ConcernHandover {

    private final TaskService tasks;
    private final TaskHandover handover;
    private final AsTheProduct asTheProduct;
    private final HandlingService handling;
    private final Map<String, Function<Work, Offer>> offers;

    ConcernHandover(
            TaskService tasks,
            TaskHandover handover,
            AsTheProduct asTheProduct,
            HandlingService handling,
            SupervisionService supervision,
            FollowingService following) {
        this.tasks = tasks;
        this.handover = handover;
        this.asTheProduct = asTheProduct;
        this.handling = handling;
        this.offers = Map.of(
                LevelHandling.HANDLE, work -> handling.offer(work.number, work.handling(), work.task.getId()),
                LevelHandling.SIGN, work -> handling.offerSignature(work.number, work.handling(), work.task.getId()),
                LevelHandling.RECORD_DECISION,
                        work -> handling.offerDecision(work.number, work.handling(), work.task.getId()),
                LevelHandling.OPINION, work -> handling.offerOpinion(work.number, work.handling(), work.task.getId()),
                SupervisionProcess.SUPERVISE,
                        work -> supervision.offer(work.number, work.handling(), work.task.getId()),
                ConcernEscalation.PASS_ON_ANSWER, work -> following.offerToUnitInCharge(work.number, "pass-on"),
                ConcernEscalation.CONFIRM_REFERRAL, work -> following.offerToUnitInCharge(work.number, "referral"));
    }

    /** A task and the case that it belongs to. */
    private record Work(Task task, String number, Function<String, Object> variables) {

        long handling() {
            return ((Number) variables.apply(LevelHandling.HANDLING)).longValue();
        }
    }

    @EventListener
    void on(RosterChanged change) {
        asTheProduct.run(() -> tasks.createTaskQuery()
                .taskDefinitionKeyIn(offers.keySet().toArray(String[]::new))
                .list()
                .forEach(this::follow));
    }

    private void follow(Task task) {
        Work work = new Work(
                task,
                (String) tasks.getVariableLocal(task.getId(), "number"),
                variable -> tasks.getVariable(task.getId(), variable));
        if (List.of(LevelHandling.HANDLE, LevelHandling.RECORD_DECISION).contains(task.getTaskDefinitionKey())) {
            handling.answerAnew(work.number, work.handling());
        }
        Offer offer = offers.get(task.getTaskDefinitionKey()).apply(work);
        Holders held = handover.currentHolders(task.getId());
        // Whoever has received the task keeps it, as long as they may do it.
        Holders due = held.assignee() != null && offer.people().contains(held.assignee()) ? held : holders(offer);
        if (!held.equals(due)) {
            handover.reassign(task.getId(), due);
            handling.handedOver(work.number, offer.what());
        }
    }

    private static Holders holders(Offer offer) {
        if (offer.assignee() != null) {
            return Holders.person(offer.assignee());
        }
        return offer.unit() != null ? Holders.group("u" + offer.unit()) : Holders.people(Set.copyOf(offer.people()));
    }
}
