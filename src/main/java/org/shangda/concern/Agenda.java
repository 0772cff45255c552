package org.shangda.concern;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shangda.programme.LevelAnswer;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提请学校研究: a level waits until the university has met, and records what it decided. */
@Service
@Transactional
public class Agenda {

    private final Concerns concerns;
    private final Supervisions supervisions;
    private final Steps steps;
    private final Departments departments;
    private final Closings closings;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Together together;

    Agenda(
            Concerns concerns,
            Supervisions supervisions,
            Steps steps,
            Departments departments,
            Closings closings,
            LevelClock clock,
            Inputs inputs,
            Together together) {
        this.concerns = concerns;
        this.supervisions = supervisions;
        this.steps = steps;
        this.departments = departments;
        this.closings = closings;
        this.clock = clock;
        this.inputs = inputs;
        this.together = together;
    }

    /**
     * The university decided. The decision answers the concern.
     *
     * @param unit code of the unit that carries it out
     * @param on day of the decision
     * @param settled what became of the matter, and the others: see {@link ClosingInput}
     */
    public record Decision(
            @Text(max = 20_000) String words,
            @Text(max = 32) String unit,

            @NotNull(message = "text.missing") LocalDate on,
            @Text(max = 40, required = false) String settled,
            @Text(max = 2_000, required = false) String settledBecause,
            List<@Text(max = 40) String> checks,
            @Text(max = 2_000, required = false) String checksBecause)
            implements ClosingInput {}

    public Progress recordDecision(String number, String workItem, String person, Decision decision) {
        inputs.check(decision);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        departments.require(handling, decision.unit());
        if (decision.on().isAfter(clock.today())
                || decision.on().isBefore(clock.dayOf(concern.raising().raisedAt()))) {
            throw Refusal.invalid("decision.day");
        }
        Closing closing = closings.of(closings.asked(handling, LevelAnswer.DECISION, Outcome.ANSWERED), decision);
        Instant now = clock.now();
        supervisions.end(handling, "handled", now);
        together.all(handling)
                .forEach(one -> steps.save(Step.of(one.concern(), Step.Kind.DECISION, now)
                        .in(one)
                        .by(person)
                        .named(decision.unit(), decision.on())
                        .closing(closings.of(one, LevelAnswer.DECISION, closing))
                        .words(decision.words())));
        together.takenOff(handling, Outcome.ANSWERED, now);
        return new Progress(Outcome.ANSWERED, false, null, null, 0);
    }
}
