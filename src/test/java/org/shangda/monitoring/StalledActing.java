package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions.Done;
import org.shangda.monitoring.StalledActions.Order;
import org.springframework.beans.factory.annotation.Autowired;

/** What a supervising unit does from a row, and what becomes of it. */
abstract class StalledActing extends StalledCases {

    @Autowired
    StalledActions actions;

    @Autowired
    StalledView view;

    String withoutMovement() {
        String number = cases.at("college", "suggestion");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-17T10:00:00");
        look();
        return number;
    }

    String atTheDepartmentWithoutMovement() {
        String number = cases.at("department", "suggestion");
        cases.claim(DEPARTMENT_CLERK, cases.task(number, "UserTask_Handle"));
        cases.passTo(number, "2026-03-17T10:00:00");
        look();
        return number;
    }

    String lateAtTheDepartment() {
        String number = received("department");
        cases.passTo(number, "2026-03-18T17:30:00");
        look();
        return number;
    }

    void look() {
        assertThat(monitoring.look()).isTrue();
    }

    Done act(String person, String action, String number, String words, String unit, String handler) {
        return actions.act(person, Power.NONE, action, order(number, words, unit, handler))
                .get(0);
    }

    Order order(String number, String words, String unit, String handler) {
        return new Order(List.of(subject(number)), words, unit, null, handler);
    }

    String subject(String number) {
        return database.queryForObject(
                "select min(subject) from stalled where number = ? and handling is not null", String.class, number);
    }

    List<String> open(String person, Power power, String number) {
        String subject = subject(number);
        Map<String, List<String>> open = new TreeMap<>();
        view.page(person, power, new StalledFilter(null, null, null, null, null, null, null, null, null))
                .rows()
                .forEach(row -> open.put(row.subject(), row.actions()));
        return open.get(subject);
    }

    List<String> supervisionSteps(String number) {
        return database.queryForList(
                "select code from step where number = ? and kind = 'SUPERVISION' order by id", String.class, number);
    }

    List<String> offered(String person) {
        return tasks.createTaskQuery().taskCandidateUser(person).includeAssignedTasks().list().stream()
                .map(Task::getId)
                .toList();
    }
}
