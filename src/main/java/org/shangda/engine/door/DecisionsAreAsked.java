package org.shangda.engine.door;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.shangda.work.Answer;

/** What somebody decides is asked afterwards, and a day that is set is waited for: else the decision has no effect. */
final class DecisionsAreAsked implements Rule {

    private final Contracts contracts;

    DecisionsAreAsked(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (FlowNode node : diagram.all(FlowNode.class)) {
                List<Answer> answers = answers(diagram, node);
                answers.stream()
                        .flatMap(answer -> answer.codes().keySet().stream())
                        .distinct()
                        .map(name -> Variable.of(name, answers))
                        .filter(Variable::decides)
                        .filter(variable ->
                                answers.stream().anyMatch(answer -> Contracts.isTold(answer, variable.name())))
                        .filter(variable -> contracts
                                .of(diagram.key())
                                .filter(contract -> contract.ignores(variable.name())
                                        || contract.ignores(StepsAreCalled.step(node) + "." + variable.name()))
                                .isEmpty())
                        .filter(variable -> !isAsked(proposal, diagram, node, variable))
                        .forEach(variable -> findings.refuse(
                                diagram.file(),
                                Diagram.place(node),
                                variable.kind() == Variable.Kind.DAY ? "decision.day" : "decision.unasked",
                                variable.name()));
            }
        }
    }

    private List<Answer> answers(Diagram diagram, FlowNode node) {
        List<Answer> answers = new ArrayList<>();
        if (node instanceof UserTask) {
            answers.addAll(contracts.ofTask(node.getId()));
        }
        if (node instanceof StartEvent && diagram.process().equals(node.getParentElement())) {
            answers.addAll(contracts.ofStart(diagram.key()));
        }
        String step = StepsAreCalled.step(node);
        if (step != null) {
            answers.addAll(contracts.ofStep(step));
        }
        for (CamundaExecutionListener listener : Diagram.extensions(node, CamundaExecutionListener.class)) {
            Diagram.name(listener.getCamundaDelegateExpression())
                    .ifPresent(bean -> answers.addAll(contracts.ofStep(bean)));
        }
        return answers;
    }

    private static boolean isAsked(Proposal proposal, Diagram diagram, FlowNode from, Variable variable) {
        return isGivenBack(proposal, diagram, variable.name())
                || reachable(diagram, from).stream().anyMatch(node -> reads(diagram, node, variable));
    }

    private static boolean reads(Diagram diagram, FlowNode node, Variable variable) {
        Map<String, List<org.camunda.bpm.model.bpmn.instance.BaseElement>> reads = Reads.of(diagram, node);
        if (!reads.containsKey(variable.name())) {
            return false;
        }
        return variable.kind() != Variable.Kind.DAY
                || node instanceof CallActivity
                || reads.get(variable.name()).contains(node);
    }

    /** Whoever calls this process takes it over. */
    private static boolean isGivenBack(Proposal proposal, Diagram diagram, String variable) {
        return proposal.diagrams().stream()
                .flatMap(caller -> caller.all(CallActivity.class).stream())
                .filter(call -> diagram.key().equals(call.getCalledElement()))
                .flatMap(call -> Diagram.outs(call).stream())
                .map(CamundaOut::getCamundaSource)
                .anyMatch(variable::equals);
    }

    /** The node itself, and all that a case can come to afterwards. */
    static Set<FlowNode> reachable(Diagram diagram, FlowNode from) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (!reached.add(node)) {
                continue;
            }
            diagram.outgoing(node).stream().map(SequenceFlow::getTarget).forEach(open::add);
            open.addAll(diagram.attached(node));
            if (node instanceof SubProcess) {
                inside(node, open);
            }
            if (node.getParentElement() instanceof SubProcess outer) {
                diagram.outgoing(outer).stream().map(SequenceFlow::getTarget).forEach(open::add);
                open.addAll(diagram.attached(outer));
                inside(outer, open, true);
            } else if (node instanceof StartEvent && diagram.process().equals(node.getParentElement())) {
                inside(diagram.process(), open, true);
            }
        }
        return reached;
    }

    private static void inside(FlowNode scope, Deque<FlowNode> open) {
        scope.getChildElementsByType(StartEvent.class).forEach(open::add);
        inside(scope, open, true);
    }

    /** Subprocesses that an event starts run beside the scope that they are in. */
    private static void inside(
            org.camunda.bpm.model.xml.instance.ModelElementInstance scope, Deque<FlowNode> open, boolean byEvent) {
        scope.getChildElementsByType(SubProcess.class).stream()
                .filter(inner -> inner.triggeredByEvent() == byEvent)
                .flatMap(inner -> inner.getChildElementsByType(StartEvent.class).stream())
                .forEach(open::add);
    }
}
