package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Whose post ends before they have handed in what they received. The other node follows the roster as well. */
@ShangdaTest
class EndedPostTest {

    private static final String NO_SUCH_TASK = "未找到该事项，或您无权查看。";

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    TaskService tasks;

    @Autowired
    List<ScheduledTaskHolder> schedules;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void everybodyHasTheirPostAgain() {
        pairings.roster(lines -> lines);
    }

    @Test
    void whose_post_ends_between_receiving_and_handing_in_hands_in_nothing_and_the_task_goes_on_to_the_colleagues() {
        pairings.roster(lines -> lines.replaceAll(
                "(?m)^(" + COLLEGE_CLERK + ",[^,]*,[^,]*,[^,]*,jsj,[^,]*,[^,]*),[^,]*,", "$1,2026-03-03,"));
        String number = cases.at("college", "problem");
        Task task = cases.task(number, "UserTask_Handle");
        cases.claim(COLLEGE_CLERK, task);
        assertThat(cases.show(COLLEGE_CLERK, task)).containsEntry("number", number);
        List<String> steps = cases.steps(number);

        TestTime.set("2026-03-03T09:00:00");
        Map<String, Object> answer = new HashMap<>(Map.of("exit", "answer", "words", "已修好。", "tried", "已联系维修。"));
        Cases.assertRefused(() -> cases.show(COLLEGE_CLERK, task), 404, NO_SUCH_TASK);
        Cases.assertRefused(() -> cases.submit(COLLEGE_CLERK, task, answer), 404, NO_SUCH_TASK);
        assertThat(cases.steps(number)).as("nothing is stored").isEqualTo(steps);

        theRosterIsFollowed();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
        Cases.assertRefused(() -> cases.claim(COLLEGE_CLERK, task), 404, NO_SUCH_TASK);
        cases.claim(OTHER_COLLEGE_CLERK, task);
        cases.submit(OTHER_COLLEGE_CLERK, task, answer);
        assertThat(cases.steps(number)).contains("HANDED_OVER", "EXIT");
    }

    @Test
    void the_other_node_that_follows_the_roster_on_the_same_day_changes_nothing_more() {
        pairings.roster(lines -> lines.replaceAll(
                "(?m)^(" + SECRETARY + ",[^,]*,[^,]*,[^,]*,jsj1,[^,]*,[^,]*),[^,]*,", "$1,2026-03-03,"));
        String number = cases.at("branch", "problem");
        TestTime.set("2026-03-03T09:00:00");
        theRosterIsFollowed();
        theRosterIsFollowed();
        assertThat(cases.steps(number)).filteredOn("HANDED_OVER"::equals).hasSize(1);
    }

    /** What every node does by the minute. */
    private void theRosterIsFollowed() {
        schedules.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("CurrentUniversity"))
                .forEach(task -> task.getTask().getRunnable().run());
    }
}
