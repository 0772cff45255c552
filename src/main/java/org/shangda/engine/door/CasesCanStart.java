package org.shangda.engine.door;

import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** What people start stands in the list to start with its own form; what the product starts has none. */
final class CasesCanStart implements Rule {

    private final Collection<Starter> starters;
    private final Contracts contracts;

    CasesCanStart(Collection<Starter> starters, Contracts contracts) {
        this.starters = starters;
        this.contracts = contracts;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Optional<Starter> starter = starters.stream()
                    .filter(one -> one.process().equals(diagram.key()))
                    .findFirst();
            diagram.process().getChildElementsByType(StartEvent.class).forEach(start -> {
                if (start.getChildElementsByType(EventDefinition.class).isEmpty()) {
                    form(diagram, start, starter, proposal, findings);
                } else {
                    findings.refuse(diagram.file(), Diagram.place(start), "start.by-event");
                }
            });
            boolean startable = diagram.process().isCamundaStartableInTasklist();
            if (starter.isPresent() && !startable) {
                findings.refuse(diagram.file(), diagram.key(), "start.hidden");
            } else if (starter.isEmpty() && startable) {
                findings.warn(diagram.file(), diagram.key(), "start.not-by-people");
            }
            if (contracts.of(diagram.key()).isEmpty()) {
                findings.warn(diagram.file(), diagram.key(), "start.nobody");
            }
        }
    }

    private static void form(
            Diagram diagram, StartEvent start, Optional<Starter> starter, Proposal proposal, Findings findings) {
        String wanted = starter.map(Starter::form).orElse("");
        String named = start.getCamundaFormRef() == null ? "" : start.getCamundaFormRef();
        String place = Diagram.place(start);
        if (!wanted.equals(named)) {
            findings.refuse(diagram.file(), place, wanted.isEmpty() ? "start.no-form" : "task.form", named, wanted);
        } else if (!named.isEmpty()) {
            if (proposal.form(named).isEmpty()) {
                findings.refuse(diagram.file(), place, "form.missing", named);
            }
            if (!"latest".equals(start.getCamundaFormRefBinding())) {
                findings.refuse(
                        diagram.file(), place, "form.binding", String.valueOf(start.getCamundaFormRefBinding()));
            }
        }
        if (start.getCamundaFormKey() != null) {
            findings.refuse(diagram.file(), place, "form.key", start.getCamundaFormKey());
        }
    }
}
