package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Which variables a node reads when it is entered or left, and where they stand. */
final class Reads {

    /** What a function of the product is asked with; nothing that a case is told. */
    private static final String OF_THE_ENGINE = "execution";

    private Reads() {}

    static Map<String, List<BaseElement>> of(Diagram diagram, FlowNode node) {
        Map<String, List<BaseElement>> reads = new LinkedHashMap<>();
        for (SequenceFlow flow : diagram.outgoing(node)) {
            Condition.of(flow).ifPresent(condition -> condition.variables().forEach(name -> add(reads, name, flow)));
        }
        if (node instanceof CatchEvent event) {
            for (TimerEventDefinition timer : event.getChildElementsByType(TimerEventDefinition.class)) {
                expression(reads, timer.getTimeDate(), node);
                expression(reads, timer.getTimeDuration(), node);
                expression(reads, timer.getTimeCycle(), node);
            }
        }
        diagram.all(LoopCardinality.class).stream()
                .filter(number -> node.equals(number.getParentElement().getParentElement()))
                .forEach(number -> expression(reads, number, node));
        if (node instanceof CallActivity call) {
            for (CamundaIn in : Diagram.ins(call)) {
                if (in.getCamundaSource() != null) {
                    add(reads, in.getCamundaSource(), node);
                }
            }
        }
        return reads;
    }

    private static void expression(
            Map<String, List<BaseElement>> reads,
            org.camunda.bpm.model.xml.instance.ModelElementInstance expression,
            BaseElement where) {
        if (expression != null) {
            Condition.of(expression.getTextContent())
                    .ifPresent(condition -> condition.variables().stream()
                            .filter(name -> !name.equals(OF_THE_ENGINE))
                            .forEach(name -> add(reads, name, where)));
        }
    }

    private static void add(Map<String, List<BaseElement>> reads, String variable, BaseElement where) {
        reads.computeIfAbsent(variable, any -> new ArrayList<>()).add(where);
    }
}
