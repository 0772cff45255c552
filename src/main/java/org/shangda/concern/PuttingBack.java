package org.shangda.concern;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Text;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转回: an administrator starts a concern anew at a level, because it cannot go on from where it stands: nobody is offered the
 * task, the diagram ends nowhere, the step is no longer there. What is under way ends, as it ends when the colleague withdraws;
 * what has been said and done stays in the way, and the reason with it.
 */
@Service
@Transactional
public class PuttingBack {

    /** So many characters say something; the colleague reads them. */
    static final int SHORTEST_REASON = 4;

    private static final String FIRST = "first";

    /**
     * Where a concern stands, as far as an administrator needs to know it: not what it is about, nor whose it is.
     *
     * @param state in words
     * @param at levels at which it is handled now, with their units
     * @param seen to be sent back with the decision, which is then refused when something has happened meanwhile
     * @param levels at which it can be put back
     */
    public record Standing(String number, String state, List<String> at, long seen, List<Choice> levels) {}

    /**
     * What an administrator decides.
     *
     * @param level code of the level
     * @param reason for the colleague and the units to read
     * @param seen {@link Standing#seen}
     */
    public record Decision(
            @Text(max = 64) String level, @Text(max = 2_000) String reason, Long seen) {}

    private final EntityManager entities;
    private final Concerns concerns;
    private final Steps steps;
    private final Supervisions supervisions;
    private final ConcernProcess process;
    private final Rules rules;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;
    private final Sentences say;
    private final Together together;

    PuttingBack(
            EntityManager entities,
            Concerns concerns,
            Steps steps,
            Supervisions supervisions,
            ConcernProcess process,
            Rules rules,
            University university,
            LevelClock clock,
            Inputs inputs,
            Words words,
            Sentences say,
            Together together) {
        this.entities = entities;
        this.concerns = concerns;
        this.steps = steps;
        this.supervisions = supervisions;
        this.process = process;
        this.rules = rules;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
        this.say = say;
        this.together = together;
    }

    @Transactional(readOnly = true)
    public Standing standing(String number) {
        return standing(concerns.get(number));
    }

    /**
     * In one transaction with what the engine does: both are as before when either fails.
     *
     * @throws Refusal that names the state, when the concern is over; when the level is none of {@link Standing#levels};
     *     when something has happened since the administrator looked
     */
    public Standing putBack(String number, String administrator, Decision decision) {
        inputs.check(decision);
        String reason = decision.reason().strip();
        if (reason.codePointCount(0, reason.length()) < SHORTEST_REASON) {
            throw Refusal.invalid("put-back.reason-too-short", SHORTEST_REASON);
        }
        Concern concern = concerns.get(number);
        concern.requireState(Concern.State.OPEN, Concern.State.ANSWERED);
        requireSeen(concern, decision.seen());
        LevelUnit rule = requireLevel(concern, decision.level());
        // Whoever does something else with it at this moment must not be overtaken: one of the two is refused.
        entities.lock(concern, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Instant now = clock.now();
        concern.handlings().stream().filter(Handling::open).forEach(one -> {
            supervisions.end(one, Outcome.PUT_BACK.code(), now);
            together.leaves(one);
        });
        concern.putBack(now);
        if (rule.rule().equals("routed")) {
            lastUnitAt(concern, decision.level()).ifPresent(unit -> concern.refer(unit, List.of()));
        }
        steps.save(Step.of(concern, Step.Kind.PUT_BACK, now)
                .by(administrator)
                .code(decision.level())
                .words(reason));
        process.putBack(number, decision.level());
        return standing(concern);
    }

    private void requireSeen(Concern concern, Long seen) {
        if (seen == null || seen != lastStep(concern)) {
            throw Refusal.conflict("put-back.moved-meanwhile");
        }
    }

    private LevelUnit requireLevel(Concern concern, String level) {
        List<String> inDiagram = process.levels(concern.number());
        if (inDiagram.isEmpty()) {
            throw Refusal.conflict("put-back.not-running");
        }
        if (!allowed(concern, level)) {
            throw Refusal.conflict("put-back.stays-with-first", label(level));
        }
        return Optional.of(level)
                .filter(inDiagram::contains)
                .flatMap(code -> ruled(concern, code))
                .orElseThrow(() -> Refusal.conflict("put-back.level-unknown", label(level)));
    }

    /** Without rows for it in the tables, a level has neither a unit nor a deadline. */
    private Optional<LevelUnit> ruled(Concern concern, String level) {
        Situation situation = concern.situation(level, FIRST);
        return rules.levelUnit(situation)
                .filter(rule -> rules.deadline(situation).isPresent());
    }

    /** Nothing goes further than the colleague allowed. */
    private static boolean allowed(Concern concern, String level) {
        return concern.mayTravel()
                || concern.handlings().stream().anyMatch(one -> one.level().equals(level));
    }

    /** It goes to the unit that had it there, unless that has said that it is not theirs. */
    private Optional<String> lastUnitAt(Concern concern, String level) {
        return concern.handlings().stream()
                .filter(one -> one.level().equals(level))
                .reduce((earlier, later) -> later)
                .filter(one -> one.outcome() != Outcome.RETURNED)
                .map(Handling::unit)
                .filter(unit -> university.unit(unit).isPresent() && !concern.standsAside(unit));
    }

    private Standing standing(Concern concern) {
        List<String> at = concern.handlings().stream()
                .filter(Handling::open)
                .map(one -> label(one.level()) + " · " + university.nameOfUnit(one.answeringUnit()))
                .toList();
        boolean over = concern.closedAt() != null;
        List<Choice> levels = over
                ? List.of()
                : process.levels(concern.number()).stream()
                        .filter(level ->
                                allowed(concern, level) && ruled(concern, level).isPresent())
                        .map(level -> new Choice(label(level), level))
                        .toList();
        return new Standing(concern.number(), say.of("state." + concern.state().name()), at, lastStep(concern), levels);
    }

    private long lastStep(Concern concern) {
        return steps.findByNumberOrderById(concern.number()).stream()
                .mapToLong(Step::id)
                .max()
                .orElse(0);
    }

    private String label(String level) {
        return words.label("level", level);
    }
}
