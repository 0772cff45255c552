package org.shangda.engine.door;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Every circle comes to a place where the case waits for somebody or something: else it would run round for ever. */
final class CirclesWait implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Set<FlowNode> named = new HashSet<>();
            for (FlowNode node : diagram.all(FlowNode.class)) {
                if (!named.contains(node) && !waits(node)) {
                    Set<FlowNode> after = new HashSet<>();
                    follow(diagram, node, after);
                    if (after.contains(node)) {
                        named.addAll(after);
                        findings.refuse(diagram.file(), Diagram.place(node), "node.circles");
                    }
                }
            }
        }
    }

    private static void follow(Diagram diagram, FlowNode from, Set<FlowNode> after) {
        for (SequenceFlow flow : diagram.outgoing(from)) {
            FlowNode next = flow.getTarget();
            if (!waits(next) && after.add(next)) {
                follow(diagram, next, after);
            }
        }
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof SubProcess
                || node instanceof IntermediateCatchEvent
                || node instanceof EventBasedGateway;
    }
}
