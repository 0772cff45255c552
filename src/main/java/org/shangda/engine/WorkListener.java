package org.shangda.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.shangda.refusal.Refusal;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;

/**
 * Gives every new task to whom the domain offers it, and tells the domain who has received it. Added while parsing, so
 * that no diagram can forget it.
 */
class WorkListener extends AbstractBpmnParseListener implements TaskListener {

    private final WorkItems items;
    private final Offering offering;

    WorkListener(WorkItems items, Offering offering) {
        this.items = items;
        this.offering = offering;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (items.of(activity.getId()).isEmpty()) {
            DrawnTemplate.read(element)
                    .filter(template -> items.of(template.id()).isPresent())
                    .ifPresent(template -> template.keepWith(activity));
        }
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            TaskDefinition task = behavior.getTaskDefinition();
            task.addBuiltInTaskListener(EVENTNAME_CREATE, this);
            task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        Work work = OpenTasks.work(task, null);
        items.of(work.key()).ifPresent(item -> notify(task, item, work));
    }

    private void notify(DelegateTask task, WorkItem<?> item, Work work) {
        requireNumber(work);
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            offering.give(task, item, work);
        } else if (task.getAssignee() != null) {
            requireOffered(item, work);
            item.received(work, task.getAssignee());
        }
    }

    /** There is none in a process that was called, or started itself, without the number of its case. */
    static void requireNumber(Work work) {
        if (work.number() == null) {
            throw Refusal.conflict("engine.no-number");
        }
    }

    /** Whoever assigns it, and by whatever way: nobody holds what they are not offered. */
    private static void requireOffered(WorkItem<?> item, Work work) {
        if (!item.offer(work).includes(work.assignee())) {
            throw Refusal.notFound("engine.no-such-task");
        }
    }
}
