package org.shangda.concern;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.programme.StalledWhen;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * 督办线: who hears of a visit that is late, one after the other: units, each of which supervises the one before it, and in
 * the end a leader (adr/0055). Whoever is late, and whoever stands aside, is passed over.
 */
@Component
class SupervisionLine {

    private static final String COLLEGE = "college";

    private final Rules rules;
    private final StalledWhen thresholds;
    private final University university;
    private final Together together;

    SupervisionLine(Rules rules, StalledWhen thresholds, University university, Together together) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.university = university;
        this.together = together;
    }

    /**
     * Who supervises.
     *
     * @param unit code of the unit; of the university where its leaders do
     * @param leader whether that is a leader, after whom nobody comes
     */
    record Rung(String unit, boolean leader) {}

    /** Whoever was named when the visit began, or else who comes after. */
    Rung first(Handling late) {
        return from(late, Optional.of(late.supervisor()), new HashSet<>());
    }

    /** Who supervises after so many silences. */
    Rung after(Handling late, Rung silent, int silences) {
        if (silent.leader() || silences >= times(late, Cause.SUPERVISION_WITH_LEADER)) {
            return leader(late);
        }
        return silences >= times(late, Cause.SUPERVISION_LAPSED) ? above(late, silent) : silent;
    }

    /** The same, unless it is by now the one who is late: posts change hands meanwhile. */
    Rung stillAbove(Handling late, Rung rung) {
        return rung.leader() || fits(late, rung.unit()) ? rung : above(late, rung);
    }

    private Rung above(Handling late, Rung rung) {
        Set<String> had = new HashSet<>(List.of(rung.unit(), late.supervisor()));
        return from(late, next(late, rung.unit()), had);
    }

    private Rung from(Handling late, Optional<String> unit, Set<String> had) {
        for (Optional<String> at = unit; at.isPresent() && had.add(at.get()); at = next(late, at.get())) {
            if (fits(late, at.get())) {
                return new Rung(at.get(), false);
            }
        }
        return leader(late);
    }

    /** Who is asked to decide today. */
    Answering answering(Handling late, Rung rung) {
        Set<String> aside = together.peopleAside(late);
        if (!rung.leader()) {
            return university.handlersOf(rung.unit(), aside);
        }
        Set<String> without = new HashSet<>(aside);
        without.addAll(late.asked().people());
        return university
                .lineLeadersOf(late.unit(), without)
                .or(() -> Optional.of(university.headOf(rung.unit(), without))
                        .filter(heads -> !without.containsAll(ids(heads))))
                .orElseGet(() -> university.headOf(rung.unit(), aside));
    }

    private boolean fits(Handling late, String unit) {
        return university.unit(unit).isPresent()
                && !together.standsAside(late, unit)
                && !unit.equals(late.answeringUnit())
                && !university
                        .handlersOf(unit, together.peopleAside(late))
                        .unit()
                        .code()
                        .equals(late.answeringUnit());
    }

    /** Who supervises what this unit handles at the level that is its own; else the unit above, below the university. */
    private Optional<String> next(Handling late, String unit) {
        Situation situation = late.situation();
        return rules.levels().stream()
                .map(level -> rules.levelUnit(new Situation(situation.programme(), level, "first", situation.type())))
                .flatMap(Optional::stream)
                .filter(rule -> isLevelOf(rule, unit))
                .map(LevelUnit::supervisionUnit)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> university.unit(unit).isEmpty()
                        ? Optional.empty()
                        : university.lineOf(unit).stream()
                                .skip(1)
                                .filter(above -> above.parent() != null)
                                .map(Unit::code)
                                .findFirst());
    }

    private boolean isLevelOf(LevelUnit rule, String unit) {
        return switch (rule.rule()) {
            case "fixed" -> unit.equals(rule.unit());
            case "own-college" ->
                university
                        .unit(unit)
                        .filter(known -> known.kind().equals(COLLEGE))
                        .isPresent();
            default -> false;
        };
    }

    private Rung leader(Handling late) {
        List<Unit> line = university.lineOf(late.unit());
        return new Rung(line.get(line.size() - 1).code(), true);
    }

    private int times(Handling late, Cause cause) {
        Situation at = late.situation();
        return thresholds.of(cause, at.programme(), at.level(), at.type()).n();
    }

    private static List<String> ids(Answering answering) {
        return answering.people().stream().map(Person::id).toList();
    }
}
