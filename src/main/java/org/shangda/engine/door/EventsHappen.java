package org.shangda.engine.door;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** An event waits for something that happens, what is thrown is caught around it, and what leaves a task that stays does not come back to the way. */
final class EventsHappen implements Rule {

    private final Contracts contracts;

    EventsHappen(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (FlowNode node : diagram.all(FlowNode.class)) {
                boolean catches = node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent;
                boolean somethingKnown = node.getChildElementsByType(EventDefinition.class).stream()
                        .anyMatch(event -> event instanceof TimerEventDefinition
                                || event instanceof MessageEventDefinition
                                || event instanceof ErrorEventDefinition
                                || event instanceof LinkEventDefinition);
                if (catches && !somethingKnown || node instanceof ReceiveTask) {
                    findings.refuse(diagram.file(), Diagram.place(node), "event.waits-for-nothing");
                }
                if (node instanceof EndEvent) {
                    node.getChildElementsByType(ErrorEventDefinition.class).stream()
                            .filter(thrown -> !isCaught(diagram, node, thrown.getError()))
                            .forEach(thrown -> findings.refuse(
                                    diagram.file(), Diagram.place(node), "event.uncaught", code(thrown)));
                }
                if (node instanceof BoundaryEvent event) {
                    event.getChildElementsByType(ErrorEventDefinition.class).stream()
                            .filter(caught -> !isThrown(diagram, event, caught.getError()))
                            .forEach(caught -> findings.refuse(
                                    diagram.file(), Diagram.place(node), "event.unthrown", code(caught)));
                    comesBack(diagram, event, findings);
                    ends(diagram, event, findings);
                }
            }
            diagram.all(SequenceFlow.class).stream()
                    .filter(flow -> flow.getSource() != null && flow.getSource().equals(flow.getTarget()))
                    .forEach(flow -> findings.refuse(
                            diagram.file(), Diagram.place(flow), "flow.to-itself", Diagram.place(flow.getSource())));
        }
    }

    private static String code(ErrorEventDefinition definition) {
        return definition.getError() == null
                ? ""
                : String.valueOf(definition.getError().getErrorCode());
    }

    private static boolean isCaught(Diagram diagram, FlowNode thrower, Error error) {
        for (ModelElementInstance at = thrower.getParentElement(); at != null; at = at.getParentElement()) {
            if (at instanceof FlowNode scope
                    && diagram.attached(scope).stream().anyMatch(event -> hasError(event, error))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThrown(Diagram diagram, BoundaryEvent event, Error error) {
        return diagram.all(EndEvent.class).stream()
                .filter(end -> isInside(end, event.getAttachedTo()))
                .anyMatch(end -> hasError(end, error));
    }

    private static boolean hasError(FlowNode event, Error error) {
        return event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .anyMatch(definition -> error != null && error.equals(definition.getError()));
    }

    private static boolean isInside(ModelElementInstance element, ModelElementInstance scope) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    /** A reminder goes beside the way; one that comes back to it would take the case there a second time. */
    private static void comesBack(Diagram diagram, BoundaryEvent event, Findings findings) {
        if (event.cancelActivity()
                || event.getAttachedTo() == null
                || !event.getChildElementsByType(ErrorEventDefinition.class).isEmpty()) {
            return;
        }
        Set<FlowNode> way = after(diagram, event.getAttachedTo());
        after(diagram, event).stream()
                .filter(node -> way.contains(node) && !(node instanceof EndEvent))
                .findFirst()
                .ifPresent(node ->
                        findings.refuse(diagram.file(), Diagram.place(event), "event.comes-back", Diagram.place(node)));
    }

    /** What only reminds leaves the task where it is, and what only ends takes it away. */
    private void ends(Diagram diagram, BoundaryEvent event, Findings findings) {
        if (event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
            return;
        }
        Set<FlowNode> path = after(diagram, event);
        Set<String> steps = new LinkedHashSet<>();
        path.stream().map(StepsAreCalled::step).filter(Objects::nonNull).forEach(steps::add);
        boolean needed = steps.stream()
                .anyMatch(step -> contracts
                        .of(diagram.key())
                        .filter(contract -> contract.steps().contains(step) && contract.isNeeded(step))
                        .isPresent());
        boolean onlyReminds = !steps.isEmpty()
                && !needed
                && path.stream().noneMatch(node -> node instanceof UserTask || node instanceof CallActivity);
        boolean doesNothing = path.stream().allMatch(EndEvent.class::isInstance);
        if (!event.cancelActivity() && doesNothing) {
            findings.refuse(diagram.file(), Diagram.place(event), "event.leaves-task");
        } else if (event.cancelActivity() && onlyReminds) {
            findings.refuse(diagram.file(), Diagram.place(event), "event.ends-task");
        }
    }

    private static Set<FlowNode> after(Diagram diagram, FlowNode from) {
        Set<FlowNode> after = new LinkedHashSet<>();
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            for (SequenceFlow flow : diagram.outgoing(open.poll())) {
                if (seen.add(flow.getTarget())) {
                    after.add(flow.getTarget());
                    open.add(flow.getTarget());
                }
            }
        }
        return after;
    }
}
