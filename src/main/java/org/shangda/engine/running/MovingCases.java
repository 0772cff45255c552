package org.shangda.engine.running;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.shangda.engine.AsTheProduct;
import org.shangda.engine.DrawnNames;
import org.shangda.engine.running.CaseMoves.Decision;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.work.CaseWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An administrator has chosen running cases go on along another version of their diagram. Each case is moved in a transaction of
 * its own, with what it has waiting offered anew, a record and a line in its way, or is left as it was, with the reason in words.
 *
 * <p>A step goes to the step of the same id. Timers that run keep their time.
 */
@Component
public class MovingCases {

    /** Most cases in one request. */
    static final int AT_ONCE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(MovingCases.class);

    /** Most characters of a diagram's name in a case's way. */
    private static final int NAME = 60;

    /**
     * What an administrator decides.
     *
     * @param diagram id of the process
     * @param from version on which the cases run
     * @param to version on which they are to go on
     * @param numbers of 1 to {@value #AT_ONCE} cases
     * @param reason for those to read who follow the cases
     */
    public record Move(
            @Text(max = 255) String diagram,
            Integer from,
            Integer to,
            List<@Text(max = 255) String> numbers,
            @Text(max = 2_000) String reason) {}

    /**
     * What has become of one case.
     *
     * @param why the reason in words where it was not moved, otherwise null
     * @param back whether it can be put back at a level instead
     */
    public record Result(String number, boolean moved, String why, boolean back) {}

    private final ObjectProvider<ProcessEngine> engine;
    private final RunningCases running;
    private final WhyNotMoved whyNot;
    private final ObjectProvider<CaseWay> ways;
    private final CaseMoves moves;
    private final AsTheProduct asTheProduct;
    private final Inputs inputs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MovingCases(
            ObjectProvider<ProcessEngine> engine,
            RunningCases running,
            WhyNotMoved whyNot,
            ObjectProvider<CaseWay> ways,
            CaseMoves moves,
            AsTheProduct asTheProduct,
            Inputs inputs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.running = running;
        this.whyNot = whyNot;
        this.ways = ways;
        this.moves = moves;
        this.asTheProduct = asTheProduct;
        this.inputs = inputs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Refusal when a version is not there, none or too many cases are named, or the reason is missing */
    public List<Result> move(Move move, String administrator) {
        inputs.check(move);
        if (move.numbers() == null || move.numbers().isEmpty()) {
            throw Refusal.invalid("moving.none-chosen");
        }
        if (move.numbers().size() > AT_ONCE) {
            throw Refusal.invalid("moving.too-many", AT_ONCE);
        }
        if (move.from() == null || move.to() == null || Objects.equals(move.from(), move.to())) {
            throw Refusal.invalid("moving.two-versions");
        }
        ProcessDefinition from = running.definition(move.diagram(), move.from());
        ProcessDefinition to = running.definition(move.diagram(), move.to());
        Decision decision = new Decision(
                clock.instant(), administrator, from, to, move.reason().strip());
        List<Result> results = new LinkedHashSet<>(move.numbers())
                .stream().map(number -> result(number, decision)).toList();
        LOG.info(
                "{} of {} cases moved from {} to {}",
                results.stream().filter(Result::moved).count(),
                results.size(),
                from.getId(),
                to.getId());
        return results;
    }

    private Result result(String number, Decision decision) {
        try {
            transaction.executeWithoutResult(status -> asTheProduct.run(() -> moveOne(number, decision)));
            return new Result(number, true, null, false);
        } catch (RuntimeException refused) {
            String why = whyNot.of(refused, decision.from(), decision.to());
            return new Result(number, false, why, running.canBePutBack(number));
        }
    }

    private void moveOne(String number, Decision decision) {
        ProcessDefinition from = decision.from();
        ProcessDefinition to = decision.to();
        RuntimeService runtime = engine.getObject().getRuntimeService();
        List<String> instances = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionId(from.getId())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        if (instances.isEmpty()) {
            throw Refusal.conflict("moving.not-there");
        }
        MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instances).execute();
        moves.record(number, decision);
        ways.stream()
                .filter(way -> way.isOf(number))
                .forEach(way -> way.movedToVersion(number, shortName(to), decision.by(), decision.reason()));
    }

    private static String shortName(ProcessDefinition definition) {
        return Inputs.shortened(DrawnNames.inChinese(definition), NAME);
    }
}
