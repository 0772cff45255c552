package org.shangda.programme.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.shangda.engine.door.Diagram;

/** What a safety hazard can come to on its way, and what every other concern can. */
final class Ways {

    private final Set<FlowNode> hazards;
    private final Set<FlowNode> others;

    private Ways(Set<FlowNode> hazards, Set<FlowNode> others) {
        this.hazards = hazards;
        this.others = others;
    }

    static Ways of(Diagram diagram) {
        return new Ways(reached(diagram, true), reached(diagram, false));
    }

    boolean leads(boolean hazard, FlowNode node) {
        return (hazard ? hazards : others).contains(node);
    }

    private static Set<FlowNode> reached(Diagram diagram, boolean hazard) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(diagram.process().getChildElementsByType(StartEvent.class));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (!reached.add(node)) {
                continue;
            }
            for (SequenceFlow flow : diagram.outgoing(node)) {
                if (isOpen(diagram, node, flow, hazard)) {
                    open.add(flow.getTarget());
                }
            }
            open.addAll(diagram.attached(node));
        }
        return reached;
    }

    private static boolean isOpen(Diagram diagram, FlowNode node, SequenceFlow flow, boolean hazard) {
        if (!(node instanceof ExclusiveGateway gateway)) {
            return true;
        }
        boolean asked = false;
        for (SequenceFlow way : diagram.outgoing(gateway)) {
            String condition = way.getConditionExpression() == null
                    ? ""
                    : way.getConditionExpression().getTextContent().replaceAll("\\s", "");
            if (condition.equals("${hazard}") || condition.equals("${!hazard}")) {
                asked = true;
                if (way.equals(flow)) {
                    return condition.equals("${hazard}") == hazard;
                }
                if (condition.equals("${hazard}") == hazard) {
                    return false;
                }
            }
        }
        return !asked || flow.equals(gateway.getDefault()) || flow.getConditionExpression() == null;
    }
}
