package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.LevelExit;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.InPlace;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理: a unit takes one of the exits that are open to it, and where its head is to sign, the head does. */
@Service
@Transactional
public class HandlingService {

    private final Concerns concerns;
    private final Steps steps;
    private final Supervisions supervisions;
    private final Exits exits;
    private final Closings closings;
    private final LevelTime time;
    private final Assistance assistance;
    private final Departments departments;
    private final Signers signers;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;
    private final Together together;
    private final ConcernProcess process;

    HandlingService(
            Concerns concerns,
            Steps steps,
            Supervisions supervisions,
            Exits exits,
            Closings closings,
            LevelTime time,
            Assistance assistance,
            Departments departments,
            Signers signers,
            LevelClock clock,
            Inputs inputs,
            Words words,
            Together together,
            ConcernProcess process) {
        this.concerns = concerns;
        this.steps = steps;
        this.supervisions = supervisions;
        this.exits = exits;
        this.closings = closings;
        this.time = time;
        this.assistance = assistance;
        this.departments = departments;
        this.signers = signers;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
        this.together = together;
        this.process = process;
    }

    // --- taking an exit ----------------------------------------------------------------------------------------------

    /** A handler chooses an exit. It takes effect at once, or when the unit's head has approved it. */
    public Progress take(String number, String workItem, String person, ExitInput input) {
        inputs.check(input);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        LevelExit rule = exits.require(handling, input.exit());
        Exit exit = Exit.of(rule);
        exit.check(input);
        ExitInput kept = exit.keep(input);
        check(handling, kept);
        Closing closing = closings.of(closings.asked(handling, rule), kept);
        handling.propose(Proposal.of(kept, closing, person));
        if (exits.signed(handling, rule.code()) && !signers.of(handling).contains(person)) {
            steps.save(Step.of(concern, Step.Kind.PROPOSED, clock.now())
                    .in(handling)
                    .by(person)
                    .code(rule.code()));
            return Progress.awaitingSignature();
        }
        return takeEffect(concern, handling, rule, exit);
    }

    private void check(Handling handling, ExitInput input) {
        if (input.unit() != null && !input.unit().isBlank()) {
            departments.require(handling, input.unit());
        }
        if (input.units() != null) {
            input.units().forEach(unit -> departments.require(handling, unit));
            if (Set.copyOf(input.units()).size() < input.units().size()
                    || input.unit() != null && input.units().contains(input.unit())) {
                throw Refusal.invalid("exit.unit-named-twice");
            }
        }
        if (input.channel() != null) {
            words.chosen("channel", input.channel(), "channel");
        }
        if (input.on() != null) {
            int within = clock.days(PracticeDays.What.REVIEW_WITHIN);
            if (!input.on().isAfter(clock.today())
                    || input.on().isAfter(clock.today().plusDays(within))) {
                throw Refusal.invalid("exit.day-out-of-range", within);
            }
        }
    }

    // --- signing -----------------------------------------------------------------------------------------------------

    /**
     * The unit's head signs.
     *
     * @param approved false sends it back to the handler, with {@code reason}
     * @param words what the head made of the words, as they are to leave the unit; blank leaves the draft
     */
    public record Signature(
            boolean approved,
            @Text(max = 20_000, required = false) String words,
            @Text(max = 20_000, required = false) String tried,
            @Text(max = 2_000, required = false) String reason) {}

