package org.shangda.engine.running;

import java.util.Collection;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the elements of a diagram are called in it; what has no name is called by its id. */
final class ElementNames {

    private final BpmnModelInstance diagram;

    ElementNames(BpmnModelInstance diagram) {
        this.diagram = diagram;
    }

    boolean has(String id) {
        return diagram.getModelElementById(id) != null;
    }

    String of(String id) {
        ModelElementInstance element = diagram.getModelElementById(id);
        String name = element instanceof FlowElement named ? named.getName() : null;
        return name == null || name.isBlank() ? id : name.strip();
    }

    String of(Collection<String> ids) {
        return ids.stream().map(this::of).distinct().collect(Collectors.joining("、"));
    }
}
