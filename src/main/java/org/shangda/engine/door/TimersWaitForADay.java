package org.shangda.engine.door;

import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** A timer waits for a day that was computed on the calendar of working days and stored. */
final class TimersWaitForADay implements Rule {

    private final Contracts contracts;

    TimersWaitForADay(Contracts contracts) {
        this.contracts = contracts;
    }

    /** The function that the product gives to timers (adr/0040). */
    private static final Pattern WORKING_DAYS = Pattern.compile("\\$\\{workingDays\\(\\d{1,3}\\)}");

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            for (TimerEventDefinition timer : diagram.all(TimerEventDefinition.class)) {
                String place = Diagram.place((BaseElement) timer.getParentElement());
                if (timer.getTimeDate() == null) {
                    findings.refuse(diagram.file(), place, "timer.no-day");
                    continue;
                }
                String text = timer.getTimeDate().getTextContent();
                Optional<String> variable = Diagram.name(text);
                if (WORKING_DAYS.matcher(text.strip()).matches()) {
                    continue;
                }
                if (variable.isEmpty()) {
                    findings.refuse(diagram.file(), place, "timer.odd", text.strip());
                } else {
                    contracts
                            .variable(variable.get())
                            .filter(answer -> answer.kind() != Variable.Kind.DAY)
                            .ifPresent(answer -> findings.refuse(diagram.file(), place, "timer.other", answer.name()));
                }
            }
        }
    }
}
