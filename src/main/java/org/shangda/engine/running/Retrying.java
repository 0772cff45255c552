package org.shangda.engine.running;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.FailedStep;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps that the engine has given up are tried again: once, and soon. What fails again is given up again at once, with what it
 * failed of this time.
 */
@Component
public class Retrying {

    /** Steps that are tried again at once. */
    static final int AT_ONCE = 500;

    /** A node that has not come back to what it had taken for so long does not do it any more. */
    public static final Duration LOCK_OVER = Duration.ofMinutes(1);

    /** No node takes anything for longer: one whose lock ends later had another time. */
    public static final int LOCK_TIMES = 3;

    private static final String FAILED =
            "select j.id_, j.process_def_key_, coalesce(d.act_id_, j.handler_type_) as element,"
                    + " j.exception_msg_ from act_ru_job j left join act_ru_jobdef d on d.id_ = j.job_def_id_"
                    + " where j.retries_ = 0 and ";

    /** @param process key of its diagram, null of a step of the engine's own */
    private record Failed(String job, String process, String element, FailedStep step) {

        boolean isLike(Failed other) {
            return element.equals(other.element)
                    && String.valueOf(process).equals(String.valueOf(other.process))
                    && step.cause().equals(other.step.cause());
        }
    }

    private final ObjectProvider<ProcessEngine> engine;
    private final JdbcClient database;
    private final AsTheProduct asTheProduct;
    private final Clock clock;

    Retrying(ObjectProvider<ProcessEngine> engine, JdbcClient database, AsTheProduct asTheProduct, Clock clock) {
        this.engine = engine;
        this.database = database;
        this.asTheProduct = asTheProduct;
        this.clock = clock;
    }

    /**
     * One step.
     *
     * @param job id of what was given up, or is locked by a node that does not come back
     * @throws Refusal when it is neither
     */
    @Transactional
    public void retry(String job) {
        again(List.of(job));
    }

    /**
     * All steps of the same element that failed of the same, at most {@value #AT_ONCE}.
     *
     * @param job id of one of them
     * @return how many
     * @throws Refusal when it has not been given up
     */
    @Transactional
    public int retryAllLike(String job) {
        Failed one = database.sql(FAILED + "j.id_ = :job")
                .param("job", job)
                .query((row, n) -> failed(row))
                .optional()
                .orElseThrow(() -> Refusal.conflict("retrying.not-failed"));
        List<String> jobs = database
                .sql(FAILED + "coalesce(d.act_id_, j.handler_type_) = :element")
                .param("element", one.element())
                .query((row, n) -> failed(row))
                .list()
                .stream()
                .filter(one::isLike)
                .map(Failed::job)
                .limit(AT_ONCE)
                .toList();
        again(jobs);
        return jobs.size();
    }

    private static Failed failed(ResultSet row) throws SQLException {
        return new Failed(
                row.getString("id_"),
                row.getString("process_def_key_"),
                row.getString("element"),
                FailedStep.read(row.getString("exception_msg_")));
    }

    private void again(List<String> ids) {
        asTheProduct.run(() -> configuration().getCommandExecutorTxRequired().execute(context -> {
            for (String id : ids) {
                JobEntity job = context.getJobManager().findJobById(id);
                if (job == null || job.getRetries() > 0 && !isLockedForGood(job)) {
                    throw Refusal.conflict("retrying.not-failed");
                }
                job.setLockOwner(null);
                job.setLockExpirationTime(null);
                job.setRetries(Math.max(job.getRetries(), 1));
                job.setDuedate(Date.from(clock.instant()));
            }
            return null;
        }));
        configuration().getJobExecutor().jobWasAdded();
    }

    private boolean isLockedForGood(JobEntity job) {
        if (job.getLockExpirationTime() == null) {
            return false;
        }
        Instant until = job.getLockExpirationTime().toInstant();
        Instant now = clock.instant();
        return until.isBefore(now.minus(LOCK_OVER)) || until.isAfter(now.plus(longestLock()));
    }

    /** For longer no step is taken by a node. */
    public Duration longestLock() {
        return Duration.ofMillis(configuration().getJobExecutor().getLockTimeInMillis())
                .multipliedBy(LOCK_TIMES);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }
}
