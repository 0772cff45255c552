package org.shangda.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.shangda.university.University;
import org.shangda.work.WorkItems;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The proof as somebody would do it who has time: from case to case, asking the engine and the roster about each. It knows
 * none of the rules' statements.
 */
class CaseByCase {

    private final ProcessEngine engine;
    private final University university;
    private final WorkItems items;
    private final JdbcTemplate database;

    CaseByCase(ProcessEngine engine, University university, WorkItems items, JdbcTemplate database) {
        this.engine = engine;
        this.university = university;
        this.items = items;
        this.database = database;
    }

    /** An open visit to a level. */
    private record Visit(long id, String answeringUnit, String supervisor, String task, boolean paused) {}

    /** What is missing where; empty when every case has what it must have. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Task task : engine.getTaskService().createTaskQuery().list()) {
            if (isWork(task) && !somebodyCanDo(task)) {
                missing.add(task.getTaskDefinitionKey() + " is nobody's");
            }
        }
        database.queryForList("select number from concern where state in ('OPEN', 'ANSWERED')", String.class)
                .forEach(number -> lookAt(number, missing));
        return missing;
    }

    private void lookAt(String number, List<String> missing) {
        List<ProcessInstance> instances = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list();
        if (instances.isEmpty()) {
            missing.add(number + " is forgotten");
            return;
        }
        List<Visit> visits = visits(number);
        if (instances.stream().noneMatch(this::hasWork) && visits.stream().noneMatch(Visit::paused)) {
            missing.add(number + " is done by nobody");
        }
        if (instances.stream().noneMatch(this::hasDate)) {
            missing.add(number + " has no date");
        }
        for (Visit visit : visits) {
            if (!visit.paused() && !goesOn(visit)) {
                missing.add(number + " has a visit with which nobody goes on");
            }
            if (university.unit(visit.supervisor()).isEmpty()) {
                missing.add(number + " has nobody above");
            } else if (university
                    .handlersOf(visit.supervisor(), Set.of())
                    .unit()
                    .code()
                    .equals(visit.answeringUnit())) {
                missing.add(number + " supervises itself");
            }
        }
    }

    private List<Visit> visits(String number) {
        return database.query(
                "select h.id, h.answering_unit, h.work_item, coalesce((select s.unit from supervision s"
                        + " where s.handling_id = h.id and s.decision is null), h.supervisor) as supervisor,"
                        + " (select count(*) from handling_pause p where p.handling_id = h.id and p.to_at is null) as pauses"
                        + " from handling h where h.number = ? and h.ended_at is null",
                (row, n) -> new Visit(
                        row.getLong("id"),
                        row.getString("answering_unit"),
                        row.getString("supervisor"),
                        row.getString("work_item"),
                        row.getInt("pauses") > 0),
                number);
    }

    private boolean goesOn(Visit visit) {
        Task task =
                engine.getTaskService().createTaskQuery().taskId(visit.task()).singleResult();
        return task != null && !task.isSuspended() && somebodyCanDo(task);
    }

    private boolean isWork(Task task) {
        return !items.standing().contains(task.getTaskDefinitionKey());
    }

    private boolean hasWork(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .anyMatch(task -> isWork(task) && !task.isSuspended() && somebodyCanDo(task));
    }

    /** Whoever has it, or any of those to whom it is offered, is on the roster today. */
    private boolean somebodyCanDo(Task task) {
        List<String> people = new ArrayList<>();
        if (task.getAssignee() != null) {
            people.add(task.getAssignee());
        } else {
            for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
                if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null) {
                    people.add(link.getUserId());
                } else if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                    engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                            .forEach(user -> people.add(user.getId()));
                }
            }
        }
        return people.stream().anyMatch(person -> university.person(person).isPresent());
    }

    /** A job that will run by itself some day. */
    private boolean hasDate(ProcessInstance instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).list().stream()
                .anyMatch(job -> job.getRetries() > 0 && !job.isSuspended());
    }
}
