package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Where each value goes at a gateway that chooses one way, found as the engine does: the first flow that holds. */
final class Choices {

    /** More combinations than these no gateway asks about. */
    private static final int MOST = 200;

    private Choices() {}

    /**
     * Values of what the gateway asks → the flow that they take, or nothing where the engine would find none. Empty where
     * the values cannot be counted.
     */
    static Optional<Map<Map<String, Object>, Optional<SequenceFlow>>> of(
            Diagram diagram, ExclusiveGateway gateway, Map<String, Set<String>> state) {
        Set<String> asked = new LinkedHashSet<>();
        for (SequenceFlow flow : diagram.outgoing(gateway)) {
            if (flow.getConditionExpression() != null) {
                Optional<Condition> condition = Condition.of(flow);
                if (condition.isEmpty()) {
                    return Optional.empty();
                }
                asked.addAll(condition.get().variables());
            }
        }
        List<Map<String, Object>> situations = new ArrayList<>(List.of(Map.of()));
        for (String variable : asked) {
            Set<String> values = new LinkedHashSet<>(state.getOrDefault(variable, Set.of()));
            values.remove(DataFlow.UNSET);
            if (values.isEmpty() || values.contains(DataFlow.ANY)) {
                return Optional.empty();
            }
            List<Map<String, Object>> more = new ArrayList<>();
            for (Map<String, Object> situation : situations) {
                for (String value : values) {
                    Map<String, Object> one = new LinkedHashMap<>(situation);
                    one.put(variable, value.matches("true|false") ? (Object) Boolean.valueOf(value) : value);
                    more.add(one);
                }
            }
            situations = more;
            if (situations.size() > MOST) {
                return Optional.empty();
            }
        }
        Map<Map<String, Object>, Optional<SequenceFlow>> choices = new LinkedHashMap<>();
        for (Map<String, Object> situation : situations) {
            choices.put(situation, choice(diagram, gateway, situation));
        }
        return Optional.of(choices);
    }

    private static Optional<SequenceFlow> choice(
            Diagram diagram, ExclusiveGateway gateway, Map<String, Object> situation) {
        for (SequenceFlow flow : diagram.outgoing(gateway)) {
            boolean holds = !flow.equals(gateway.getDefault())
                    && (flow.getConditionExpression() == null
                            || Condition.of(flow)
                                    .flatMap(condition -> condition.holds(situation))
                                    .orElse(false));
            if (holds) {
                return Optional.of(flow);
            }
        }
        return Optional.ofNullable(gateway.getDefault());
    }
}
