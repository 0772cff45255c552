package org.shangda.engine.door;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;

/** A name, a description or a mapping calculates with variables that are there, and a mapping writes none of the product's. */
final class TextsAreKnown implements Rule {

    private final Contracts contracts;

    TextsAreKnown(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (FlowNode node : diagram.all(FlowNode.class)) {
                if (node instanceof UserTask) {
                    text(diagram, node, node.getName(), findings);
                    node.getChildElementsByType(Documentation.class)
                            .forEach(words -> text(diagram, node, words.getTextContent(), findings));
                }
                mappings(diagram, node, findings);
                loop(diagram, node, findings);
            }
        }
    }

    private void mappings(Diagram diagram, FlowNode node, Findings findings) {
        var extensions = node.getExtensionElements();
        if (extensions == null) {
            return;
        }
        Set<String> written = new LinkedHashSet<>();
        diagram.all(CamundaInputParameter.class).stream()
                .filter(input -> extensions.equals(input.getParentElement().getParentElement()))
                .forEach(input -> {
                    written.add(input.getCamundaName());
                    text(diagram, node, input.getTextContent(), findings);
                });
        diagram.all(CamundaOutputParameter.class).stream()
                .filter(output -> extensions.equals(output.getParentElement().getParentElement()))
                .forEach(output -> {
                    written.add(output.getCamundaName());
                    text(diagram, node, output.getTextContent(), findings);
                });
        written.stream()
                .filter(name -> name != null && contracts.variable(name).isPresent())
                .forEach(name -> findings.refuse(diagram.file(), Diagram.place(node), "mapping.overwrites", name));
    }

    private boolean isRepeated(Diagram diagram, FlowNode node) {
        return contracts
                .of(diagram.key())
                .filter(contract -> contract.repeated().contains(node.getId()))
                .isPresent();
    }

    /** As often as a step has said, not as often as somebody writes. */
    private void loop(Diagram diagram, FlowNode node, Findings findings) {
        if (node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
            String number = loop.getLoopCardinality() == null
                    ? ""
                    : loop.getLoopCardinality().getTextContent().strip();
            boolean told = Diagram.name(number)
                    .flatMap(contracts::variable)
                    .filter(variable -> variable.kind() == Variable.Kind.NUMBER)
                    .isPresent();
            if (!told) {
                findings.refuse(diagram.file(), Diagram.place(node), "loop.number", number);
            }
            if (loop.isSequential()) {
                findings.warn(diagram.file(), Diagram.place(node), "loop.sequential");
            }
        } else if (isRepeated(diagram, node)) {
            findings.refuse(diagram.file(), Diagram.place(node), "loop.missing");
        }
    }

    /** Variables in a text are calculated whenever a case comes there: an unknown one stops it. */
    private void text(Diagram diagram, FlowNode node, String text, Findings findings) {
        if (text == null || !text.contains("${") && !text.contains("#{")) {
            return;
        }
        Set<String> asked = Condition.of(text.strip())
                .map(Condition::variables)
                .map(LinkedHashSet::new)
                .orElse(null);
        if (asked == null) {
            findings.refuse(diagram.file(), Diagram.place(node), "text.calculated", text.strip());
            return;
        }
        asked.stream()
                .filter(name -> contracts.variable(name).isEmpty())
                .forEach(name -> findings.refuse(diagram.file(), Diagram.place(node), "variable.unknown", name));
    }
}
