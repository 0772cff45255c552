package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Misconfigured;
import org.shangda.refusal.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;

class FailedJobsTest {

    @Test
    void a_conflict_costs_a_job_none_of_its_attempts() {
        assertThat(afterOneAttempt(new OptimisticLockingException("meanwhile")).getRetries())
                .isEqualTo(3);
        assertThat(afterOneAttempt(new OptimisticLockingFailureException("meanwhile"))
                        .getRetries())
                .isEqualTo(3);
    }

    @Test
    void any_other_failure_costs_one_attempt_and_leaves_no_message() {
        Job failed = afterOneAttempt(new IllegalStateException("a story"));

        assertThat(failed.getRetries()).isEqualTo(2);
        assertThat(failed.getExceptionMessage())
                .contains("java.lang.IllegalStateException")
                .doesNotContain("a story");
    }

    @Test
    void what_is_wrong_with_the_rules_is_told_whoever_looks_at_the_job_in_cockpit_with_its_number_in_the_log() {
        Job failed = afterOneAttempt(new Misconfigured("level-deadlines: no row for college"));

        assertThat(failed.getExceptionMessage())
                .matches("(?s)engine\\.rules-incomplete level-deadlines: no row for college \\| [0-9a-f]{8}: .*")
                .contains("(level-deadlines: no row for college)");
    }

    @Test
    void what_was_refused_stands_first_by_its_code_with_the_unit_that_it_is_about() {
        Job failed = afterOneAttempt(
                new IllegalStateException("a story", Refusal.invalid("university.unit.unknown", "xxb")));

        assertThat(failed.getExceptionMessage()).startsWith("university.unit.unknown xxb | ");
        assertThat(FailedStep.read(failed.getExceptionMessage()))
                .returns("university.unit.unknown", FailedStep::code)
                .returns("xxb", FailedStep::argument)
                .returns("university.unit.unknown xxb", FailedStep::cause);
    }

    @Test
    void neither_a_person_nor_words_get_into_it_with_what_was_refused() {
        assertThat(afterOneAttempt(Refusal.invalid("university.name-unknown", "chenyu"))
                        .getExceptionMessage())
                .startsWith("university.name-unknown | ")
                .doesNotContain("chenyu");
        assertThat(afterOneAttempt(Refusal.invalid("university.unit.unknown", "我的故事"))
                        .getExceptionMessage())
                .startsWith("university.unit.unknown | ")
                .doesNotContain("我的故事");
    }

    @Test
    void what_failed_for_the_same_reason_is_known_by_it_wherever_it_was_thrown() {
        FailedStep one = FailedStep.read("1c6ddbfb: java.lang.IllegalStateException at org.shangda.A.b(A.java:1)");
        FailedStep same = FailedStep.read("00000000: java.lang.IllegalStateException at org.shangda.C.d(C.java:2)");
        FailedStep other = FailedStep.read("00000000: java.lang.NullPointerException");

        assertThat(one.cause()).isEqualTo(same.cause()).isNotEqualTo(other.cause());
        assertThat(one.reference()).isEqualTo("1c6ddbfb");
        assertThat(FailedStep.read(null)).returns(null, FailedStep::code).returns("", FailedStep::cause);
    }

    private static Job afterOneAttempt(RuntimeException failure) {
        var configuration = BareEngine.configuration();
        configuration.setFailedJobCommandFactory(new FailedJobs());
        configuration.setBeans(Map.of("failing", (JavaDelegate) execution -> {
            throw failure;
        }));
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance(
                            "failing.bpmn",
                            Bpmn.createExecutableProcess("failing")
                                    .startEvent()
                                    .serviceTask()
                                    .camundaAsyncBefore()
                                    .camundaDelegateExpression("${failing}")
                                    .endEvent()
                                    .done())
                    .deploy();
            engine.getRuntimeService().startProcessInstanceByKey("failing");
            Job job = engine.getManagementService().createJobQuery().singleResult();
            assertThat(catchThrowable(() -> engine.getManagementService().executeJob(job.getId())))
                    .isNotNull();
            return engine.getManagementService().createJobQuery().singleResult();
        } finally {
            engine.close();
        }
    }
}
