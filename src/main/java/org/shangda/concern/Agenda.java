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

/** 登记学校研究决定: a level has waited until the university has met, and what it came to holds for each concern of the item. */
@Service
@Transactional
public class Agenda {

    /** Code of the level at which a unit carries out what was decided. */
    static final String CARRYING_OUT = "carrying-out";

    private final Concerns concerns;
    private final AgendaItems items;
    private final Meetings meetings;
    private final Supervisions supervisions;
    private final Steps steps;
    private final Departments departments;
    private final Closings closings;
    private final LevelTime time;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Together together;
    private final ConcernProcess process;

    Agenda(
            Concerns concerns,
            AgendaItems items,
            Meetings meetings,
            Supervisions supervisions,
            Steps steps,
            Departments departments,
            Closings closings,
            LevelTime time,
            LevelClock clock,
            Inputs inputs,
            Together together,
            ConcernProcess process) {
        this.concerns = concerns;
        this.items = items;
        this.meetings = meetings;
        this.supervisions = supervisions;
        this.steps = steps;
        this.departments = departments;
        this.closings = closings;
        this.time = time;
        this.clock = clock;
        this.inputs = inputs;
        this.together = together;
        this.process = process;
    }

    /**
     * What came of an item.
     *
     * @param ruling {@code decided}, {@code later} or {@code refused}
     * @param words what each colleague is told: what was decided, why later, why not
     * @param unit code of the unit that carries it out; of {@code decided} alone
     * @param on day of the meeting that has come to it, from the day on which the last of its concerns was raised until today
     * @param settled what became of the matter, and the others, of {@code refused} alone: see {@link ClosingInput}
     */
    public record Decision(
            @Text(max = 40) String ruling,
            @Text(max = 20_000) String words,
            @Text(max = 32, required = false) String unit,

            @NotNull(message = "text.missing") LocalDate on,
            @Text(max = 40, required = false) String settled,
            @Text(max = 2_000, required = false) String settledBecause,
            List<@Text(max = 40) String> checks,
            @Text(max = 2_000, required = false) String checksBecause)
            implements ClosingInput {

        /** Without a unit, which nobody has to carry it out. */
        Decision withoutUnit() {
            return new Decision(ruling, words, null, on, settled, settledBecause, checks, checksBecause);
        }
    }

    /** @throws Refusal {@code agenda.not-collected} when it is in no item, and another one when that is not signed */
    public Progress recordDecision(String number, String workItem, String person, Decision decision) {
        inputs.check(decision);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        Ruling ruling = Ruling.of(decision.ruling());
        AgendaItem item = items.ofVisit(handling.id()).orElseThrow(() -> Refusal.conflict("agenda.not-collected"));
        item.requireSigned();
        List<Handling> all = together.all(handling);
        if (decision.on().isAfter(clock.today())
                || all.stream()
                        .anyMatch(one -> decision.on()
                                .isBefore(clock.dayOf(one.concern().raising().raisedAt())))) {
            throw Refusal.invalid("decision.day");
        }
        Decision kept = ruling == Ruling.DECIDED ? decision : decision.withoutUnit();
        if (ruling == Ruling.DECIDED) {
            requireUnit(all, kept.unit());
        }
        Closing closing = ruling == Ruling.REFUSED
                ? closings.of(closings.asked(handling, LevelAnswer.DECISION, Outcome.ANSWERED), kept)
                : Closing.NONE;
        LocalDate again =
                ruling == Ruling.LATER ? meetings.nextAfter(item.hearing().meetsOn()) : null;
        Instant now = clock.now();
        item.ruled(ruling, kept, again, person, now);
        supervisions.end(handling, "handled", now);
        all.forEach(one -> steps.save(Step.of(one.concern(), Step.Kind.DECISION, now)
                .in(one)
                .by(person)
                .ruled(ruling)
                .named(kept.unit())
                .on(again == null ? kept.on() : again)
                .closing(ruling == Ruling.REFUSED ? closings.of(one, LevelAnswer.DECISION, closing) : Closing.NONE)
                .words(kept.words())));
        if (ruling == Ruling.LATER) {
            all.forEach(one -> time.heardOn(one, again));
            return new Progress(Outcome.AGENDA, false, clock.next(handling), null, 0);
        }
        if (ruling == Ruling.DECIDED) {
            all.forEach(one -> one.concern().refer(kept.unit(), List.of()));
        }
        together.takenOff(handling, ruling.outcome(), now);
        return new Progress(ruling.outcome(), false, null, null, 0);
    }

    private void requireUnit(List<Handling> all, String unit) {
        if (Inputs.blankToNull(unit) == null) {
            throw Refusal.invalid("text.missing", Inputs.label("unit"));
        }
        for (Handling one : all) {
            departments.require(one, unit);
            String number = one.concern().number();
            if (!process.levels(number).contains(CARRYING_OUT)) {
                throw Refusal.conflict("agenda.older-way", number);
            }
        }
    }
}
