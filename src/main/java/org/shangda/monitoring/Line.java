package org.shangda.monitoring;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.monitoring.Reader.Power;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.programme.Rules;
import org.shangda.programme.Situation;
import org.shangda.refusal.Refusal;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/**
 * Whose cases somebody sees: those that their unit supervises, and those of the units below it. Below is what the roster
 * says, and, for the units that supervise a whole level (the Organization Department, the assigning office), that level. A
 * leader of the university sees the units that he is in charge of (分管) and those below them; its heads see all of it.
 */
@Component
public class Line {

    private static final Map<String, Set<String>> LEVELS =
            Map.of("college", Set.of("college", "branch"), "department", Set.of("department"));

    private final University university;
    private final Rules rules;
    private final Programmes programmes;

    Line(University university, Rules rules, Programmes programmes) {
        this.university = university;
        this.rules = rules;
        this.programmes = programmes;
    }

    /** Whoever may read the list; for everybody else there is none. */
    Reader reading(String person, Power power) {
        Reader reader = of(person, power);
        if (reader.seesNothing()) {
            throw Refusal.notFound("stalled.not-yours");
        }
        return reader;
    }

    /** @param person staff number */
    public Reader of(String person, Power power) {
        Set<String> mine = university.unitsAnsweredBy(person).stream()
                .filter(unit -> !isUniversity(unit) || heads(unit, person))
                .collect(Collectors.toSet());
        Set<String> kinds = programmes.all().stream()
                .map(Programme::code)
                .flatMap(programme -> LEVELS.keySet().stream()
                        .filter(level -> rules.levelUnit(new Situation(programme, level, "first", "problem"))
                                .filter(rule -> rule.supervisionUnit() != null && mine.contains(rule.supervisionUnit()))
                                .isPresent()))
                .flatMap(level -> LEVELS.get(level).stream())
                .collect(Collectors.toSet());
        Set<String> below = new HashSet<>();
        for (Unit unit : university.units()) {
            List<Unit> line = university.lineOf(unit.code());
            Set<String> above = line.stream().skip(1).map(Unit::code).collect(Collectors.toSet());
            boolean inCharge = line.stream().anyMatch(one -> one.lineLeaders().contains(person));
            if (inCharge
                    || kinds.contains(unit.kind()) && !mine.contains(unit.code())
                    || !Collections.disjoint(above, mine)) {
                below.add(unit.code());
            }
        }
        return new Reader(person, power, Set.copyOf(mine), below);
    }

    private boolean isUniversity(String unit) {
        return university.unit(unit).filter(known -> known.parent() == null).isPresent();
    }

    private boolean heads(String unit, String person) {
        return university.holders(unit, "head").stream()
                .anyMatch(one -> one.id().equals(person));
    }
}
