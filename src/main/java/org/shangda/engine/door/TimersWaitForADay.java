package org.shangda.engine.door;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.shangda.work.WorkItem;

/** A timer waits for a day that was computed on the calendar of working days and stored. */
final class TimersWaitForADay implements Rule {

    /** The functions that the product gives to timers (adr/0040, adr/0056). */
    private static final Pattern WORKING_DAYS = Pattern.compile("\\$\\{workingDays\\(\\d{1,3}\\)}");

    static final String DUE_DATE = "${dueDate(execution)}";

    private final Contracts contracts;
    private final Set<String> known;
    private final Set<String> dated;

    TimersWaitForADay(Contracts contracts, Collection<WorkItem<?>> items) {
        this.contracts = contracts;
        this.known = items.stream().map(WorkItem::key).collect(Collectors.toSet());
        this.dated = items.stream().filter(WorkItem::isDated).map(WorkItem::key).collect(Collectors.toSet());
    }

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
                if (text.strip().equals(DUE_DATE)) {
                    if (!standsAtDatedWork(timer)) {
                        findings.refuse(diagram.file(), place, "timer.no-work", DUE_DATE);
                    }
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

    private boolean standsAtDatedWork(TimerEventDefinition timer) {
        return timer.getParentElement() instanceof BoundaryEvent event
                && event.getAttachedTo() instanceof UserTask task
                && dated.contains(Diagram.workOf(task, known));
    }
}
