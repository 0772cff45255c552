package org.shangda.engine;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.shangda.numbering.Submissions;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Refusal;
import org.shangda.work.AddedField;
import org.shangda.work.AddedFields;
import org.shangda.work.Gate;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every form of Tasklist and of the engine's API comes through here: first the gate, then the domain, then the engine with
 * codes only, all in one transaction.
 *
 * <p>The transaction is Spring's: one of the domain alone would keep its rows when a listener of the engine fails.
 */
class FormGateway extends FormServiceImpl {

    /** The task or process that this thread submits a form of: {@link FormsOnly} lets nothing else pass. */
    static final ThreadLocal<String> SUBMITTING = new ThreadLocal<>();

    private final WorkItems items;
    private final Gate gate;
    private final ObjectProvider<StartForm<?>> startForms;
    private final ObjectProvider<Submissions> submissions;
    private final AddedFields added;
    private final RefusedRequests refused;
    private final TransactionTemplate transaction;

    FormGateway(
            WorkItems items,
            Gate gate,
            ObjectProvider<StartForm<?>> startForms,
            ObjectProvider<Submissions> submissions,
            AddedFields added,
            RefusedRequests refused,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.gate = gate;
        this.startForms = startForms;
        this.submissions = submissions;
        this.added = added;
        this.refused = refused;
        this.transaction = new TransactionTemplate(transactions);
    }

    // --- showing -----------------------------------------------------------------------------------------------------

