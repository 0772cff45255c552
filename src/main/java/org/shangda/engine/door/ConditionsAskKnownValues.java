package org.shangda.engine.door;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.shangda.refusal.Sentences;

/** A condition asks a variable for what it is: yes or no as it stands, a code by one of its codes, a number by a number. */
final class ConditionsAskKnownValues implements Rule {

    private final Contracts contracts;

    ConditionsAskKnownValues(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        Set<String> codes = codes(proposal);
        for (Diagram diagram : proposal.diagrams()) {
            for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
                if (flow.getConditionExpression() != null) {
                    Optional<Condition> condition = Condition.of(flow);
                    if (condition.isPresent()) {
                        examine(diagram, flow, condition.get(), codes, findings);
                    } else {
                        findings.refuse(diagram.file(), Diagram.place(flow), "condition.unreadable");
                    }
                }
            }
        }
    }

    /** Every code of any table: what a variable with open values may become is one of them. */
    private static Set<String> codes(Proposal proposal) {
        Set<String> codes = new HashSet<>();
        for (RuleTable table : proposal.tables()) {
            for (RuleTable.Column column : table.inputs()) {
                codes.addAll(table.codesOf(column.name()));
            }
            for (RuleTable.Column column : table.outputs()) {
                codes.addAll(table.codesOf(column.name()));
            }
        }
        return codes;
    }

    private void examine(
            Diagram diagram, SequenceFlow flow, Condition condition, Set<String> codes, Findings findings) {
        String place = Diagram.place(flow);
        if (condition.variables().isEmpty()) {
            findings.refuse(diagram.file(), place, "condition.asks-nothing", condition.text());
            return;
        }
        condition.uses(new Condition.Use() {
            @Override
            public void yesNo(String variable) {
                of(variable, Variable.Kind.YES_NO);
            }

            @Override
            public void text(String variable, String value) {
                if (of(variable, Variable.Kind.CODE)) {
                    Variable answer = contracts.variable(variable).orElseThrow();
                    Set<String> known = answer.values().isEmpty() ? codes : Set.copyOf(answer.values());
                    if (!known.contains(value)) {
                        findings.refuse(
                                diagram.file(),
                                place,
                                "condition.value",
                                variable,
                                value,
                                Sentences.listed(answer.values()));
                    }
                }
            }

            @Override
            public void number(String variable) {
                of(variable, Variable.Kind.NUMBER);
            }

            @Override
            public void other(String part) {
                findings.refuse(diagram.file(), place, "condition.odd", condition.text());
            }

            private boolean of(String variable, Variable.Kind kind) {
                Optional<Variable> answer = contracts.variable(variable);
                if (answer.isPresent() && answer.get().kind() != kind) {
                    findings.refuse(
                            diagram.file(),
                            place,
                            "condition.kind." + answer.get().kind(),
                            condition.text(),
                            variable,
                            Sentences.listed(answer.get().values()));
                }
                return answer.isPresent() && answer.get().kind() == kind;
            }
        });
    }
}
