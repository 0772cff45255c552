package org.shangda.concern.process;

import static org.shangda.Cases.COLLEAGUE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** How somebody comes to stand aside, who has a task, and what they are answered. */
abstract class StandingAside {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    static Map<String, Object> concern(String standAside) {
        Map<String, Object> form = new HashMap<>(Cases.concern());
        form.put("standAside", standAside);
        return form;
    }

    String raise(String standAside) {
        return cases.raise(COLLEAGUE, concern(standAside));
    }

    /** Everybody who may act on a task. */
    List<String> who(String number, String key) {
        Task task = cases.task(number, key);
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .flatMap(link -> people(link).stream())
                .distinct()
                .toList();
    }

    List<String> people(IdentityLink link) {
        return link.getUserId() != null
                ? List.of(link.getUserId())
                : identities.createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                        .map(user -> user.getId())
                        .toList();
    }
}
