package org.shangda.engine.door;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;

/** Every element can be reached and leads on, until an end event ends the case; a subprocess with a clock of its own is ended by force. */
final class NothingStopsHalfway implements Rule {

    private final Contracts contracts;

    NothingStopsHalfway(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            DataFlow flow = diagram.flow(contracts);
            for (FlowNode node : diagram.all(FlowNode.class)) {
                boolean byEvent = node instanceof SubProcess inner && inner.triggeredByEvent();
                if (!flow.reaches(node) && !byEvent) {
                    findings.refuse(diagram.file(), Diagram.place(node), "node.unreached");
                }
                if (diagram.outgoing(node).isEmpty()
                        && !(node instanceof EndEvent)
                        && !byEvent
                        && !isCompensation(node)) {
                    findings.refuse(diagram.file(), Diagram.place(node), "node.leads-nowhere");
                }
                if (node instanceof Activity activity
                        && activity.isForCompensation()
                        && !diagram.incoming(node).isEmpty()) {
                    findings.refuse(diagram.file(), Diagram.place(node), "node.compensation");
                }
                if (node instanceof ManualTask
                        || node.getElementType().getTypeName().equals("task")) {
                    findings.warn(diagram.file(), Diagram.place(node), "node.does-nothing");
                }
                if (node instanceof Activity && diagram.outgoing(node).size() > 1) {
                    findings.refuse(diagram.file(), Diagram.place(node), "node.forks");
                }
            }
            diagram.all(ParallelGateway.class).forEach(fork -> joins(diagram, fork, findings));
            diagram.all(SubProcess.class).stream()
                    .filter(NothingStopsHalfway::hasOwnClock)
                    .flatMap(inner -> inner.getChildElementsByType(EndEvent.class).stream())
                    .filter(end -> !isBesideTheWay(diagram, end, new HashSet<>()))
                    .filter(end ->
                            end.getEventDefinitions().stream().noneMatch(TerminateEventDefinition.class::isInstance))
                    .forEach(end -> findings.refuse(diagram.file(), Diagram.place(end), "node.not-ended"));
        }
    }

    /** Where two of its ways meet again, somebody must wait for both, or the case goes on twice. */
    private static void joins(Diagram diagram, ParallelGateway fork, Findings findings) {
        Set<FlowNode> met = new HashSet<>();
        for (SequenceFlow way : diagram.outgoing(fork)) {
            FlowNode node = way.getTarget();
            while (diagram.incoming(node).size() == 1 && diagram.outgoing(node).size() == 1) {
                node = diagram.outgoing(node).get(0).getTarget();
            }
            boolean waits = node instanceof ParallelGateway || node instanceof InclusiveGateway;
            if (!met.add(node) && !waits && !(node instanceof EndEvent)) {
                findings.refuse(diagram.file(), Diagram.place(node), "node.joins-not", Diagram.place(fork));
            }
        }
    }

    private static boolean isCompensation(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation()
                || node instanceof BoundaryEvent event
                        && !event.getChildElementsByType(
                                        org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition.class)
                                .isEmpty();
    }

    /** Reached only from events that start something beside the way, such as a reminder, and leave the way as it is. */
    private static boolean isBesideTheWay(Diagram diagram, FlowNode node, Set<FlowNode> seen) {
        if (node instanceof BoundaryEvent event) {
            return !event.cancelActivity();
        }
        return seen.add(node)
                && !diagram.incoming(node).isEmpty()
                && diagram.incoming(node).stream().allMatch(flow -> isBesideTheWay(diagram, flow.getSource(), seen));
    }

    /** What an event has started beside it would keep it open. */
    private static boolean hasOwnClock(SubProcess scope) {
        return scope.getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(inner ->
                        inner.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.StartEvent.class).stream())
                .anyMatch(start -> !start.isInterrupting());
    }
}
