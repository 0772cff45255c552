package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import org.shangda.programme.LevelUnit;
import org.shangda.programme.Situation;
import org.shangda.university.Answering;
import org.shangda.university.University;

/** 分管校领导: a level at which whoever is in charge of the unit that handled a concern before answers. */
final class LineLeaders {

    private static final String RULE = "line-leader";
    private static final String UNIVERSITY = "university";

    private LineLeaders() {}

    static boolean answer(LevelUnit rule) {
        return rule.rule().equals(RULE);
    }

    /** The units that can answer, best first: the university for its leader, else the one that the table names. */
    static List<String> units(Concern concern, Situation situation, LevelUnit rule, University university) {
        return today(concern, situation, university)
                .map(leaders -> List.of(leaders.unit().code()))
                .orElseGet(() -> rule.unit() == null ? List.of() : List.of(rule.unit()));
    }

    /** Who is asked in this unit's name: the leader, and in any other unit its head. */
    static Answering answering(Concern concern, Situation situation, String unit, University university) {
        return today(concern, situation, university)
                .filter(leaders -> leaders.unit().code().equals(unit))
                .orElseGet(() -> university.headOf(unit, concern.peopleAside(university)));
    }

    private static Optional<Answering> today(Concern concern, Situation situation, University university) {
        return handledBefore(concern, situation, university)
                .flatMap(unit -> university.lineLeadersOf(unit, concern.peopleAside(university)));
    }

    /**
     * The university itself is in nobody's charge: what its leaders had is no unit that handled it. Nor is who answered in
     * a leader's place, when the level handles it again; a review asks for whoever is in charge of the unit reviewed.
     */
    private static Optional<String> handledBefore(Concern concern, Situation situation, University university) {
        return concern.handlings().stream()
                .filter(handling -> !handling.open())
                .filter(handling ->
                        situation.stage().equals("review") || !handling.level().equals(situation.level()))
                .map(Handling::unit)
                .filter(unit -> university
                        .unit(unit)
                        .filter(known -> !known.kind().equals(UNIVERSITY))
                        .isPresent())
                .reduce((earlier, later) -> later);
    }
}
