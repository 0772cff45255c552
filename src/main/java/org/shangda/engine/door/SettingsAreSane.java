package org.shangda.engine.door;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/** What Modeler's panel offers besides is something that the engine can use: whole numbers as priorities, pauses between retries, a time to keep records; days come from the tables. */
final class SettingsAreSane implements Rule {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern KEPT = Pattern.compile("P[1-9]\\d{0,4}D|[1-9]\\d{0,4}");

    /** So often, with such a pause, for example {@code R3/PT10M}. */
    private static final Pattern RETRIES =
            Pattern.compile("R[1-9]\\d?/P(?=.*[1-9])(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?");

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (Diagram diagram : proposal.diagrams()) {
            Process process = diagram.process();
            number(diagram, process, "jobPriority", findings);
            number(diagram, process, "taskPriority", findings);
            String kept = process.getCamundaHistoryTimeToLiveString();
            if (kept != null && !KEPT.matcher(kept.strip()).matches()) {
                findings.refuse(diagram.file(), diagram.key(), "setting.kept", kept);
            }
            for (FlowNode node : diagram.all(FlowNode.class)) {
                number(diagram, node, "jobPriority", findings);
                Diagram.extensions(node, CamundaFailedJobRetryTimeCycle.class).stream()
                        .map(cycle -> cycle.getTextContent().strip())
                        .filter(cycle -> !RETRIES.matcher(cycle).matches())
                        .forEach(cycle ->
                                findings.refuse(diagram.file(), Diagram.place(node), "setting.retries", cycle));
            }
            for (UserTask task : diagram.all(UserTask.class)) {
                number(diagram, task, "priority", findings);
                date(diagram, task, task.getCamundaDueDate(), findings);
                date(diagram, task, task.getCamundaFollowUpDate(), findings);
            }
        }
    }

    private static void number(Diagram diagram, BaseElement element, String attribute, Findings findings) {
        String value = element.getAttributeValueNs(CAMUNDA, attribute);
        if (value != null && !NUMBER.matcher(value.strip()).matches()) {
            findings.refuse(diagram.file(), Diagram.place(element), "setting.number", attribute, value);
        }
    }

    private static void date(Diagram diagram, UserTask task, String date, Findings findings) {
        if (date != null) {
            findings.refuse(diagram.file(), Diagram.place(task), "setting.date", date);
        }
    }
}
