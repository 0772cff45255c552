package org.shangda.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.shangda.numbering.Submissions;
import org.shangda.refusal.Refusal;
import org.shangda.work.AddedField;
import org.shangda.work.AddedFields;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.Gate;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.shangda.work.WorkTitles;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Every form of Tasklist and of the engine's API comes through here: first the gate, then the domain, then the engine with
 * codes only, all in one transaction.
 */
class FormGateway extends FormServiceImpl {

    /** The task or process that this thread submits a form of: {@link FormsOnly} lets nothing else pass. */
    static final ThreadLocal<String> SUBMITTING = new ThreadLocal<>();

    private final WorkItems items;
    private final Gate gate;
    private final FormGate may;
    private final WorkTitles titles;
    private final ObjectProvider<Submissions> submissions;
    private final AddedFields added;
    private final FormTransaction transaction;

    FormGateway(
            WorkItems items,
            Courses courses,
            Gate gate,
            WorkTitles titles,
            ObjectProvider<Submissions> submissions,
            AddedFields added,
            FormTransaction transaction) {
        this.items = items;
        this.gate = gate;
        this.may = new FormGate(courses, gate, () -> commandExecutor);
        this.titles = titles;
        this.submissions = submissions;
        this.added = added;
        this.transaction = transaction;
    }

