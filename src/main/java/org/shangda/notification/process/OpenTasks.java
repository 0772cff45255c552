package org.shangda.notification.process;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskCountByCandidateGroupResult;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.Offering;
import org.shangda.notification.OpenWork;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits, as the engine's open tasks say it. */
@Component
class OpenTasks implements OpenWork {

    private final ObjectProvider<TaskService> tasks;
    private final AsTheProduct asTheProduct;
    private final University university;
    private final WorkItems items;

    OpenTasks(ObjectProvider<TaskService> tasks, AsTheProduct asTheProduct, University university, WorkItems items) {
        this.tasks = tasks;
        this.asTheProduct = asTheProduct;
        this.university = university;
        this.items = items;
    }

    @Override
    public List<Waiting> of(String person) {
        return asTheProduct.call(() -> tasks
                .getObject()
                .createTaskQuery()
                .or()
                .taskAssignee(person)
                .taskCandidateUser(person)
                .endOr()
                .taskDefinitionKeyNotIn(items.standing().toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> new Waiting(
                        task.getId(),
                        task.getName(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList());
    }

    @Override
    public Map<String, Integer> toReceive() {
        Map<String, Integer> byGroup =
                asTheProduct.call(() -> tasks.getObject().createTaskReport().taskCountByCandidateGroup().stream()
                        .filter(count -> count.getGroupName() != null)
                        .collect(toMap(
                                TaskCountByCandidateGroupResult::getGroupName,
                                TaskCountByCandidateGroupResult::getTaskCount)));
        return university.units().stream()
                .filter(unit -> byGroup.containsKey(Offering.groupOf(unit.code())))
                .collect(toMap(Unit::code, unit -> byGroup.get(Offering.groupOf(unit.code()))));
    }
}
