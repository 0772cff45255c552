package org.shangda.engine.door;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.shangda.refusal.Sentences;

/** At a gateway every value has a way, every way has a value, and no two values that mean different things fall on its default. */
final class WaysAreWhole implements Rule {

    private final Contracts contracts;

    WaysAreWhole(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            DataFlow flow = diagram.flow(contracts);
            diagram.all(ExclusiveGateway.class).stream()
                    .filter(gateway -> diagram.outgoing(gateway).size() == 1)
                    .map(gateway -> diagram.outgoing(gateway).get(0))
                    .filter(only -> only.getConditionExpression() != null)
                    .forEach(only -> findings.refuse(diagram.file(), Diagram.place(only), "way.only"));
            diagram.all(ExclusiveGateway.class).stream()
                    .filter(flow::reaches)
                    .filter(gateway -> diagram.outgoing(gateway).size() > 1)
                    .forEach(gateway -> examine(diagram, flow, gateway, findings));
            diagram.all(InclusiveGateway.class).stream()
                    .filter(flow::reaches)
                    .forEach(gateway -> examine(diagram, gateway, findings));
        }
    }

    private void examine(Diagram diagram, DataFlow flow, ExclusiveGateway gateway, Findings findings) {
        if (gateway.getDefault() == null) {
            findings.warn(diagram.file(), Diagram.place(gateway), "way.no-default");
        } else if (gateway.getDefault().getConditionExpression() != null) {
            findings.refuse(diagram.file(), Diagram.place(gateway.getDefault()), "way.default-asks");
        }
        Map<String, Set<String>> state = new LinkedHashMap<>();
        Reads.of(diagram, gateway).keySet().forEach(name -> state.put(name, flow.values(gateway, name)));
        Choices.of(diagram, gateway, state).ifPresent(choices -> {
            Set<SequenceFlow> taken = new LinkedHashSet<>();
            Set<String> byDefault = new LinkedHashSet<>();
            choices.forEach((values, choice) -> {
                if (choice.isEmpty()) {
                    findings.refuse(diagram.file(), Diagram.place(gateway), "way.none", said(values));
                } else {
                    taken.add(choice.get());
                    if (choice.get().equals(gateway.getDefault())) {
                        byDefault.add(said(values));
                    }
                }
            });
            diagram.outgoing(gateway).stream()
                    .filter(way -> !taken.contains(way))
                    .forEach(way -> findings.refuse(diagram.file(), Diagram.place(way), "way.never"));
            boolean meant = byDefault.size() < 2
                    || contracts
                            .of(diagram.key())
                            .filter(contract -> contract.areAlike(byDefault))
                            .isPresent();
            if (!meant) {
                findings.refuse(diagram.file(), Diagram.place(gateway), "way.same", Sentences.listed(byDefault));
            }
        });
    }

    private static String said(Map<String, Object> values) {
        return Sentences.listed(values.values().stream().map(Object::toString).toList());
    }

    /** Here every flow that holds is taken, so one of them must always hold. */
    private void examine(Diagram diagram, InclusiveGateway gateway, Findings findings) {
        boolean always = diagram.outgoing(gateway).size() < 2
                || gateway.getDefault() != null
                || diagram.outgoing(gateway).stream().anyMatch(way -> way.getConditionExpression() == null);
        if (!always) {
            findings.refuse(diagram.file(), Diagram.place(gateway), "way.perhaps-none");
        }
    }
}
