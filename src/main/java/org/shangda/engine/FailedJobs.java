package org.shangda.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.runtime.Job;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Tally;

/**
 * Stores of a failed job's exception what the domain said in codes, the number under which the log has it, and its classes
 * ({@link FailedStep}). Its message could quote a story, and jobs and incidents are read by operators.
 */
class FailedJobs implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new DefaultJobRetryCmd(jobId, exception == null ? null : described(exception));
    }

    /** A conflict with somebody's form costs the job none of its attempts; the engine knows it by its class. */
    private static RuntimeException described(Throwable exception) {
        if (Conflicts.among(exception)) {
            Tally.conflict();
            return new OptimisticLockingException(Failures.describe(exception));
        }
        return new JobFailure(FailedStep.of(exception, Failures.report(exception)));
    }

    private static class JobFailure extends RuntimeException {

        JobFailure(FailedStep step) {
            super(step.message(), null, false, false);
        }
    }

    /** The history of jobs keeps the exception besides the job itself. */
    static class History extends CacheAwareHistoryEventProducer {

        @Override
        public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
            return super.createHistoricJobLogFailedEvt(
                    job, exception == null ? null : new JobFailure(FailedStep.of(exception, "")));
        }
    }
}
