package org.shangda.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.shangda.work.Offer;
import org.shangda.work.Work;
import org.shangda.work.WorkItems;
import org.springframework.stereotype.Component;

/** What is not done by its day: the tasks that the timer stands at whose way has come to a step. */
@Component
public class LateTasks {

    private final WorkItems items;

    LateTasks(WorkItems items) {
        this.items = items;
    }

    /** An open task, and to whom it is offered today. */
    public record Late(Work work, Offer offer) {}

    /** They stand first in every list from now on. */
    public List<Late> at(DelegateExecution step) {
        TaskService tasks = step.getProcessEngineServices().getTaskService();
        List<DelegateTask> open = tasks
                .createTaskQuery()
                .processInstanceId(step.getProcessInstanceId())
                .taskDefinitionKeyIn(
                        watched((FlowNode) step.getBpmnModelElementInstance()).toArray(String[]::new))
                .list()
                .stream()
                .map(DelegateTask.class::cast)
                .toList();
        open.forEach(task -> tasks.setPriority(task.getId(), Offering.PRESSING));
        return open.stream()
                .map(task -> OpenTasks.work(task, null))
                .flatMap(work -> items.of(work.key()).stream().map(item -> new Late(work, item.offer(work))))
                .toList();
    }

    /** Ids of the tasks from whose timers a way leads to the step. */
    private static Set<String> watched(FlowNode step) {
        Set<String> watched = new HashSet<>();
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(step));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (node instanceof BoundaryEvent event) {
                watched.add(event.getAttachedTo().getId());
            }
            node.getIncoming().stream()
                    .map(SequenceFlow::getSource)
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return watched;
    }
}
