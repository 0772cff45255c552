package org.shangda.engine.door;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** What is called exists, gets the number of the case and what it needs, and gives back what is asked for next. */
final class CallsAreWhole implements Rule {

    private final Contracts contracts;

    CallsAreWhole(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (CallActivity call : diagram.all(CallActivity.class)) {
                examine(proposal, diagram, call, findings);
            }
        }
    }

    private void examine(Proposal proposal, Diagram diagram, CallActivity call, Findings findings) {
        String file = diagram.file();
        String place = Diagram.place(call);
        if (proposal.diagram(call.getCalledElement()).isEmpty()) {
            findings.refuse(file, place, "call.unknown", String.valueOf(call.getCalledElement()));
            return;
        }
        if (call.getCamundaCalledElementBinding() != null && !"latest".equals(call.getCamundaCalledElementBinding())) {
            findings.refuse(file, place, "call.binding", call.getCamundaCalledElementBinding());
        }
        boolean numbered = Diagram.ins(call).stream()
                .map(CamundaIn::getCamundaBusinessKey)
                .anyMatch("#{execution.processBusinessKey}"::equals);
        if (!numbered) {
            findings.refuse(file, place, "call.number", "#{execution.processBusinessKey}");
        }
        Optional<Contract> called = contracts.of(call.getCalledElement());
        if (called.isEmpty() || !called.get().isCalled()) {
            findings.refuse(file, place, "call.not-called", call.getCalledElement());
            return;
        }
        Set<String> given =
                Diagram.ins(call).stream().map(CamundaIn::getCamundaTarget).collect(Collectors.toSet());
        called.get().needed().stream()
                .filter(variable -> !given.contains(variable))
                .forEach(variable -> findings.refuse(file, place, "call.lacks", variable));
        Set<String> answered = called.get().given().keySet();
        for (CamundaOut out : Diagram.outs(call)) {
            if (out.getCamundaSource() != null && !answered.contains(out.getCamundaSource())) {
                findings.refuse(file, place, "call.gives-not", out.getCamundaSource());
            }
            if (out.getCamundaTarget() != null
                    && contracts.variable(out.getCamundaTarget()).isEmpty()
                    && !answered.contains(out.getCamundaTarget())) {
                findings.refuse(file, place, "call.into-unknown", out.getCamundaTarget());
            }
        }
        asked(diagram, call).stream()
                .filter(answered::contains)
                .filter(variable -> Diagram.outs(call).stream()
                        .noneMatch(out ->
                                variable.equals(out.getCamundaTarget()) && variable.equals(out.getCamundaSource())))
                .forEach(variable -> findings.refuse(file, place, "call.unanswered", variable));
    }

    /** What the gateway asks that comes next. */
    private static Set<String> asked(Diagram diagram, CallActivity call) {
        return diagram.outgoing(call).stream()
                .map(SequenceFlow::getTarget)
                .filter(ExclusiveGateway.class::isInstance)
                .flatMap(gateway -> Reads.of(diagram, gateway).keySet().stream())
                .collect(Collectors.toSet());
    }
}
