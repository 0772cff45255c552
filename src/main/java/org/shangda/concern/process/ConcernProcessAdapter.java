package org.shangda.concern.process;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
    private final ObjectProvider<ManagementService> jobs;
    private final AsTheProduct asTheProduct;
    private final WayAnew way;

    /** The engine's services are provided late, because the engine's own set-up needs the domain. */
    ConcernProcessAdapter(
            ProcessStarter starter,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<ManagementService> jobs,
            AsTheProduct asTheProduct,
            WayAnew way) {
        this.starter = starter;
        this.tasks = tasks;
        this.jobs = jobs;
        this.asTheProduct = asTheProduct;
        this.way = way;
    }

    @Override
    public void setOut(Departure departure) {
        starter.start(ConcernEscalation.PROCESS, departure.number(), CodesOf.departure(departure));
    }

    @Override
    public void deadlineMoved(String workItem, Instant due, Instant nextAt) {
        asTheProduct.run(() -> {
            Task task = tasks.getObject().createTaskQuery().taskId(workItem).singleResult();
            if (task != null) {
                tasks.getObject().setDueDate(workItem, CodesOf.date(due));
                LevelHandling.CLOCK.forEach(timer -> look(task.getProcessInstanceId(), timer, nextAt));
            }
        });
    }

    @Override
    public List<String> levels(String number) {
        return List.copyOf(way.levels(number));
    }

    @Override
    public void putBack(String number, String level) {
        way.startAt(number, level);
    }

    private void look(String level, String timer, Instant at) {
        jobs.getObject()
                .createJobQuery()
                .processInstanceId(level)
                .activityId(timer)
                .list()
                .forEach(job -> jobs.getObject().setJobDuedate(job.getId(), CodesOf.date(at)));
    }
}
