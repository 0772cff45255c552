package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.running.Retrying;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: steps that the engine does not do, said as the diagram calls them, and what an operator does about them. */
@ShangdaTest
class StalledStepsProcessTest extends StalledCases {

    @Autowired
    RepositoryService repository;

    @Autowired
    Retrying retrying;

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void asShipped() {
        Modeler.takeBack(repository, deployed.toArray(String[]::new));
        deployed.clear();
    }

    // --- failed ------------------------------------------------------------------------------------------------------

    @Test
    void a_timer_whose_supervising_unit_is_unknown_says_so_and_in_which_table_it_stands() throws IOException {
        String number = supervisedBy("xxb");

        assertThat(causes(number)).contains("job-failed", "nobody-above");
        assertThat(all("table-unit-unknown")).contains("xxb");
        assertThat(why(number, "job-failed")).isEqualTo("「下一个时点」失败，已不再重试：表 level-units 的单位 xxb 不在名册中。");
        assertThat(management
                        .createJobQuery()
                        .jobId(failed(number).getId())
                        .singleResult()
                        .getExceptionMessage())
                .startsWith("university.unit.unknown xxb | ");
        assertSiblingIsNotListed();
    }

    @Test
    void what_is_retried_leaves_the_list_and_is_there_again_when_it_fails_again() throws IOException {
        String number = supervisedBy("xxc");
        causes(number);
        String job = failed(number).getId();

        retrying.retry(job);

        assertThat(causes(number)).doesNotContain("job-failed");
        assertThat(management.createJobQuery().jobId(job).singleResult())
                .satisfies(again -> assertThat(again.getRetries()).isOne())
                .satisfies(again -> assertThat(again.getDuedate().toInstant()).isEqualTo(TestTime.now()));

        assertThat(ran(job)).isFalse();
        assertThat(causes(number)).contains("job-failed");

        withUnit("xxc");
        try {
            retrying.retry(job);
            assertThat(ran(job)).isTrue();
            assertThat(causes(number)).doesNotContain("job-failed");
            assertThat(cases.supervisions(number, "unit")).containsExactly("xxc");
        } finally {
            pairings.undoRoster();
        }
    }

    @Test
    void all_steps_of_one_cause_are_retried_at_once_and_no_other() {
        String one = supervisedBy("xxb");
        TestTime.set(TestTime.MONDAY);
        String other = lateAtTheCollege();
        String elsewhere = cases.raise(COLLEAGUE, Cases.concern());
        Job given = cases.nextJob(elsewhere).orElseThrow();
        management.setJobRetries(given.getId(), 0);

        assertThat(retrying.retryAllLike(failed(one).getId())).isEqualTo(2);

        assertThat(causes(one)).doesNotContain("job-failed");
        assertThat(causes(other)).doesNotContain("job-failed");
        assertThat(causes(elsewhere)).contains("job-failed");
        assertThatThrownBy(() -> retrying.retry(cases.nextJob(one).orElseThrow().getId()))
                .isInstanceOf(Refusal.class)
                .hasMessage("retrying.not-failed");
    }

    // --- late, locked, reported --------------------------------------------------------------------------------------

    @Test
    void a_late_timer_is_called_as_the_diagram_calls_it() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-09T17:06:00");

        assertThat(causes(number)).containsExactly("timer-late");
        assertThat(why(number, "timer-late")).isEqualTo("「到时」到时未执行。");
    }

    @Test
    void a_step_whose_node_does_not_come_back_is_locked_and_can_be_taken_again() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String job = cases.nextJob(number).orElseThrow().getId();
        lock(job, "2026-03-02T10:00:30");
        assertThat(causes(number)).isEmpty();

        lock(job, "2026-03-02T09:58:30");
        assertThat(causes(number)).containsExactly("job-locked");
        assertThat(why(number, "job-locked")).isEqualTo("「到时」被锁定，但没有服务器在执行它。");
        assertSiblingIsNotListed();

        lock(job, "2026-03-02T11:00:00");
        assertThat(causes(number)).as("by a node with another time").containsExactly("job-locked");
        retrying.retry(job);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void whatever_else_the_engine_reports_is_listed() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String level = cases.instance(number, "level-handling").getId();
        String execution =
                tasks.createTaskQuery().processInstanceId(level).singleResult().getExecutionId();
        runtime.createIncident("no-answer", execution, null);

        assertThat(causes(number)).containsExactly("incident");
        assertThat(why(number, "incident")).contains("流程引擎报告异常（no-answer）。");
        assertSiblingIsNotListed();
    }

    // --- making them -------------------------------------------------------------------------------------------------

    /** By a unit that is not on the roster; one that was abolished is remembered. */
    private String supervisedBy(String unit) {
        String table = Modeler.shipped("level-units.dmn")
                .replaceAll("(?s)(OutputEntry_CollegeFirst\\w*\">\\s*<text>)\"zzb\"", "$1\"" + unit + "\"");
        deployed.add(repository
                .createDeployment()
                .name("unknown unit")
                .addString("level-units.dmn", table)
                .deploy()
                .getId());
        return lateAtTheCollege();
    }

    /** Its timer has failed for good. */
    private String lateAtTheCollege() {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        String job = next(number);
        // It reminds, and then it is late.
        for (int i = 0; i < 5 && ran(job); i++) {
            job = next(number);
        }
        management.setJobRetries(job, 1);
        assertThat(ran(job)).isFalse();
        assertThat(failed(number).getId()).isEqualTo(job);
        return number;
    }

    /** The next timer, at its time. */
    private String next(String number) {
        Job next = cases.nextJob(number).orElseThrow();
        if (next.getDuedate().toInstant().isAfter(TestTime.now())) {
            TestTime.set(next.getDuedate().toInstant());
        }
        return next.getId();
    }

    private boolean ran(String job) {
        return catchThrowable(() -> management.executeJob(job)) == null;
    }

    private Job failed(String number) {
        return cases.instances(number).stream()
                .flatMap(one ->
                        management.createJobQuery().processInstanceId(one.getId()).noRetriesLeft().list().stream())
                .findAny()
                .orElseThrow();
    }

    private void lock(String job, String until) {
        database.update(
                "update act_ru_job set lock_owner_ = 'another node', lock_exp_time_ = ? where id_ = ?",
                LocalDateTime.ofInstant(TestTime.at(until), ZoneId.systemDefault()),
                job);
    }

    private void withUnit(String code) {
        pairings.units(lines -> lines + code + ",信息办,职能部门,dhdx,zijingang,,,\n");
    }
}
