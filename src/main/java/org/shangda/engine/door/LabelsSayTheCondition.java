package org.shangda.engine.door;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A flow called 「是」 does not stand for no, and one called 「否」 not for yes: so that they cannot change places unseen. */
final class LabelsSayTheCondition implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
                for (SequenceFlow flow : diagram.outgoing(gateway)) {
                    Condition.of(flow).ifPresent(condition -> examine(diagram, gateway, flow, condition, findings));
                }
            }
        }
    }

    private static void examine(
            Diagram diagram, ExclusiveGateway gateway, SequenceFlow flow, Condition condition, Findings findings) {
        String label = flow.getName() == null ? "" : flow.getName().strip();
        boolean no = label.startsWith("否");
        boolean yes = label.startsWith("是");
        Optional<Boolean> plain = condition.isPlainYes();
        boolean twoWays = diagram.outgoing(gateway).size() == 2;
        boolean against = plain.isPresent() && (plain.get() ? no : yes)
                || plain.isEmpty()
                        && twoWays
                        && condition.isSame().isPresent()
                        && (condition.isSame().get() ? label.equals("否") : yes);
        if (against) {
            findings.refuse(diagram.file(), Diagram.place(flow), "label.against", label, condition.text());
        }
    }
}
