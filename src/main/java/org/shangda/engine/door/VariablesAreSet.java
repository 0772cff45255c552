package org.shangda.engine.door;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Whatever a condition, a timer, a number of instances or a call reads has been set before, on every way that leads there. */
final class VariablesAreSet implements Rule {

    private final Contracts contracts;

    VariablesAreSet(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            DataFlow flow = diagram.flow(contracts);
            for (FlowNode node : diagram.all(FlowNode.class)) {
                if (flow.reaches(node)) {
                    Reads.of(diagram, node)
                            .forEach((variable, where) -> examine(diagram, flow, node, variable, where, findings));
                }
            }
        }
    }

    private void examine(
            Diagram diagram,
            DataFlow flow,
            FlowNode node,
            String variable,
            List<BaseElement> where,
            Findings findings) {
        Set<String> values = flow.values(node, variable);
        for (BaseElement reader : where) {
            if (contracts.variable(variable).isEmpty() && !isHandedIn(variable)) {
                findings.refuse(diagram.file(), Diagram.place(reader), "variable.unknown", variable);
            } else if (values.contains(DataFlow.UNSET)) {
                findings.refuse(diagram.file(), Diagram.place(reader), "variable.unset", variable);
            }
        }
    }

    private boolean isHandedIn(String variable) {
        return contracts.all().stream().anyMatch(contract -> contract.needed().contains(variable));
    }
}
