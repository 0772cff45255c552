package org.shangda.engine.running;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.shangda.engine.DrawnNames;
import org.shangda.refusal.Sentences;

/** What the elements of a diagram are called in it, in the reader's language; what has no name is called by its id. */
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
        String name = element instanceof FlowElement named ? DrawnNames.of(named) : "";
        return name.isBlank() ? id : name;
    }

    String of(Collection<String> ids) {
        return ids.stream().map(this::of).distinct().collect(Sentences.listing());
    }
}
