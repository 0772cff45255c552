package org.shangda.engine;

import static java.util.stream.Collectors.toSet;
import static org.camunda.bpm.engine.authorization.Resources.HISTORIC_TASK;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.shangda.refusal.Refusal;

/**
 * Puts a living task into other hands. The engine by itself leaves the right to read and complete a task with everybody
 * who ever held it.
 */
public class TaskHandover {

    /**
     * Who may act on a task.
     *
     * @param assignee staff number, or null while nobody has received the task
     * @param groups ids of groups whose members may receive it
     * @param users staff numbers of people who may receive it
     */
    public record Holders(String assignee, Set<String> groups, Set<String> users) {

        public Holders {
            groups = Set.copyOf(groups);
            users = Set.copyOf(users);
        }

        /** One person, to whom the task is assigned. */
        public static Holders person(String id) {
            return new Holders(id, Set.of(), Set.of());
        }

        /** A group, one of whose members will receive the task. */
        public static Holders group(String id) {
            return new Holders(null, Set.of(id), Set.of());
        }

        /** Several people, one of whom will receive the task. */
        public static Holders people(Set<String> ids) {
            return new Holders(null, Set.of(), ids);
        }

        private boolean include(Authorization right) {
            return right.getGroupId() != null
                    ? groups.contains(right.getGroupId())
                    : right.getUserId().equals(assignee) || users.contains(right.getUserId());
        }
    }

    private final CommandExecutor commands;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final IdentityService identities;

    TaskHandover(ProcessEngine engine) {
        commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        tasks = engine.getTaskService();
        authorizations = engine.getAuthorizationService();
        identities = engine.getIdentityService();
    }

    /** @throws Refusal when the task is not open */
    public Holders currentHolders(String taskId) {
        return AsTheProduct.call(identities, () -> commands.execute(context -> holders(open(taskId))));
    }

    /**
     * From the end of the surrounding transaction on, these and nobody else may act on the task. Rights of those who
     * merely supervise are not touched: they do not hang on the task.
     *
     * @throws Refusal when the task is not open
     */
    public void reassign(String taskId, Holders to) {
        reassign(taskId, currentHolders(taskId), to);
    }

    /** The same, where it is known who may act on the task now. */
    void reassign(String taskId, Holders from, Holders to) {
        AsTheProduct.call(
                identities,
                () -> commands.execute(context -> {
                    asIfActive(context.getTaskManager().findTaskById(taskId), () -> offer(taskId, from, to));
                    withdraw(TASK, taskId, to);
                    withdraw(HISTORIC_TASK, taskId, to);
                    return null;
                }));
    }

    private void offer(String taskId, Holders from, Holders to) {
        if (!Objects.equals(from.assignee(), to.assignee())) {
            tasks.setAssignee(taskId, to.assignee());
        }
        move(
                from,
                to,
                Holders::groups,
                id -> tasks.deleteCandidateGroup(taskId, id),
                id -> tasks.addCandidateGroup(taskId, id));
        move(
                from,
                to,
                Holders::users,
                id -> tasks.deleteCandidateUser(taskId, id),
                id -> tasks.addCandidateUser(taskId, id));
    }

    /**
     * What is suspended stands still, but does not stay with those who have left: one suspended case would otherwise make
     * every import of a roster fail. The engine refuses it, so the task passes for an active one meanwhile.
     */
    private static void asIfActive(TaskEntity task, Runnable change) {
        int state = task.getSuspensionState();
        task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        try {
            change.run();
        } finally {
            task.setSuspensionState(state);
        }
    }

    private Task open(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.notFound("engine.task.gone");
        }
        return task;
    }

    private Holders holders(Task task) {
        List<IdentityLink> candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return new Holders(
                task.getAssignee(),
                candidates.stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(toSet()),
                candidates.stream()
                        .map(IdentityLink::getUserId)
                        .filter(Objects::nonNull)
                        .collect(toSet()));
    }

    private static void move(
            Holders from,
            Holders to,
            Function<Holders, Set<String>> candidates,
            Consumer<String> remove,
            Consumer<String> add) {
        without(candidates.apply(from), candidates.apply(to)).forEach(remove);
        without(candidates.apply(to), candidates.apply(from)).forEach(add);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void withdraw(Resources resource, String taskId, Holders holders) {
        var standing = Context.getCommandContext().getAuthorizationManager();
        authorizations.createAuthorizationQuery().resourceType(resource).resourceId(taskId).unlimitedList().stream()
                .filter(right -> !holders.include(right))
                .forEach(right -> standing.delete((AuthorizationEntity) right));
    }
}
