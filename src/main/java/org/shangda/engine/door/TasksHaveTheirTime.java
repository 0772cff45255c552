package org.shangda.engine.door;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.shangda.work.WorkItem;

/** Every task that is somebody's work has a timer, its own or one around it: else nobody notices when it is left undone. */
final class TasksHaveTheirTime implements Rule {

    private final Set<String> standing;

    TasksHaveTheirTime(Collection<WorkItem<?>> items) {
        this.standing =
                items.stream().filter(WorkItem::isStanding).map(WorkItem::key).collect(Collectors.toSet());
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            diagram.all(UserTask.class).stream()
                    .filter(task -> !standing.contains(task.getId()) && !hasTime(diagram, task))
                    .forEach(task -> findings.warn(
                            diagram.file(),
                            Diagram.place(task),
                            "task.untimed",
                            TimersWaitForADay.DUE_DATE,
                            "${workIsLate}"));
        }
    }

    private static boolean hasTime(Diagram diagram, Activity task) {
        for (ModelElementInstance at = task; at instanceof Activity around; at = at.getParentElement()) {
            if (diagram.attached(around).stream().anyMatch(TasksHaveTheirTime::isTimer)
                    || isTimed(at.getParentElement())) {
                return true;
            }
        }
        return false;
    }

    /** By a subprocess that begins by itself while the scope is under way. */
    private static boolean isTimed(ModelElementInstance scope) {
        return scope.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(inner -> inner.getChildElementsByType(StartEvent.class).stream())
                .anyMatch(start -> !start.getChildElementsByType(TimerEventDefinition.class)
                        .isEmpty());
    }

    private static boolean isTimer(BoundaryEvent event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }
}
