package org.shangda.pairing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Refusal;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Who arranges a college's pairs (Z07 「由各院级党组织负责具体实施」, J02), and on whose behalf. */
@Component
class Arrangers {

    private final University university;
    private final Programmes programmes;

    Arrangers(University university, Programmes programmes) {
        this.university = university;
        this.programmes = programmes;
    }

    /** On whose behalf somebody arranges a pair of a college; whether they may at all is asked elsewhere. */
    Arranger arranger(String caller, String college) {
        return programmes.decidedBy(caller) ? Arranger.ofTheUniversity() : Arranger.ofCollege(college);
    }

    boolean arranges(String caller, String college) {
        return university.unitsAnsweredBy(caller).contains(college) || programmes.decidedBy(caller);
    }

    /** The same, or in the place of somebody who does and is on leave today (adr/0068). */
    boolean arrangesToday(String caller, String college) {
        return arranges(caller, college)
                || university.inPlaceOf(caller, college, Set.of()).isPresent();
    }

    /**
     * The college that somebody arranges for.
     *
     * @param typed name or code; may be left out by whoever answers for one college only
     */
    Unit college(String caller, String typed) {
        Set<String> answered = university.unitsAnsweredBy(caller);
        if (typed == null || typed.isBlank()) {
            List<Unit> own = answered.stream()
                    .map(university::unit)
                    .flatMap(Optional::stream)
                    .filter(unit -> unit.kind().equals("college"))
                    .toList();
            if (own.size() != 1) {
                throw Refusal.invalid(own.isEmpty() ? "pairing.wave.no-college" : "pairing.wave.which-college");
            }
            return own.get(0);
        }
        Unit college = known(typed);
        if (!arranges(caller, college.code())) {
            throw Pairings.notFound();
        }
        return college;
    }

    Unit known(String typed) {
        return university.named(typed == null ? "" : typed).units().stream()
                .filter(unit -> unit.kind().equals("college"))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pairing.college-unknown"));
    }

    /**
     * A college or branch into whose pairs somebody may look.
     *
     * @throws Refusal the same for one that is none and for one that is not theirs
     */
    Unit lookedAt(String caller, boolean administrator, String unit) {
        Unit asked = university.unit(unit).orElseThrow(Pairings::notFound);
        boolean may = administrator
                || arranges(caller, asked.code())
                || university
                        .collegeOf(asked.code())
                        .filter(college -> arranges(caller, college.code()))
                        .isPresent();
        if (!may || !Set.of("branch", "college").contains(asked.kind())) {
            throw Pairings.notFound();
        }
        return asked;
    }

    /** Pairs are arranged by the college and by whoever decides on programmes; administrators do not look on. */
    Unit arranged(String caller, boolean administrator, String unit) {
        Unit college = lookedAt(caller, administrator, unit);
        if (!college.kind().equals("college") || administrator && !arranges(caller, college.code())) {
            throw Pairings.notFound();
        }
        return college;
    }
}
