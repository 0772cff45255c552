package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Drives cases as people do: everybody logged in as themselves, through the same forms as in Tasklist. Between two acts
 * nobody is logged in, so that a test can look at the engine.
 */
@TestComponent
public class Cases {

    // Who is who in the demonstration university.
    /** A colleague without a post, in the branch of {@link #SECRETARY}. */
    public static final String COLLEAGUE = "chenyu";

    /** A Party member without a post, in the same branch. */
    public static final String MEMBER = "sunyan";

    public static final String SECRETARY = "zhangwei";
    public static final String DEPUTY_SECRETARY = "wulei";
    public static final String COLLEGE_CLERK = "liumin";
    public static final String OTHER_COLLEGE_CLERK = "yangfan";
    public static final String COLLEGE_HEAD = "wanghaitao";

    /** The department proposed for housing. */
    public static final String DEPARTMENT = "hqc";

    public static final String DEPARTMENT_CLERK = "sujian";
    public static final String OTHER_DEPARTMENT_CLERK = "fanwei";
    public static final String DEPARTMENT_HEAD = "tianguoqing";
    public static final String PERSONNEL_CLERK = "gaoyan";
    public static final String PERSONNEL_HEAD = "wujianping";
    public static final String ORGANIZATION_CLERK = "xiexin";
    public static final String ORGANIZATION_HEAD = "guoaimin";
    public static final String ASSIGNING_CLERK = "luojing";
    public static final String ASSIGNING_HEAD = "hanzhiqiang";

    /** A handler of another college. */
    public static final String STRANGER = "tangjing";

    private final ProcessEngine engine;
    private final JdbcTemplate database;

    Cases(ProcessEngine engine, JdbcTemplate database) {
        this.engine = engine;
        this.database = database;
    }

    // --- logging in --------------------------------------------------------------------------------------------------

    public <T> T as(String person, Supplier<T> act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    // --- raising -----------------------------------------------------------------------------------------------------

    /** What a colleague without special wishes fills in. */
    public static Map<String, Object> concern() {
        Map<String, Object> form = new HashMap<>();
        form.put("type", "problem");
        form.put("category", "housing");
        form.put("title", "教师公寓漏水");
        form.put("description", "三号楼 402 室天花板漏水两周。");
        form.put("travel", "named");
        return form;
    }

    public static Map<String, Object> concern(String key, Object value) {
        Map<String, Object> form = concern();
        form.put(key, value);
        return form;
    }

    /** @return the concern's number */
    public String raise(String person, Map<String, Object> form) {
        return as(person, () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("concern-escalation")
                    .latestVersion()
                    .singleResult()
                    .getId();
            return engine.getFormService().submitStartForm(definition, form).getBusinessKey();
        });
    }

    // --- working -----------------------------------------------------------------------------------------------------

    /** The one open task of a kind in a case. */
    public Task task(String number, String key) {
        return findTask(number, key)
                .orElseThrow(() -> new AssertionError(number + " has no task " + key + ", but " + openTasks(number)));
    }

    public Optional<Task> findTask(String number, String key) {
        List<Task> found = tasks(number).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .toList();
        assertThat(found).hasSizeLessThan(2);
        return found.stream().findFirst();
    }

    public List<Task> tasks(String number) {
        return instances(number).stream()
                .flatMap(instance ->
                        engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    /** Keys of the open tasks, sorted. */
    public List<String> openTasks(String number) {
        return tasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
    }

    public List<ProcessInstance> instances(String number) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    public ProcessInstance instance(String number, String process) {
        return instances(number).stream()
                .filter(instance -> instance.getProcessDefinitionId().startsWith(process + ":"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " has no " + process));
    }

    public void claim(String person, Task task) {
        as(person, () -> {
            engine.getTaskService().claim(task.getId(), person);
            return null;
        });
    }

    public VariableMap show(String person, Task task) {
        return as(person, () -> engine.getFormService().getTaskFormVariables(task.getId()));
    }

    public void submit(String person, Task task, Map<String, Object> form) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), form);
            return null;
        });
    }

    /** Receives the task if nobody has, and submits its form. */
    public void act(String person, String number, String key, Map<String, Object> form) {
        Task task = task(number, key);
        if (task.getAssignee() == null) {
            claim(person, task);
        }
        submit(person, task(number, key), form);
    }

    /** A handler takes an exit with everything it may ask for. */
    public void exit(String person, String number, String exit) {
        exit(person, number, exit, Map.of());
    }

    public void exit(String person, String number, String exit, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>();
        form.put("exit", exit);
        form.put("words", "内容:" + exit);
        form.put("tried", "已联系维修。");
        form.putAll(more);
        act(person, number, "UserTask_Handle", form);
    }

    // --- time --------------------------------------------------------------------------------------------------------

    /** Lets time pass until a moment, firing a case's timers on the way, each at its own time. */
    public void passTo(String number, String local) {
        Instant until = TestTime.at(local);
        Optional<Job> due = nextJob(number);
        while (due.isPresent() && !due.get().getDuedate().toInstant().isAfter(until)) {
            Instant at = due.get().getDuedate().toInstant();
            if (at.isAfter(TestTime.now())) {
                TestTime.set(at);
            }
            engine.getManagementService().executeJob(due.get().getId());
            due = nextJob(number);
        }
        TestTime.set(until);
    }

    public Optional<Job> nextJob(String number) {
        return instances(number).stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .active()
                                .list()
                                .stream())
                .min(Comparator.comparing(Job::getDuedate));
    }

    public Date dueOf(String number, String key) {
        return task(number, key).getDueDate();
    }

    // --- effects -----------------------------------------------------------------------------------------------------

    /** One value of a concern's row. */
    public String concern(String number, String column) {
        return database.queryForObject("select " + column + " from concern where number = ?", String.class, number);
    }

    /** One value of every visit to a level, in order. */
    public List<String> handlings(String number, String column) {
        return database.queryForList(
                "select " + column + " from handling where number = ? order by id", String.class, number);
    }

    /** Kinds of the steps taken, in order. */
    public List<String> steps(String number) {
        return database.queryForList("select kind from step where number = ? order by id", String.class, number);
    }
}
