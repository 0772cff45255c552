package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** What can be seen of a case: its tasks and timers in the engine, and its effects in the domain. */
public abstract class SeenCases {

    final ProcessEngine engine;
    final JdbcTemplate database;

    SeenCases(ProcessEngine engine, JdbcTemplate database) {
        this.engine = engine;
        this.database = database;
    }

    // --- what is open
    // -----------------------------------------------------------------------------------------------------

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

    // --- the end --------------------------------------------------------------------------------------------------

    /** Ends what other tests have left open: whoever looks for a task in a list looks among few. */
    public void endAll() {
        end("concern-escalation");
        end("concern-collection");
        database.update("update handling set ended_at = entered_at where ended_at is null");
        database.update("update concern set state = 'WITHDRAWN' where state in ('OPEN', 'ANSWERED')");
        database.queryForList("select number from summary where state <> 'ACCEPTED'", String.class)
                .forEach(this::forgetSummary);
    }

    /** As if it never had been opened. */
    void forgetSummary(String number) {
        instances(number)
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over"));
        for (String table : List.of("summary_draft", "summary_row", "summary")) {
            database.update("delete from " + table + " where number = ?", number);
        }
    }

    /** Ends every case of a process. */
    void end(String process) {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .rootProcessInstances()
                .list()
                .forEach(instance ->
                        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over"));
    }

    /** The same, and that there were any: whoever counts what was done counts its own. */
    public void forgetAll() {
        endAll();
        end("call-back");
        List<String> tables = List.of(
                "opinion",
                "supervision",
                "handling_pause",
                "step",
                "call_back",
                "call_back_draw",
                "hearing",
                "agenda_part",
                "agenda_item",
                "handling",
                "concern");
        tables.forEach(table -> database.update("delete from " + table));
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

    /** How many concerns there are. */
    public int concerns() {
        return database.queryForObject("select count(*) from concern", Integer.class);
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

    /** One value of the latest visit to a level. */
    public String handling(String number, String level, String column) {
        List<String> all = database.queryForList(
                "select " + column + " from handling where number = ? and level = ? order by id",
                String.class,
                number,
                level);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** One value of the latest step of a kind. */
    public String step(String number, String kind, String column) {
        List<String> all = database.queryForList(
                "select " + column + " from step where number = ? and kind = ? order by id",
                String.class,
                number,
                kind);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** One value of every time that a level's clock stood still, in order. */
    public List<String> pauses(String number, String column) {
        return database.queryForList(
                "select " + column + " from handling_pause where handling_id in"
                        + " (select id from handling where number = ?) order by id",
                String.class,
                number);
    }

    /** One value of every supervision, in order. */
    public List<String> supervisions(String number, String column) {
        return database.queryForList(
                "select " + column + " from supervision where handling_id in"
                        + " (select id from handling where number = ?) order by id",
                String.class,
                number);
    }

    /** One value of every opinion asked for, in order. */
    public List<String> opinions(String number, String column) {
        return database.queryForList(
                "select " + column + " from opinion where handling_id in"
                        + " (select id from handling where number = ?) order by id",
                String.class,
                number);
    }

    /** When the latest visit to a level is due, in China. */
    public String dueAt(String number, String level) {
        return database.queryForObject(
                        "select due_at from handling"
                                + " where id = (select max(id) from handling where number = ? and level = ?)",
                        OffsetDateTime.class,
                        number,
                        level)
                .atZoneSameInstant(TestTime.ZONE)
                .toLocalDateTime()
                .toString();
    }
}
