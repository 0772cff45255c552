package org.shangda.concern.process;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.WaysFrom;
import org.springframework.stereotype.Component;

/** An answer is told to the colleague, or read first by whoever is in charge; what is passed on, returned or referred is not. */
@Component
class AnswersReachTheColleague implements Rule {

    private static final Set<String> LEAVES = Set.of("answered", "agenda", "passed-up", "returned", "referred");

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("level-exits").ifPresent(exits -> {
            for (Diagram diagram : proposal.diagrams()) {
                for (CallActivity call : diagram.all(CallActivity.class)) {
                    Diagram.constant(call, LevelHandling.LEVEL)
                            .ifPresent(level -> examine(diagram, call, level, exits, findings));
                }
            }
        });
    }

    private static void examine(Diagram diagram, CallActivity call, String level, RuleTable exits, Findings findings) {
        for (String outcome : outcomes(exits, level)) {
            Optional<FlowNode> next = WaysFrom.next(diagram, call, LevelHandling.OUTCOME, outcome);
            boolean answered = outcome.equals("answered");
            if (next.isPresent() && isKnown(next.get()) && answered != tells(next.get())) {
                findings.refuse(
                        diagram.file(),
                        Diagram.place(call),
                        answered ? "answer.untold" : "answer.empty",
                        outcome,
                        Diagram.place(next.get()));
            }
        }
    }

    private static Set<String> outcomes(RuleTable exits, String level) {
        Set<String> outcomes = new LinkedHashSet<>();
        exits.rows().stream()
                .filter(row -> row.accepts("level", level) && row.accepts("stage", "first"))
                .map(row -> row.text("outcome"))
                .filter(LEAVES::contains)
                .map(outcome -> outcome.equals("agenda") ? "answered" : outcome)
                .forEach(outcomes::add);
        return outcomes;
    }

    private static boolean isKnown(FlowNode node) {
        return tells(node) || node instanceof CallActivity || node instanceof EndEvent || isReferral(node);
    }

    private static boolean isReferral(FlowNode node) {
        return node.getId().equals(ConcernEscalation.CONFIRM_REFERRAL);
    }

    private static boolean tells(FlowNode node) {
        return node.getId().equals(ConcernEscalation.PASS_ON_ANSWER)
                || node.getId().equals(ConcernEscalation.RATE)
                || node instanceof ServiceTask task
                        && Diagram.name(task.getCamundaDelegateExpression())
                                .filter("deliverAnswer"::equals)
                                .isPresent();
    }
}
