package org.shangda.engine.running;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.Suspensions;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case is suspended as a whole, its way with the levels and the supervision that it has called, with a reason and until a day.
 * On that day, or earlier when somebody resumes it, it goes on, and timers that were due meanwhile run.
 */
@Component
public class Suspending {

    /** Whoever needs longer says so again. */
    static final int LONGEST_DAYS = 90;

    /** Characters: it is read in a row. */
    public static final int LONGEST_REASON = 200;

    /** What somebody who suspends a case says. @param until the day on which it goes on by itself, 1 to 90 days ahead */
    public record Suspension(@Text(max = LONGEST_REASON) String reason, LocalDate until) {}

    private final ObjectProvider<ProcessEngine> engine;
    private final JdbcClient database;
    private final AsTheProduct asTheProduct;
    private final Suspensions suspensions;
    private final Inputs inputs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Suspending(
            ObjectProvider<ProcessEngine> engine,
            JdbcClient database,
            AsTheProduct asTheProduct,
            Suspensions suspensions,
            Inputs inputs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.database = database;
        this.asTheProduct = asTheProduct;
        this.suspensions = suspensions;
        this.inputs = inputs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A case that is suspended already is so for this reason and until this day from now on.
     *
     * @param by login of the operator
     * @throws Refusal when reason or day are missing or too long, or no such case runs
     */
    public void suspend(String number, Suspension why, String by) {
        inputs.check(why);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (why.until() == null || !why.until().isAfter(today) || why.until().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("suspending.until", LONGEST_DAYS);
        }
        transaction.executeWithoutResult(status -> asTheProduct.run(() -> {
            List<String> instances = instances(number);
            if (instances.isEmpty()) {
                throw Refusal.notFound("suspending.not-running");
            }
            instances.forEach(runtime()::suspendProcessInstanceById);
            suspensions.begin(number, why.reason().strip(), why.until(), by);
        }));
    }

    /**
     * With every part of it that was suspended by itself.
     *
     * @param number of the case; of one without a number the id of its instance
     * @param by login of the operator, null when its day has come
     */
    public void resume(String number, String by) {
        transaction.executeWithoutResult(status -> asTheProduct.run(() -> {
            instances(number).forEach(runtime()::activateProcessInstanceById);
            suspensions.end(number, by);
        }));
    }

    /** A step of every case on a version of a diagram, in all cases that nobody has suspended with a reason of their own. */
    public void resumeJobDefinition(String id, String by) {
        transaction.executeWithoutResult(status -> asTheProduct.run(() -> {
            engine.getObject().getManagementService().activateJobDefinitionById(id, false);
            resumeWithoutReason(
                    "select distinct e.business_key_ from act_ru_job j"
                            + " join act_ru_execution e on e.id_ = j.process_instance_id_"
                            + " where j.job_def_id_ = :id and j.suspension_state_ = 2",
                    id,
                    by);
        }));
    }

    /** A version of a diagram, and of its cases those that nobody has suspended with a reason of their own. */
    public void resumeDefinition(String id, String by) {
        transaction.executeWithoutResult(status -> asTheProduct.run(() -> {
            engine.getObject().getRepositoryService().activateProcessDefinitionById(id, false, null);
            resumeWithoutReason(
                    "select distinct e.business_key_ from act_ru_execution e"
                            + " where e.proc_def_id_ = :id and e.parent_id_ is null and e.suspension_state_ = 2",
                    id,
                    by);
        }));
    }

    private void resumeWithoutReason(String sql, String id, String by) {
        database.sql(sql).param("id", id).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .filter(number -> !suspensions.isOpen(number))
                .forEach(number -> resume(number, by));
    }

    /** Those whose day has come, each for itself. */
    @Scheduled(
            initialDelayString = "${shangda.suspensions.every:PT1M}",
            fixedDelayString = "${shangda.suspensions.every:PT1M}")
    public void resumeWhatIsOver() {
        for (String number : suspensions.over()) {
            try {
                resume(number, null);
            } catch (RuntimeException failure) {
                Failures.report(failure);
            }
        }
    }

    /** The case and what it has called, which may bear no number. */
    private List<String> instances(String number) {
        return database.sql(
                        "select e.id_ from act_ru_execution e where e.parent_id_ is null and (:number in (e.business_key_, e.id_)"
                                + " or e.root_proc_inst_id_ in (select r.id_ from act_ru_execution r"
                                + " where r.business_key_ = :number and r.parent_id_ is null))")
                .param("number", number)
                .query(String.class)
                .list();
    }

    private RuntimeService runtime() {
        return engine.getObject().getRuntimeService();
    }
}
