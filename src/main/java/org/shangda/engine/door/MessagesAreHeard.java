package org.shangda.engine.door;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;

/** What the product tells its cases is waited for, and what it looks for in them is there. */
final class MessagesAreHeard implements Rule {

    private final Contracts contracts;

    MessagesAreHeard(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Contract contract : contracts.all()) {
            proposal.diagram(contract.process()).ifPresent(diagram -> {
                Set<String> heard = diagram.all(MessageEventDefinition.class).stream()
                        .filter(event -> event.getParentElement() instanceof CatchEvent)
                        .map(MessageEventDefinition::getMessage)
                        .filter(Objects::nonNull)
                        .map(message -> message.getName())
                        .collect(Collectors.toSet());
                contract.messages().stream()
                        .filter(message -> !heard.contains(message))
                        .forEach(message -> findings.refuse(diagram.file(), diagram.key(), "message.unheard", message));
                heard.stream()
                        .filter(message -> !contract.messages().contains(message))
                        .forEach(message -> findings.refuse(
                                diagram.file(), diagram.key(), "message.unsent", String.valueOf(message)));
                Set<String> elements = diagram.all(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .collect(Collectors.toSet());
                contract.elements().stream()
                        .filter(id -> !elements.contains(id))
                        .forEach(id -> findings.refuse(diagram.file(), id, "element.missing"));
            });
        }
    }
}
