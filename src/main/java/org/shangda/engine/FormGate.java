package org.shangda.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.shangda.refusal.Refusal;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.Gate;
import org.shangda.work.Offer;
import org.shangda.work.Work;

/** Before which forms the gate lets a caller: those of a task and of a process that is started. */
class FormGate {

    private final Courses courses;
    private final Gate gate;
    private final Supplier<CommandExecutor> commands;

    /** @param commands provided late: the engine gives them to its services when it is built */
    FormGate(Courses courses, Gate gate, Supplier<CommandExecutor> commands) {
        this.courses = courses;
        this.gate = gate;
        this.commands = commands;
    }

    /** Work, and how the caller is offered it. */
    record Open(Work work, Offer offer) {}

    /** The work, if the gate admits the caller. A task that is not there and one that is not the caller's look alike. */
    Open open(String taskId) {
        try {
            Work work = commands.get().execute(context -> {
                TaskEntity task = context.getTaskManager().findTaskById(taskId);
                // Somebody's commit may fall between reading the task and reading the case that it belonged to.
                if (task == null
                        || task.getProcessDefinitionId() == null
                        || task.getExecution() == null
                        || task.getExecution().getProcessInstance() == null) {
                    throw Refusal.notFound("engine.no-such-task");
                }
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                return OpenTasks.work(task, context.getAuthenticatedUserId());
            });
            Optional<Offer> offer = gate.offer(work);
            if (offer.isPresent()) {
                return new Open(work, offer.get());
            }
        } catch (AuthorizationException | BadUserRequestException | NullValueException hidden) {
            // answered below
        }
        throw Refusal.notFound("engine.no-such-task");
    }

    /** What somebody has received is shown to them alone. */
    Open toShow(String taskId) {
        Open open = open(taskId);
        if (open.work().assignee() != null && !open.work().isMine()) {
            throw Refusal.notFound("engine.no-such-task");
        }
        return open;
    }

    /** Whoever clicks twice is told that it is done, not that it never was. */
    Work toSubmit(String taskId) {
        try {
            return open(taskId).work();
        } catch (Refusal notThere) {
            boolean done = commands.get().execute(context -> {
                HistoricTaskInstanceEntity past =
                        context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
                return past != null
                        && past.getEndTime() != null
                        && Objects.equals(past.getAssignee(), context.getAuthenticatedUserId());
            });
            throw done ? Refusal.conflict("engine.task.gone") : notThere;
        }
    }

    /** One that the caller may start. Where the roster or the engine does not let them, it looks as if it did not exist. */
    Course toStart(String definition) {
        try {
            String process = commands.get().execute(context -> {
                ProcessDefinitionEntity found = context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition);
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkCreateProcessInstance(found));
                return found.getKey();
            });
            Course course = courses.of(process)
                    .filter(one -> one.startForm().isPresent())
                    .orElseThrow(() -> Refusal.conflict("engine.nobody-starts-it"));
            if (gate.admits(course, caller())) {
                return course;
            }
        } catch (AuthorizationException | BadUserRequestException | NullValueException hidden) {
            // answered below
        }
        throw Refusal.notFound("engine.no-such-process");
    }

    String caller() {
        return Objects.requireNonNullElse(commands.get().execute(context -> context.getAuthenticatedUserId()), "");
    }
}
