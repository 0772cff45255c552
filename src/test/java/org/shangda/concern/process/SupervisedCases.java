package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** How a concern comes to be late, and what a supervisor is seen to do. */
abstract class SupervisedCases {

    @Autowired
    Cases cases;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    String received(String level) {
        String number = cases.at(level, "problem");
        Task task = cases.task(number, "UserTask_Handle");
        if (task.getAssignee() == null) {
            cases.claim(Cases.handlerAt(level, "first"), task);
        }
        return number;
    }

    /** Received in time, and then not handled until the deadline. */
    String overdue(String level) {
        String number = received(level);
        cases.passTo(number, cases.dueAt(number, level) + ":00");
        assertThat(cases.findTask(number, "UserTask_Supervise")).isPresent();
        return number;
    }

    static String supervisorOf(String level) {
        return switch (level) {
            case "branch" -> COLLEGE_CLERK;
            case "college", "assigning-office" -> ORGANIZATION_CLERK;
            default -> ASSIGNING_CLERK;
        };
    }

    void supervise(String number, String level, String measure, String unit) {
        Map<String, Object> form = new HashMap<>(Map.of("measure", measure, "words", "请说明。"));
        form.put("unit", unit);
        cases.act(supervisorOf(level), number, "UserTask_Supervise", form);
    }

    List<String> measures(String number, String supervisor) {
        String shown = cases.show(supervisor, cases.task(number, "UserTask_Supervise"))
                .get("measures")
                .toString();
        return List.of("urge", "extend", "take-over", "give", "move-up").stream()
                .filter(measure -> shown.contains("\"" + measure + "\""))
                .toList();
    }

    static Date at(String local) {
        return Date.from(TestTime.at(local));
    }
}
