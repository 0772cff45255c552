package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.calendar.CalendarUpkeep;
import org.shangda.monitoring.Monitoring;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of concerns that are handled together one is late, never two. It is Monday, 2 March 2026. */
@ShangdaTest
class MergedTimeProcessTest {

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    CalendarUpkeep upkeep;

    @Autowired
    Monitoring monitoring;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void monday_again() {
        TestTime.set(TestTime.MONDAY);
    }

    /** Raised on Friday by one colleague, on Monday by the other, and led by the later one. */
    private List<String> ledByTheLater() {
        TestTime.set("2026-02-27T10:00:00");
        String other = merged.ofMember();
        TestTime.set(TestTime.MONDAY);
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        merged.merge(SECRETARY, leading, other);
        return List.of(leading, other);
    }

    private List<String> stalled(String number) {
        monitoring.look();
        return database.queryForList("select cause from stalled where number = ?", String.class, number);
    }

    @Test
    void the_earliest_deadline_counts_and_the_one_that_leads_is_supervised_once_for_all() {
        List<String> two = ledByTheLater();
        String due = cases.dueAt(two.get(1), "branch");
        assertThat(cases.dueAt(two.get(0), "branch")).isEqualTo(due);
        assertThat(cases.nextJob(two.get(1))).isEmpty();

        cases.passTo(two.get(0), due + ":00");

        assertThat(cases.openTasks(two.get(0)))
                .containsExactly("UserTask_Handle", "UserTask_MyConcern", "UserTask_Supervise");
        assertThat(cases.supervisions(two.get(1), "unit")).isEmpty();
        assertThat(cases.steps(two.get(1))).doesNotContain("SUPERVISED", "REMINDED");
    }

    @Test
    void whoever_supervises_moves_all_up() {
        List<String> two = ledByTheLater();
        cases.passTo(two.get(0), cases.dueAt(two.get(1), "branch") + ":00");

        cases.act(COLLEGE_CLERK, two.get(0), "UserTask_Supervise", Map.of("measure", "move-up", "words", "请学院办理。"));

        assertThat(cases.handlings(two.get(1), "level")).containsExactly("branch", "college");
        assertThat(cases.handlings(two.get(1), "outcome")).containsExactly("passed-up", null);
        assertThat(cases.instance(two.get(1), "level-handling")).isWaitingAt("IntermediateEvent_Together");
    }

    @Test
    void whoever_supervises_takes_all_over() {
        List<String> two = ledByTheLater();
        cases.passTo(two.get(0), cases.dueAt(two.get(1), "branch") + ":00");

        cases.act(COLLEGE_CLERK, two.get(0), "UserTask_Supervise", Map.of("measure", "take-over", "words", "由学院直接办理。"));

        for (String number : two) {
            assertThat(cases.handlings(number, "unit")).containsExactly("jsj1", "jsj");
        }
        assertThat(cases.openTasks(two.get(0))).containsExactly("UserTask_Handle", "UserTask_MyConcern");
        assertThat(cases.openTasks(two.get(1))).containsExactly("UserTask_MyConcern");
    }

    @Test
    void more_time_is_more_time_for_each() {
        List<String> two = ledByTheLater();
        String due = cases.dueAt(two.get(1), "branch");
        cases.passTo(two.get(0), due + ":00");

        cases.act(COLLEGE_CLERK, two.get(0), "UserTask_Supervise", Map.of("measure", "extend", "words", "再给几天。"));

        assertThat(cases.dueAt(two.get(1), "branch")).isGreaterThan(due);
        assertThat(cases.dueAt(two.get(0), "branch")).isEqualTo(cases.dueAt(two.get(1), "branch"));
    }

    @Test
    void a_notice_moves_the_task_of_the_one_that_leads_to_the_earliest_day_of_all() throws IOException {
        List<String> two = ledByTheLater();
        assertThat(cases.dueAt(two.get(0), "branch")).isEqualTo("2026-03-09T17:00");
        try {
            // Saturday the 7th is made up for; so the seventh working day of what was raised on Friday is two days
            // earlier.
            upkeep.loadNotice(ClockProcessTest.notice("2026-03-07,work,春节"));

            for (String number : two) {
                assertThat(cases.dueAt(number, "branch")).isEqualTo("2026-03-07T17:00");
                assertThat(cases.steps(number)).endsWith("DEADLINE_MOVED");
            }
            assertThat(cases.dueOf(two.get(0), "UserTask_Handle")).isEqualTo(TestTime.at("2026-03-07T17:00:00"));
        } finally {
            upkeep.loadNotice(ClockProcessTest.notice(""));
        }
    }

    @Test
    void a_supervision_ends_when_its_concern_is_handled_with_another_one() {
        TestTime.set("2026-02-27T10:00:00");
        String late = merged.ofMember();
        String due = cases.dueAt(late, "branch");
        TestTime.set(TestTime.MONDAY);
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        cases.passTo(late, due + ":00");
        assertThat(cases.openTasks(late)).contains("UserTask_Supervise");

        merged.merge(SECRETARY, leading, late);

        assertThat(cases.supervisions(late, "decision")).containsExactly("merged");
        assertThat(cases.openTasks(late)).containsExactly("UserTask_MyConcern");
        cases.passTo(leading, due + ":01");
        assertThat(cases.openTasks(leading)).contains("UserTask_Supervise");
    }

    @Test
    void what_waits_for_the_one_that_is_worked_on_does_not_stand_still() {
        List<String> two = ledByTheLater();
        assertThat(stalled(two.get(1))).isEmpty();

        cases.passTo(two.get(0), cases.dueAt(two.get(1), "branch").substring(0, 8) + "20T10:00:00");

        assertThat(stalled(two.get(1))).isEmpty();
        assertThat(stalled(two.get(0))).isNotEmpty();
    }

    @Test
    void what_waits_for_one_that_is_over_is_found_as_standing_still() {
        List<String> two = ledByTheLater();
        database.update("update handling set ended_at = entered_at where number = ?", two.get(0));

        assertThat(stalled(two.get(1))).contains("no-task");
    }
}