    // --- showing -----------------------------------------------------------------------------------------------------

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return FormValues.write(shown(taskId));
    }

    /** What the task's form shows, as the domain says it. */
    Map<String, Object> shown(String taskId) {
        return inOneTransaction(() -> {
            Work work = may.toShow(taskId).work();
            Map<String, Object> shown = added.show(item(work), work);
            return () -> shown;
        });
    }

    /** The empty form. The engine would stumble over a task that is not there. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return inOneTransaction(() -> {
            FormGate.Open open = may.toShow(taskId);
            return () -> drawn(taskId, open);
        });
    }

    private InputStream drawn(String taskId, FormGate.Open open) {
        Optional<String> inPlace = gate.inPlace(open.work(), open.offer());
        return drawn(super.getDeployedTaskForm(taskId), form -> inPlace.ifPresent(one -> InPlaceNote.above(form, one)));
    }

    @Override
    public InputStream getDeployedStartForm(String definition) {
        return inOneTransaction(() -> {
            Map<String, Object> shown = showToStart(definition);
            return () -> drawn(super.getDeployedStartForm(definition), form -> FilledForm.fill(form, shown));
        });
    }

    private InputStream drawn(InputStream stored, Consumer<ObjectNode> filled) {
        return DrawnForm.of(stored, form -> {
            FormLanguage.speakToReader(form);
            filled.accept(form);
            ShownTo.mark(form, may.caller());
        });
    }

    /** A task's form and what it shows, as one answer. */
    OpenForm openForm(String taskId) {
        return inOneTransaction(() -> {
            FormGate.Open open = may.toShow(taskId);
            Work work = open.work();
            String kind = titles.of(work, open.offer());
            Map<String, Object> shown = FormValues.plain(added.show(item(work), work));
            return () -> new OpenForm(taskId, work.number(), kind, drawn(taskId, open), shown);
        });
    }

    /** @param form with the caller's name in it */
    record OpenForm(String task, String number, String kind, InputStream form, Map<String, Object> shown) {}

    @Override
    public VariableMap getStartFormVariables(String definition) {
        return getStartFormVariables(definition, null, true);
    }

    @Override
    public VariableMap getStartFormVariables(String definition, Collection<String> names, boolean deserialize) {
        return inOneTransaction(() -> {
            VariableMap shown = FormValues.write(showToStart(definition));
            return () -> shown;
        });
    }

    /** What the process's form shows before it is started. */
    Map<String, Object> shownToStart(String definition) {
        return inOneTransaction(() -> {
            Map<String, Object> shown = FormValues.plain(showToStart(definition));
            return () -> shown;
        });
    }

    private Map<String, Object> showToStart(String definition) {
        return may.toStart(definition).startForm().orElseThrow().show(may.caller());
    }

    // --- submitting --------------------------------------------------------------------------------------------------

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> sent) {
        submit(taskId, sent);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> sent, boolean deserialize) {
        submit(taskId, sent);
        return Variables.createVariables();
    }

    /** What was handed in. @param said code of what has come of it, see {@link WorkItem#says}; or null */
    record HandedIn(String number, String said) {}

    HandedIn submit(String taskId, Map<String, Object> sent) {
        return inOneTransaction(() -> {
            Map<String, Object> fields = ShownTo.withoutName(sent, may.caller());
            Work work = may.toSubmit(taskId);
            if (!work.isMine()) {
                throw Refusal.conflict(work.assignee() == null ? "engine.claim-first" : "engine.already-claimed");
            }
            Map<String, Object> beyond = AddedValues.takenOut(fields, item(work).values());
            List<AddedField> filled = AddedValues.read(beyond, () -> super.getDeployedTaskForm(taskId));
            Map<String, Object> codes =
                    added.keep(work, item(work).form(), filled, () -> submitted(item(work), work, fields));
            return () -> whileSubmitting(taskId, () -> {
                super.submitTaskForm(taskId, codes);
                return new HandedIn(work.number(), item(work).said(codes));
            });
        });
    }

    private static <V extends Record> Map<String, Object> submitted(
            WorkItem<V> item, Work work, Map<String, Object> sent) {
        return item.submit(work, FormValues.read(sent, item.values()));
    }

    @Override
    public ProcessInstance submitStartForm(String definition, Map<String, Object> sent) {
        return submitStartForm(definition, null, sent);
    }

    /** @param ignored a business key chosen by the client; ours is the concern's number */
    @Override
    public ProcessInstance submitStartForm(String definition, String ignored, Map<String, Object> sent) {
        return inOneTransaction(() -> {
            Map<String, Object> fields = ShownTo.withoutName(sent, may.caller());
            Course course = may.toStart(definition);
            StartForm<?> form = course.startForm().orElseThrow();
            Map<String, Object> beyond = AddedValues.takenOut(fields, form.values());
            List<AddedField> filled = AddedValues.read(beyond, () -> super.getDeployedStartForm(definition));
            Started started = started(form, may.caller(), fields);
            added.keep(started.number(), may.caller(), form.id(), filled);
            return () -> whileSubmitting(
                    course.process(),
                    () -> super.submitStartForm(definition, started.number(), course.settingOut(started.codes())));
        });
    }

    private <V extends Record> Started started(StartForm<V> form, String caller, Map<String, Object> sent) {
        V values = FormValues.read(sent, form.values());
        Record content = form.content(values);
        submissions.getObject().startedBy(caller, content).ifPresent(number -> {
            throw Refusal.conflict("text.sent-just-now", number);
        });
        Started started = form.submit(caller, values);
        submissions.getObject().started(caller, content, started.number());
        return started;
    }

    static <T> T whileSubmitting(String what, Supplier<T> work) {
        SUBMITTING.set(what);
        try {
            return work.get();
        } finally {
            SUBMITTING.remove();
        }
    }

    /** A task that the caller is offered, received by others or not. */
    record Offered(String task, String number, WorkItem<?> item) {}

    Optional<Offered> offered(String taskId) {
        try {
            return inOneTransaction(() -> {
                Work work = may.open(taskId).work();
                return () -> Optional.of(new Offered(taskId, work.number(), item(work)));
            });
        } catch (RefusedRequest notOffered) {
            return Optional.empty();
        }
    }

    private WorkItem<?> item(Work work) {
        return items.of(work.key()).orElseThrow();
    }

    private <T> T inOneTransaction(Supplier<Supplier<T>> domain) {
        return transaction.run(commandExecutor, domain);
    }
}
