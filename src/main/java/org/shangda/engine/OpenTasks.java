package org.shangda.engine;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.collections4.ListUtils;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.shangda.engine.TaskHandover.Holders;
import org.shangda.work.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** Open tasks, with all that is asked about them, in a few statements for many hundreds. */
class OpenTasks {

    /** Also the most values that one statement is given. */
    private static final int AT_ONCE = 500;

    /** An open task as work, who may act on it, when it was created, and its date, where it has one. */
    record Held(Work work, Holders holders, Instant since, Instant due) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final JdbcClient database;

    OpenTasks(ProcessEngine engine, JdbcClient database) {
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.database = database;
    }

    /** One task within a command. @param caller staff number, or null when the product itself asks */
    static Work work(DelegateTask task, String caller) {
        Optional<DrawnTemplate> template = template(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return new Work(
                task.getId(),
                template.map(DrawnTemplate::id).orElse(task.getTaskDefinitionKey()),
                task.getExecution().getProcessBusinessKey(),
                task.getAssignee(),
                caller,
                template.map(DrawnTemplate::settings).orElse(Map.of()),
                task::getVariable);
    }

    /** Work for which there is no task yet: the case has just come to where it will be. Within a command. */
    static Work work(DelegateExecution execution) {
        // Of a task that several get at once, it is the place of all of them.
        String element = execution.getCurrentActivityId().replaceFirst("#.*", "");
        Optional<DrawnTemplate> template = template(execution.getProcessDefinitionId(), element);
        return new Work(
                null,
                template.map(DrawnTemplate::id).orElse(element),
                execution.getProcessBusinessKey(),
                null,
                null,
                template.map(DrawnTemplate::settings).orElse(Map.of()),
                execution::getVariable);
    }

    /** Within a command. */
    static Optional<DrawnTemplate> template(String definition, String key) {
        return DrawnTemplate.of(Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definition)
                .findActivity(key));
    }

    /** Ids of all open tasks of one kind, in portions for {@link #read}. */
    List<List<String>> portions(String key) {
        return portions(tasks.createTaskQuery().taskDefinitionKey(key).list());
    }

    /** Ids of all open tasks that no shipped diagram has. @param shipped keys of those of the shipped diagrams */
    List<List<String>> portionsBeside(Collection<String> shipped) {
        return portions(tasks.createTaskQuery()
                .taskDefinitionKeyNotIn(shipped.toArray(String[]::new))
                .list());
    }

    /** Ids of those that a person has received or may receive, as the engine lets the present caller see them. */
    List<List<String>> portionsOf(String person, int most) {
        List<Task> theirs = new ArrayList<>(listed(tasks.createTaskQuery().taskAssignee(person), most));
        theirs.addAll(listed(tasks.createTaskQuery().taskCandidateUser(person).taskUnassigned(), most));
        return portions(theirs);
    }

    /** The same of one case. @param number its business key */
    List<List<String>> portionsOf(String person, String number, int most) {
        List<Task> theirs = new ArrayList<>(listed(ofCase(number).taskAssignee(person), most));
        theirs.addAll(listed(ofCase(number).taskCandidateUser(person).taskUnassigned(), most));
        return portions(theirs);
    }

    private TaskQuery ofCase(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number);
    }

    /** Ids of those of some kinds that a person has received or was given. @param keys of user tasks */
    List<List<String>> portionsOf(String person, Collection<String> keys, int most) {
        return portions(listed(
                tasks.createTaskQuery().taskAssignee(person).taskDefinitionKeyIn(keys.toArray(String[]::new)), most));
    }

    private static List<Task> listed(TaskQuery query, int most) {
        return query.orderByTaskCreateTime().asc().listPage(0, most);
    }

    private static List<List<String>> portions(List<Task> open) {
        return portionsOf(open.stream().map(Task::getId).toList());
    }

    static List<List<String>> portionsOf(List<String> ids) {
        return ListUtils.partition(ids, AT_ONCE);
    }

    /** Those of them that are still open, as the product sees them. Within a command, which then knows the tasks. */
    List<Held> read(Collection<String> ids) {
        return read(ids, null);
    }

    /** @param caller staff number of whoever looks */
    List<Held> read(Collection<String> ids, String caller) {
        List<Task> open =
                tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
        Set<String> cases = open.stream().map(Task::getProcessInstanceId).collect(toSet());
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<String, Holders> candidates = candidates(ids);
        Map<String, String> numbers = runtime.createProcessInstanceQuery().processInstanceIds(cases).list().stream()
                .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Supplier<Map<String, Map<String, Object>>> variables = SingletonSupplier.of(() -> variables(cases));
        return open.stream()
                .map(task -> new Held(
                        work(task, numbers.get(task.getProcessInstanceId()), caller, variables),
                        holders(task, candidates),
                        task.getCreateTime().toInstant(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    private static Work work(
            Task task, String number, String caller, Supplier<Map<String, Map<String, Object>>> variables) {
        Optional<DrawnTemplate> template = template(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return new Work(
                task.getId(),
                template.map(DrawnTemplate::id).orElse(task.getTaskDefinitionKey()),
                number,
                task.getAssignee(),
                caller,
                template.map(DrawnTemplate::settings).orElse(Map.of()),
                name -> variable(variables.get(), task, name));
    }

    private static Holders holders(Task task, Map<String, Holders> candidates) {
        Holders offered = candidates.getOrDefault(task.getId(), Holders.people(Set.of()));
        return new Holders(task.getAssignee(), offered.groups(), offered.users());
    }

    /** The engine tells the candidates of one task at a time only. */
    private Map<String, Holders> candidates(Collection<String> ids) {
        Map<String, Holders> candidates = new HashMap<>();
        database.sql("select task_id_, group_id_, user_id_ from act_ru_identitylink"
                        + " where type_ = 'candidate' and task_id_ in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    candidates.merge(
                            row.getString(1),
                            new Holders(null, some(row.getString(2)), some(row.getString(3))),
                            OpenTasks::both);
                });
        return candidates;
    }

    private static Set<String> some(String id) {
        return id == null ? Set.of() : Set.of(id);
    }

    private static Holders both(Holders one, Holders other) {
        return new Holders(null, union(one.groups(), other.groups()), union(one.users(), other.users()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** By the id of the execution or task that they belong to, then by name. */
    private Map<String, Map<String, Object>> variables(Collection<String> cases) {
        Map<String, Map<String, Object>> variables = new HashMap<>();
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(cases.toArray(String[]::new))
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()) {
            String owner = variable.getTaskId() == null ? variable.getExecutionId() : variable.getTaskId();
            variables.computeIfAbsent(owner, none -> new HashMap<>()).put(variable.getName(), variable.getValue());
        }
        return variables;
    }

    /** The task's own, else its execution's, else its case's: our diagrams keep none in between. */
    private static Object variable(Map<String, Map<String, Object>> variables, Task task, String name) {
        for (String owner : List.of(task.getId(), task.getExecutionId(), task.getProcessInstanceId())) {
            Object value = variables.getOrDefault(owner, Map.of()).get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
