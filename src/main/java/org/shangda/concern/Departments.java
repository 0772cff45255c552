package org.shangda.concern;

import java.util.List;
import java.util.Set;
import org.shangda.programme.DepartmentProposal;
import org.shangda.programme.Rules;
import org.shangda.refusal.Refusal;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** The departments that the routing proposes for a concern, and those that a unit may name while it handles one. */
@Component
class Departments {

    private final Rules rules;
    private final University university;

    Departments(Rules rules, University university) {
        this.rules = rules;
        this.university = university;
    }

    /** Codes, best first. */
    List<String> proposed(Concern concern) {
        return rules
                .departmentsFor(concern.raising().programme(), concern.raising().category())
                .stream()
                .map(DepartmentProposal::unit)
                .toList();
    }

    /**
     * Units that may be named in a handling: departments, without itself and without those that stand aside. What has a
     * level of its own (Organization Department, assigning office) is no department like the others, except where the
     * routing proposes it.
     */
    List<Unit> toChoose(Handling handling) {
        Concern concern = handling.concern();
        Set<String> unitsOfLevels = rules.unitsOfLevels();
        List<String> proposed = proposed(concern);
        return university.units().stream()
                .filter(unit -> unit.kind().equals("department"))
                .filter(unit -> !unitsOfLevels.contains(unit.code()) || proposed.contains(unit.code()))
                .filter(unit -> !unit.code().equals(handling.unit()))
                .filter(unit -> !concern.standsAside(unit.code()))
                .toList();
    }

    /** Units to which whoever supervises may give it: all but itself, the university, and those that stand aside. */
    List<Unit> toGive(Handling handling) {
        Concern concern = handling.concern();
        return university.units().stream()
                .filter(unit -> !unit.code().equals(handling.unit()) && !concern.standsAside(unit.code()))
                .filter(unit -> unit.parent() != null)
                .toList();
    }

    /** @throws Refusal {@code exit.unit-not-possible} when the unit is none of {@link #toChoose} */
    void require(Handling handling, String code) {
        if (toChoose(handling).stream().noneMatch(unit -> unit.code().equals(code))) {
            throw Refusal.invalid("exit.unit-not-possible");
        }
    }
}
