package org.shangda.engine.door;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.shangda.work.WorkItem;

/** Every user task is one that the product knows how to offer, show and take, with its own form, in its newest version. */
final class TasksAreDescribed implements Rule {

    private final Map<String, WorkItem<?>> items = new TreeMap<>();

    TasksAreDescribed(Collection<WorkItem<?>> items) {
        items.forEach(item -> this.items.put(item.key(), item));
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        Map<String, WorkItem<?>> missing = new TreeMap<>(items);
        missing.values().removeIf(WorkItem::isTemplate);
        for (Diagram diagram : proposal.diagrams()) {
            for (UserTask task : diagram.all(UserTask.class)) {
                missing.remove(task.getId());
                examine(diagram, task, proposal, findings);
            }
        }
        missing.values().forEach(item -> findings.refuse(home(proposal, item), item.key(), "task.missing"));
    }

    private void examine(Diagram diagram, UserTask task, Proposal proposal, Findings findings) {
        String file = diagram.file();
        String place = Diagram.place(task);
        WorkItem<?> item = items.get(Diagram.workOf(task, items.keySet()));
        if (item == null) {
            findings.refuse(file, place, "task.unknown", task.getId());
            return;
        }
        if (!item.form().equals(task.getCamundaFormRef())) {
            findings.refuse(
                    file,
                    place,
                    "task.form",
                    task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef(),
                    item.form());
        } else if (proposal.form(item.form()).isEmpty()) {
            findings.refuse(file, place, "form.missing", item.form());
        }
        if (task.getCamundaFormRef() != null && !"latest".equals(task.getCamundaFormRefBinding())) {
            findings.refuse(file, place, "form.binding", String.valueOf(task.getCamundaFormRefBinding()));
        }
        if (task.getCamundaFormKey() != null) {
            findings.refuse(file, place, "form.key", task.getCamundaFormKey());
        }
        if (task.getCamundaAssignee() != null
                || task.getCamundaCandidateUsers() != null
                || task.getCamundaCandidateGroups() != null) {
            findings.refuse(file, place, "task.assigned");
        }
        if (!Diagram.extensions(task, CamundaTaskListener.class).isEmpty()) {
            findings.warn(file, place, "task.listener");
        }
    }

    /** Where it would be looked for: the diagram whose contract names it. */
    private static String home(Proposal proposal, WorkItem<?> item) {
        return proposal.forms().stream()
                .filter(form -> form.id().equals(item.form()))
                .map(FormFile::file)
                .findFirst()
                .orElse(item.form() + ".form");
    }
}