    @Override
    public VariableMap getTaskFormVariables(String taskId) {
        return getTaskFormVariables(taskId, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
        return inOneTransaction(() -> {
            Work work = openToShow(taskId);
            VariableMap shown = FormValues.write(added.show(item(work), work));
            return () -> shown;
        });
    }

    /** The empty form. The engine would stumble over a task that is not there. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return inOneTransaction(() -> {
            openToShow(taskId);
            return () -> ShownTo.marked(super.getDeployedTaskForm(taskId), caller());
        });
    }

    @Override
    public InputStream getDeployedStartForm(String definition) {
        return ShownTo.marked(super.getDeployedStartForm(definition), caller());
    }

    @Override
    public VariableMap getStartFormVariables(String definition) {
        return Variables.createVariables();
    }

    @Override
    public VariableMap getStartFormVariables(String definition, Collection<String> names, boolean deserialize) {
        return Variables.createVariables();
    }

    // --- submitting --------------------------------------------------------------------------------------------------

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> sent) {
        submit(taskId, sent, codes -> {
            super.submitTaskForm(taskId, codes);
            return Variables.createVariables();
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> sent, boolean deserialize) {
        return submit(taskId, sent, codes -> {
            super.submitTaskForm(taskId, codes);
            return Variables.createVariables();
        });
    }

    private VariableMap submit(String taskId, Map<String, Object> sent, Function<Map<String, Object>, VariableMap> go) {
        return inOneTransaction(() -> {
            Map<String, Object> fields = ShownTo.withoutName(sent, caller());
            Work work = openToSubmit(taskId);
            if (!work.isMine()) {
                throw Refusal.conflict(work.assignee() == null ? "engine.claim-first" : "engine.already-claimed");
            }
            Map<String, Object> beyond = AddedValues.takenOut(fields, item(work).values());
            List<AddedField> filled = AddedValues.read(beyond, () -> super.getDeployedTaskForm(taskId));
            Map<String, Object> codes =
                    added.keep(work, item(work).form(), filled, () -> submitted(item(work), work, fields));
            return () -> whileSubmitting(taskId, () -> go.apply(codes));
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
            Map<String, Object> fields = ShownTo.withoutName(sent, caller());
            String process = startable(definition);
            StartForm<?> form = startForms.stream()
                    .filter(one -> one.process().equals(process))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict("engine.use-the-form"));
            Map<String, Object> beyond = AddedValues.takenOut(fields, form.values());
            List<AddedField> filled = AddedValues.read(beyond, () -> super.getDeployedStartForm(definition));
            StartForm.Started started = started(form, caller(), fields);
            added.keep(started.number(), caller(), form.id(), filled);
            return () -> whileSubmitting(
                    process, () -> super.submitStartForm(definition, started.number(), started.codes()));
        });
    }

    private <V extends Record> StartForm.Started started(StartForm<V> form, String caller, Map<String, Object> sent) {
        V values = FormValues.read(sent, form.values());
        Record content = form.content(values);
        submissions.getObject().startedBy(caller, content).ifPresent(number -> {
            throw Refusal.conflict("text.sent-just-now", number);
        });
        StartForm.Started started = form.submit(caller, values);
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

    // --- who may -----------------------------------------------------------------------------------------------------

    /** The work, if the gate admits the caller. A task that is not there and one that is not the caller's look alike. */
    private Work open(String taskId) {
        try {
            Work work = commandExecutor.execute(context -> {
                TaskEntity task = context.getTaskManager().findTaskById(taskId);
                if (task == null || task.getProcessDefinitionId() == null || hasGone(task)) {
                    throw Refusal.notFound("engine.no-such-task");
                }
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                return OpenTasks.work(task, context.getAuthenticatedUserId());
            });
            if (gate.admits(work)) {
                return work;
            }
        } catch (AuthorizationException | BadUserRequestException | NullValueException hidden) {
            // answered below
        }
        throw Refusal.notFound("engine.no-such-task");
    }

    /** Somebody's commit fell between reading the task and reading the case that it belonged to. */
    private static boolean hasGone(TaskEntity task) {
        return task.getExecution() == null || task.getExecution().getProcessInstance() == null;
    }

    /** What somebody has received is shown to them alone. */
    private Work openToShow(String taskId) {
        Work work = open(taskId);
        if (work.assignee() != null && !work.isMine()) {
            throw Refusal.notFound("engine.no-such-task");
        }
        return work;
    }

    /** Whoever clicks twice is told that it is done, not that it never was. */
    private Work openToSubmit(String taskId) {
        try {
            return open(taskId);
        } catch (Refusal notThere) {
            boolean done = commandExecutor.execute(context -> {
                HistoricTaskInstanceEntity past =
                        context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
                return past != null
                        && past.getEndTime() != null
                        && Objects.equals(past.getAssignee(), context.getAuthenticatedUserId());
            });
            throw done ? Refusal.conflict("engine.task.gone") : notThere;
        }
    }

    private String startable(String definition) {
        try {
            return commandExecutor.execute(context -> {
                ProcessDefinitionEntity process = context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition);
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkCreateProcessInstance(process));
                return process.getKey();
            });
        } catch (AuthorizationException | BadUserRequestException | NullValueException hidden) {
            throw Refusal.notFound("engine.no-such-process");
        }
    }

    private WorkItem<?> item(Work work) {
        return items.of(work.key()).orElseThrow();
    }

    private String caller() {
        String user = commandExecutor.execute(context -> context.getAuthenticatedUserId());
        return user == null ? "" : user;
    }

    // --- one transaction, one sentence -------------------------------------------------------------------------------

    /** @param domain asks the domain, and gives what the engine then has to do */
    private <T> T inOneTransaction(Supplier<Supplier<T>> domain) {
        try {
            return onceMore(domain);
        } catch (RuntimeException failure) {
            throw asRequest(failure);
        }
    }

    /**
     * Whoever meets a key of the database was the second of two. So is, mostly, whoever makes engine or domain stumble over
     * what they have read: somebody's commit fell in between. Nothing is stored; asked once more, the domain sees what the
     * first has done and says so, and a mistake of the product's comes again.
     */
    private <T> T onceMore(Supplier<Supplier<T>> domain) {
        try {
            return transaction.execute(status -> inOneCommand(domain));
        } catch (RuntimeException failure) {
            if (isAnswer(failure) || Conflicts.among(failure) && !Conflicts.atKey(failure)) {
                throw failure;
            }
            return transaction.execute(status -> inOneCommand(domain));
        }
    }

    private static boolean isAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof RefusedRequest) {
                return true;
            }
        }
        return false;
    }

    /**
     * Until its end a command knows what it has read: task, executions and rights are not read again to complete what was
     * opened. What the domain throws is carried round the command, which would log it with its message.
     */
    private <T> T inOneCommand(Supplier<Supplier<T>> domain) {
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        T done = commandExecutor.execute(context -> {
            Supplier<T> engine;
            try {
                engine = domain.get();
            } catch (RuntimeException e) {
                thrown.set(e);
                return null;
            }
            return engine.get();
        });
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return done;
    }

    private RefusedRequest asRequest(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedRequest request) {
                return request;
            }
            if (cause instanceof Refusal refusal) {
                return refused.of(refusal);
            }
        }
        if (Conflicts.among(failure)) {
            return refused.of(Refusal.conflict("engine.changed-meanwhile"));
        }
        return refused.of(500, Refusal.conflict("engine.failure", Failures.report(failure)));
    }
}
