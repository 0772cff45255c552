package org.shangda.engine.door;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where a case goes next from a place, when one variable has one value. */
public final class WaysFrom {

    private static final int MOST_GATEWAYS = 20;

    private WaysFrom() {}

    /** Empty where it depends on something else. */
    public static Optional<FlowNode> next(Diagram diagram, FlowNode from, String variable, String value) {
        FlowNode node = from;
        for (int i = 0; i < MOST_GATEWAYS; i++) {
            Optional<SequenceFlow> flow = i > 0 && node instanceof ExclusiveGateway gateway
                    ? chosen(diagram, gateway, variable, value)
                    : diagram.outgoing(node).size() == 1
                            ? Optional.of(diagram.outgoing(node).get(0))
                            : Optional.empty();
            if (flow.isEmpty()) {
                return Optional.empty();
            }
            node = flow.get().getTarget();
            if (!(node instanceof ExclusiveGateway)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static Optional<SequenceFlow> chosen(
            Diagram diagram, ExclusiveGateway gateway, String variable, String value) {
        return Choices.of(diagram, gateway, Map.of(variable, Set.of(value)))
                .filter(choices -> choices.size() == 1)
                .flatMap(choices -> choices.values().iterator().next());
    }
}
