package org.shangda.concern.process;

import java.time.Instant;
import org.camunda.bpm.engine.TaskService;
import org.shangda.concern.ConcernProcess;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.ProcessStarter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the domain tells the engine. */
@Component
class ConcernProcessAdapter implements ConcernProcess {

    private final ProcessStarter starter;
    private final ObjectProvider<TaskService> tasks;
    private final AsTheProduct asTheProduct;

    /** @param tasks provided late, because the engine's own set-up needs the domain */
    ConcernProcessAdapter(ProcessStarter starter, ObjectProvider<TaskService> tasks, AsTheProduct asTheProduct) {
        this.starter = starter;
        this.tasks = tasks;
        this.asTheProduct = asTheProduct;
    }

    @Override
    public void setOut(Departure departure) {
        starter.start(ConcernEscalation.PROCESS, departure.number(), CodesOf.departure(departure));
    }

    @Override
    public void deadlineMoved(String workItem, Instant due) {
        asTheProduct.run(() -> tasks.getObject().setDueDate(workItem, CodesOf.date(due)));
    }
}
