package org.shangda.concern.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.shangda.concern.ConcernProcess;
import org.shangda.concern.SupervisionService.Decided;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.CaseMessages;
import org.shangda.engine.ProcessStarter;
import org.shangda.engine.TaskHandover;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.refusal.Refusal;
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
    private final CaseMessages messages;
    private final ObjectProvider<TaskHandover> handover;

    /** The engine's services are provided late, because the engine's own set-up needs the domain. */
    ConcernProcessAdapter(
            ProcessStarter starter,
            ObjectProvider<TaskService> tasks,
            ObjectProvider<ManagementService> jobs,
            AsTheProduct asTheProduct,
            WayAnew way,
            CaseMessages messages,
            ObjectProvider<TaskHandover> handover) {
        this.starter = starter;
        this.tasks = tasks;
        this.jobs = jobs;
        this.asTheProduct = asTheProduct;
        this.way = way;
        this.messages = messages;
        this.handover = handover;
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

    /** The level's clock is looked at now; the domain answers that it is supervised. */
    @Override
    public void supervisedAhead(String workItem) {
        asTheProduct.run(() -> {
            Task task = tasks.getObject().createTaskQuery().taskId(workItem).singleResult();
            List<Job> clock = task == null
                    ? List.of()
                    : LevelHandling.CLOCK.stream()
                            .flatMap(timer -> clock(task.getProcessInstanceId(), timer).stream())
                            .toList();
            if (clock.size() != 1 || clock.get(0).isSuspended()) {
                throw Refusal.conflict("supervision.clock-stands");
            }
            jobs.getObject().executeJob(clock.get(0).getId());
        });
    }

    @Override
    public void supervisionDecided(String workItem, Decided decided) {
        starter.complete(workItem, CodesOf.decided(decided));
    }

    @Override
    public void givenTo(String workItem, String person) {
        handover.getObject().reassign(workItem, Holders.people(Set.of(person)));
    }

    @Override
    public void merged(String number) {
        requireNotSuspended(number);
        if (!messages.isHeard(number, LevelHandling.MERGED)) {
            throw Refusal.conflict("merge.older-way", number);
        }
        messages.tell(number, LevelHandling.MERGED);
    }

    @Override
    public void goOn(String number) {
        requireNotSuspended(number);
        messages.tellAtItsEnd(number, LevelHandling.GOES_ON);
    }

    @Override
    public boolean suspended(String number) {
        return messages.isSuspended(number);
    }

    private void requireNotSuspended(String number) {
        if (suspended(number)) {
            throw Refusal.conflict("merge.suspended", number);
        }
    }

    @Override
    public List<String> levels(String number) {
        return List.copyOf(way.levels(number));
    }

    @Override
    public void putBack(String number, String level) {
        way.startAt(number, level);
    }

    @Override
    public void calledBack(List<String> numbers) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        numbers.forEach(number -> all.put(number, Map.of()));
        starter.startAll(CallBackProcess.PROCESS, all);
    }

    @Override
    public void handledAgain(Departure departure) {
        List<String> setOut = new ArrayList<>(List.of(ConcernEscalation.MY_CONCERN, way.again()));
        if (departure.onBehalf()) {
            setOut.add(ConcernEscalation.RAISED_FOR_COLLEAGUE);
        }
        starter.startAt(ConcernEscalation.PROCESS, departure.number(), CodesOf.departure(departure), setOut);
    }

    private List<Job> clock(String level, String timer) {
        return jobs.getObject()
                .createJobQuery()
                .processInstanceId(level)
                .activityId(timer)
                .list();
    }

    private void look(String level, String timer, Instant at) {
        clock(level, timer).forEach(job -> jobs.getObject().setJobDuedate(job.getId(), CodesOf.date(at)));
    }
}
