package org.shangda.concern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shangda.programme.Rules;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A changed table of deadlines counts for what arrives at a level from then on. What a level works on already keeps the days
 * that it was given, until an administrator extends it, with a reason that stands in the way of every case.
 *
 * <p>Days are never taken away. Left as they are: what is supervised (the supervision line extends it, and ends the
 * supervision with that), and what waits for the university's decision, which has a deadline of its own.
 */
@Service
public class GivenDays {

    private final Handlings handlings;
    private final Steps steps;
    private final Rules rules;
    private final LevelClock clock;
    private final University university;
    private final Inputs inputs;
    private final Words words;
    private final Together together;
    private final TransactionTemplate transaction;

    GivenDays(
            Handlings handlings,
            Steps steps,
            Rules rules,
            LevelClock clock,
            University university,
            Inputs inputs,
            Words words,
            Together together,
            PlatformTransactionManager transactions) {
        this.handlings = handlings;
        this.steps = steps;
        this.rules = rules;
        this.clock = clock;
        this.university = university;
        this.inputs = inputs;
        this.words = words;
        this.together = together;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Cases at one level of one unit that have other days than the table gives now.
     *
     * @param level code of the level
     * @param stage code of the stage
     * @param where level and stage in words
     * @param unit code of the unit that answers, {@code unitName} its name
     * @param days working days that they were given, receipt included
     * @param daysNow what the table gives today; where it is less, they keep theirs
     * @param cases how many
     * @param supervised how many of them are supervised, which are not extended from here
     */
    public record Kept(
            String level,
            String stage,
            String where,
            String unit,
            String unitName,
            int days,
            int daysNow,
            int cases,
            int supervised) {}

    /**
     * What is to be extended to the days of the table.
     *
     * @param level code of one level, or nothing for all
     * @param unit code of one unit, or nothing for all
     * @param reason why, for the colleague to read
     */
    public record Extension(
            @Text(max = 64, required = false) String level,
            @Text(max = 64, required = false) String unit,
            @Text(max = 500) String reason) {}

    /** @param busy cases that somebody worked on at that moment; they are as they were, and can be extended again */
    public record Extended(int cases, int busy) {}

    /** By level and unit, in the order in which the levels were first reached. */
    public List<Kept> kept() {
        return transaction.execute(status -> {
            Map<List<Object>, Kept> groups = new LinkedHashMap<>();
            for (Handling handling : underWay()) {
                daysNow(handling)
                        .filter(days -> days != handling.terms().days())
                        .map(days -> kept(handling, days))
                        .ifPresent(one -> groups.merge(
                                List.of(one.level(), one.stage(), one.unit(), one.days(), one.daysNow()),
                                one,
                                GivenDays::together));
            }
            return groups.values().stream()
                    .sorted(Comparator.comparing(Kept::level).thenComparing(Kept::unit))
                    .toList();
        });
    }

    /**
     * Each case in a transaction of its own, so that one on which somebody works just then holds up no other.
     *
     * @throws Refusal when the reason is missing, or nothing is to be extended
     */
    public Extended extend(Extension extension, String person) {
        inputs.check(extension);
        List<Long> chosen = transaction.execute(status -> underWay().stream()
                .filter(handling -> matches(extension.level(), handling.level())
                        && matches(extension.unit(), handling.answeringUnit()))
                .filter(this::tooFew)
                .sorted(Together.WAITING_FIRST)
                .map(Handling::id)
                .toList());
        if (chosen.isEmpty()) {
            throw Refusal.conflict("given-days.none");
        }
        List<Long> busy = new ArrayList<>();
        for (Long id : chosen) {
            try {
                transaction.executeWithoutResult(status -> handlings
                        .findById(id)
                        .filter(this::tooFew)
                        .ifPresent(handling -> extend(handling, person, extension.reason())));
            } catch (ConcurrencyFailureException meanwhile) {
                busy.add(id);
            }
        }
        return new Extended(chosen.size() - busy.size(), busy.size());
    }

    private void extend(Handling handling, String person, String reason) {
        var rule = rules.deadline(handling.situation()).orElseThrow();
        handling.given(daysNow(handling).orElseThrow());
        if (!handling.paused()) {
            clock.restart(handling, rule);
        }
        together.rescheduled(handling);
        Step step = Step.of(handling.concern(), Step.Kind.DEADLINE_EXTENDED, clock.now())
                .in(handling)
                .by(person)
                .words(reason.strip());
        steps.save(
                handling.paused() ? step : step.on(clock.dayOf(handling.terms().dueAt())));
    }

    private List<Handling> underWay() {
        return handlings.findByEndedAtIsNullOrderById().stream()
                .filter(handling -> !handling.awaitsDecision())
                .toList();
    }

    private boolean tooFew(Handling handling) {
        return handling.open()
                && !handling.awaitsDecision()
                && !supervised(handling)
                && daysNow(handling)
                        .filter(days -> days > handling.terms().days())
                        .isPresent();
    }

    /** What waits for one that is supervised has no supervision of its own. */
    private boolean supervised(Handling handling) {
        return together.leading(handling).supervised();
    }

    /** What it would have if it had arrived, and been extended, under the table of today; empty where no row is for it. */
    private Optional<Integer> daysNow(Handling handling) {
        return rules.deadline(handling.situation())
                .map(rule -> handling.terms().extended() ? rule.extendedDays() : Integer.valueOf(rule.handleDays()));
    }

    private static boolean matches(String wanted, String found) {
        return wanted == null || wanted.isBlank() || Objects.equals(wanted.strip(), found);
    }

    private Kept kept(Handling handling, int daysNow) {
        return new Kept(
                handling.level(),
                handling.stage(),
                words.label("level", handling.level()) + " · " + words.label("stage", handling.stage()),
                handling.answeringUnit(),
                university.nameOfUnit(handling.answeringUnit()),
                handling.terms().days(),
                daysNow,
                1,
                supervised(handling) ? 1 : 0);
    }

    private static Kept together(Kept one, Kept other) {
        return new Kept(
                one.level(),
                one.stage(),
                one.where(),
                one.unit(),
                one.unitName(),
                one.days(),
                one.daysNow(),
                one.cases() + other.cases(),
                one.supervised() + other.supervised());
    }
}
