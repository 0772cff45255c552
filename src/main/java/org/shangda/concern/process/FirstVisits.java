package org.shangda.concern.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Which call activity of a concern's diagram is which level's first visit: its mappings say so. */
final class FirstVisits {

    private FirstVisits() {}

    /** Ids of the call activities, by the code of their level, in the order of the diagram's file. */
    static Map<String, String> of(BpmnModelInstance diagram) {
        Map<String, String> visits = new LinkedHashMap<>();
        for (CallActivity call : diagram.getModelElementsByType(CallActivity.class)) {
            String level = given(call, LevelHandling.LEVEL);
            if (level != null && "first".equals(given(call, LevelHandling.STAGE)) && !waitsForATwin(call)) {
                visits.putIfAbsent(level, call.getId());
            }
        }
        return visits;
    }

    /** The call activity with which the unit that has answered handles it again. */
    static Optional<String> again(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> "again".equals(given(call, LevelHandling.STAGE)))
                .map(CallActivity::getId)
                .findFirst();
    }

    private static String given(CallActivity call, String variable) {
        if (call.getExtensionElements() == null) {
            return null;
        }
        return call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                .filter(in -> variable.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .map(in -> in.getCamundaSourceExpression().replaceFirst("^[$#]\\{\\s*'(.*)'\\s*}$", "$1"))
                .findFirst()
                .orElse(null);
    }

    /** A safety hazard is at two levels at once; one of them alone would wait for the other for ever. */
    private static boolean waitsForATwin(CallActivity call) {
        return call.getOutgoing().stream().map(SequenceFlow::getTarget).anyMatch(FirstVisits::joins);
    }

    private static boolean joins(FlowNode next) {
        return next instanceof ParallelGateway && next.getIncoming().size() > 1;
    }
}
