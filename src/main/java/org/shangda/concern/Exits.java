package org.shangda.concern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shangda.programme.LevelDeadline;
import org.shangda.programme.LevelExit;
import org.shangda.programme.Outcome;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** Which exits a handling has now: what the table allows at its level, without what its concern's way has closed. */
@Component
class Exits {

    private final Rules rules;
    private final LevelClock clock;
    private final Words words;
    private final Together together;

    Exits(Rules rules, LevelClock clock, Words words, Together together) {
        this.rules = rules;
        this.clock = clock;
        this.words = words;
        this.together = together;
    }

    /** The exits open to a handling now, in the order of the table. */
    List<LevelExit> open(Handling handling) {
        List<Handling> all = together.all(handling);
        return rules.exits(handling.situation()).stream()
                .filter(exit -> closedBecause(all, exit) == null)
                .toList();
    }

    /** @throws Refusal when the exit is not open to the handling now, with the reason */
    LevelExit require(Handling handling, String code) {
        LevelExit rule = rules.exits(handling.situation()).stream()
                .filter(exit -> exit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Exit.known(code).isPresent()
                        ? Refusal.conflict("exit.not-at-this-level", label(code))
                        : Inputs.unknown("exit"));
        String closed = closedBecause(together.all(handling), rule);
        if (closed != null) {
            throw Refusal.conflict(closed, label(code));
        }
        return rule;
    }

    /** Whether an exit takes effect only when the unit's head has approved it. */
    boolean signed(Handling handling, String code) {
        return together.all(handling).stream()
                .map(Handling::situation)
                .distinct()
                .map(rules::deadline)
                .flatMap(Optional::stream)
                .map(LevelDeadline::signedExits)
                .anyMatch(signed -> signed.contains(code));
    }

    /** The same for all that are handled together. */
    boolean leadUp(Handling leading) {
        return together.all(leading).stream().allMatch(one -> leadUp(one.concern(), one.situation()));
    }

    /** Whether the way leads further up from here, by the table and by the colleague's choice. */
    boolean leadUp(Concern concern, Situation situation) {
        return concern.mayTravel()
                && rules.exits(situation).stream().anyMatch(exit -> exit.outcome() == Outcome.PASSED_UP);
    }

    /**
     * Of those that are handled together each must be able to go there, by its own row of the table: their colleagues may
     * follow different programmes, and what they raised may be of different types.
     */
    private String closedBecause(List<Handling> all, LevelExit exit) {
        Map<Situation, Optional<LevelExit>> rows = new HashMap<>();
        rows.put(all.get(0).situation(), Optional.of(exit));
        return all.stream()
                .limit(Exit.of(exit).isForAll() ? all.size() : 1)
                .map(one -> rows.computeIfAbsent(one.situation(), at -> sameExit(at, exit))
                        .map(row -> Optional.ofNullable(closedBecause(one, row)))
                        .orElse(Optional.of("exit.not-at-this-level")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private Optional<LevelExit> sameExit(Situation situation, LevelExit exit) {
        return rules.exits(situation).stream()
                .filter(row -> row.code().equals(exit.code()) && row.outcome() == exit.outcome())
                .findFirst();
    }

    /** Why an exit that the table allows at this level is closed to this handling now; null when it is open. */
    private String closedBecause(Handling handling, LevelExit exit) {
        Concern concern = handling.concern();
        if (exit.outcome() == Outcome.PASSED_UP && !concern.mayTravel()) {
            return "exit.colleague-does-not-allow";
        }
        if (exit.outcome() == Outcome.RETURNED && !concern.returnable()) {
            return "exit.assigned-for-good";
        }
        if (exit.withinDays() != null && !clock.within(handling, exit.withinDays())) {
            return "exit.too-late";
        }
        if (exit.limit() != null && timesTaken(handling, exit) >= exit.limit()) {
            return "exit.taken-too-often";
        }
        return null;
    }

    /** Over all of the level's visits, whichever units had them; only whether it is theirs each unit says for itself. */
    private static int timesTaken(Handling handling, LevelExit exit) {
        return handling.concern().handlings().stream()
                .filter(other -> other.level().equals(handling.level()))
                .filter(other ->
                        exit.outcome() != Outcome.RETURNED || other.unit().equals(handling.unit()))
                .mapToInt(other -> other.timesTaken(exit.code()))
                .sum();
    }

    private String label(String code) {
        return words.label("exit", code);
    }
}
