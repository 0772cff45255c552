package org.shangda.engine.door;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;

/** What the product must do on the way of a case is called in its diagram, and each step only in the diagram that it is for. */
final class StepsAreCalled implements Rule {

    private final Contracts contracts;

    StepsAreCalled(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Set<String> called = new LinkedHashSet<>();
            for (FlowNode node : diagram.all(FlowNode.class)) {
                String step = step(node);
                if (step != null) {
                    called.add(step);
                    foreign(diagram, node, step, findings);
                }
                for (CamundaExecutionListener listener : Diagram.extensions(node, CamundaExecutionListener.class)) {
                    Diagram.name(listener.getCamundaDelegateExpression()).ifPresent(bean -> {
                        called.add(bean);
                        foreign(diagram, node, bean, findings);
                    });
                }
            }
            contracts
                    .of(diagram.key())
                    .ifPresent(contract -> contract.steps().stream()
                            .filter(bean -> !called.contains(bean))
                            .forEach(bean -> {
                                if (contract.isNeeded(bean)) {
                                    findings.refuse(diagram.file(), diagram.key(), "step.missing", bean);
                                } else {
                                    findings.warn(diagram.file(), diagram.key(), "step.left-out", bean);
                                }
                            }));
        }
    }

    static String step(FlowNode node) {
        return Diagram.name(node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "delegateExpression"))
                .orElse(null);
    }

    private void foreign(Diagram diagram, FlowNode node, String bean, Findings findings) {
        boolean others =
                contracts.all().stream().anyMatch(contract -> contract.steps().contains(bean));
        boolean own = contracts
                .of(diagram.key())
                .filter(contract -> contract.steps().contains(bean))
                .isPresent();
        if (others && !own) {
            findings.refuse(diagram.file(), Diagram.place(node), "step.of-another", bean);
        }
    }
}
