package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.shangda.Cases.COLLEAGUE;

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
    void a_unit_that_was_refused_is_named_with_the_table_in_which_it_stands() throws IOException {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        deploy("level-units.dmn", "(?s)(OutputEntry_CollegeFirst\\w*\">\\s*<text>)\"zzb\"", "$1\"xxb\"");
        fails(number, "university.unit.unknown xxb | 1c6ddbfb: org.shangda.refusal.Refusal");

        assertThat(causes(number)).contains("job-failed");
        assertThat(why(number, "job-failed")).isEqualTo("「到时」失败，已不再重试：表 level-units 的单位 xxb 不在名册中。");

        fails(number, "university.unit.unknown abc | 1c6ddbfb: org.shangda.refusal.Refusal");
        causes(number);
        assertThat(why(number, "job-failed")).isEqualTo("「到时」失败，已不再重试：单位 abc 不在名册中。");

        fails(number, "engine.rules-incomplete level-exits has no row for branch | 1c6ddbfb: x");
        causes(number);
        assertThat(why(number, "job-failed")).isEqualTo("「到时」失败，已不再重试：决策表或流程图不完整（level-exits has no row for branch）。");

        fails(number, "1c6ddbfb: java.lang.IllegalStateException");
        causes(number);
        assertThat(why(number, "job-failed")).isEqualTo("「到时」失败，已不再重试：系统错误，日志编号 1c6ddbfb。");
    }

    @Test
    void what_is_retried_leaves_the_list_and_is_there_again_when_it_fails_again() {
        String number = failing("STUCK-2");
        assertThat(causes(number)).containsExactly("job-failed");
        String job = failed(number).getId();

        retrying.retry(job);

        assertThat(causes(number)).isEmpty();
        assertThat(management.createJobQuery().jobId(job).singleResult())
                .satisfies(again -> assertThat(again.getRetries()).isOne())
                .satisfies(again -> assertThat(again.getDuedate().toInstant()).isEqualTo(TestTime.now()));

        assertThat(ran(job)).isFalse();
        assertThat(causes(number)).containsExactly("job-failed");
    }

    @Test
    void what_is_retried_and_works_is_over() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        String job = cases.nextJob(number).orElseThrow().getId();
        management.setJobRetries(job, 0);
        assertThat(causes(number)).contains("job-failed");

        retrying.retry(job);
        assertThat(ran(job)).isTrue();

        assertThat(causes(number)).isEmpty();
        assertThatThrownBy(() -> retrying.retry(job))
                .isInstanceOf(Refusal.class)
                .hasMessage("retrying.not-failed");
    }

    @Test
    void all_steps_of_one_cause_are_retried_at_once_and_no_other() {
        String one = failing("STUCK-3");
        String other = failing("STUCK-4");
        String elsewhere = cases.raise(COLLEAGUE, Cases.concern());
        management.setJobRetries(cases.nextJob(elsewhere).orElseThrow().getId(), 0);

        assertThat(retrying.retryAllLike(failed(one).getId())).isEqualTo(2);

        assertThat(causes(one)).isEmpty();
        assertThat(listed(other)).isEmpty();
        assertThat(listed(elsewhere)).contains("job-failed");
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

    private void fails(String number, String message) {
        database.update(
                "update act_ru_job set retries_ = 0, exception_msg_ = ? where id_ = ?",
                message,
                cases.nextJob(number).orElseThrow().getId());
    }

    private void deploy(String file, String what, String with) {
        String shipped = Modeler.shipped(file);
        String changed = shipped.replaceAll(what, with);
        assertThat(changed).isNotEqualTo(shipped);
        deployed.add(repository
                .createDeployment()
                .name("changed")
                .addString(file, changed)
                .deploy()
                .getId());
    }

    /** A case whose step has failed for good. */
    private String failing(String number) {
        deployed.add(repository
                .createDeployment()
                .name("failing")
                .addClasspathResource("security/two-steps.bpmn")
                .deploy()
                .getId());
        String instance = runtime.createProcessInstanceByKey("two-steps")
                .businessKey(number)
                .startBeforeActivity("ServiceTask_Fail")
                .execute()
                .getId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThat(ran(job)).isFalse();
        management.setJobRetries(job, 1);
        assertThat(ran(job)).isFalse();
        return number;
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
}