    public Progress sign(String number, String workItem, String head, Signature signature) {
        inputs.check(signature);
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN);
        Handling handling = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        if (!signature.approved()) {
            if (signature.reason() == null || signature.reason().isBlank()) {
                throw Refusal.invalid("text.missing", Inputs.label("reason"));
            }
            steps.save(Step.of(concern, Step.Kind.SENT_BACK, clock.now())
                    .in(handling)
                    .by(head)
                    .words(signature.reason()));
            handling.sendBack();
            return new Progress(null, false, clock.next(handling), null, 0);
        }
        if (!signers.of(handling).contains(head)) {
            throw Refusal.conflict("handling.may-not-sign");
        }
        LevelExit rule = exits.require(handling, handling.proposal().code());
        Exit exit = Exit.of(rule);
        handling.reword(signature.words(), exit.asks(Exit.Field.TRIED) ? signature.tried() : null);
        if (Inputs.blankToNull(handling.proposal().words()) == null) {
            throw Refusal.invalid("text.missing", Inputs.label("words"));
        }
        handling.sign(head);
        saySigned(handling, exit, head);
        return takeEffect(concern, handling, rule, exit);
    }

    /** The way of each says who has signed for the unit, or in somebody's place. */
    private void saySigned(Handling handling, Exit exit, String head) {
        Optional<String> other = signers.inPlaceOf(handling);
        Optional<InPlace> absent =
                Optional.ofNullable(signers.deputies(handling).get(head));
        for (Handling one : leavingBy(exit, handling)) {
            other.ifPresent(unit -> steps.save(Step.of(one.concern(), Step.Kind.SIGNED_FOR, clock.now())
                    .in(one)
                    .unit(unit)
                    .by(head)
                    .code(one.answeringUnit())));
            absent.ifPresent(place -> steps.save(Step.of(one.concern(), Step.Kind.SIGNED_IN_PLACE, clock.now())
                    .in(one)
                    .by(head)
                    .inPlaceOf(place)));
        }
    }

    // --- its effect --------------------------------------------------------------------------------------------------

    /** Those in which an exit is taken: the one that is worked on first. */
    private List<Handling> leavingBy(Exit exit, Handling handling) {
        return exit.isForAll() ? together.all(handling) : List.of(handling);
    }

    /** In all that are handled together. */
    private Progress takeEffect(Concern concern, Handling handling, LevelExit rule, Exit exit) {
        List<Handling> all = leavingBy(exit, handling);
        List<Handling> others = all.subList(1, all.size());
        Proposal chosen = handling.proposal();
        if (!others.isEmpty()) {
            handling.propose(chosen.leavingWith(closings.of(handling, rule.code(), chosen.closing())));
        }
        Progress progress = takeEffectInOne(concern, handling, rule, exit);
        for (Handling other : others) {
            other.propose(chosen.leavingWith(closings.of(other, rule.code(), chosen.closing())));
            takeEffectInOne(other.concern(), other, rule, exit);
            if (!other.open()) {
                process.goOn(other.concern().number());
            }
        }
        if (!handling.open()) {
            return progress;
        }
        together.rescheduled(handling);
        return progress.lookedAt(clock.next(handling));
    }

    private Progress takeEffectInOne(Concern concern, Handling handling, LevelExit rule, Exit exit) {
        Instant now = clock.now();
        if (handling.proposal().tried() != null) {
            steps.save(Step.of(concern, Step.Kind.TRIED, now)
                    .in(handling)
                    .by(handling.proposal().by())
                    .words(handling.proposal().tried()));
        }
        steps.save(Step.of(concern, Step.Kind.EXIT, now)
                .in(handling)
                .by(handling.proposal().by())
                .signedBy(handling.proposal().signedBy())
                .exit(rule, handling.proposal().channel())
                .closing(handling.proposal().closing())
                .words(handling.proposal().words()));
        supervisions.end(handling, "handled", now);
        handling.take(exit, rule.outcome(), now);
        Instant waitUntil = null;
        int asked = 0;
        switch (exit) {
            case PASS_UP -> {
                if (handling.proposal().unit() != null) {
                    concern.refer(handling.proposal().unit(), List.of());
                }
            }
            case REFER -> concern.refer(handling.proposal().unit(), List.of());
            case CONVENE ->
                concern.refer(handling.proposal().unit(), handling.proposal().units());
            case TRANSFER -> concern.handTo(handling.proposal().unit());
            case RETURN -> concern.returned(handling.proposal().unit());
            case ASSIGN -> concern.adjudicated(handling.proposal().unit());
            case ASK -> waitUntil = time.pauseForColleague(handling);
            case EXPLAIN -> waitUntil = time.pauseUntilReview(handling);
            case AGENDA -> time.pauseForDecision(handling);
            case ASSIST -> {
                assistance.ask(
                        handling,
                        handling.proposal().units(),
                        handling.proposal().words());
                asked = handling.proposal().units().size();
            }
            case EXTEND -> time.extend(handling);
            default -> {
                // answer, other-channel, hand-back: the outcome alone says what follows
            }
        }
        if (handling.stage().equals("review") && handling.answered()) {
            concern.reviewed(now);
        }
        return new Progress(rule.outcome(), false, handling.open() ? clock.next(handling) : null, waitUntil, asked);
    }
}
