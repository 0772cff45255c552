package org.shangda.concern.process;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.programme.Outcome;

/**
 * What the tables say of a visit to a level in one kind of situation.
 *
 * @param exits in the order of the table
 */
record Visit(String level, String stage, String type, List<Exit> exits) {

    static final String FIRST = "first";

    /** What a level is left with, by an exit or by what the university has decided. */
    static final Set<String> LEAVING = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.endsTheVisit() && !outcome.isHandedOn() && outcome != Outcome.PUT_BACK)
            .map(Outcome::code)
            .collect(Collectors.toSet());

    /** @param signed whether the unit's head signs it */
    record Exit(String code, String outcome, boolean signed) {}

    boolean isHazard() {
        return type.equals("hazard");
    }

    boolean mayPassUp() {
        return exits.stream().anyMatch(exit -> exit.outcome().equals("passed-up"));
    }

    Set<String> outcomesThatLeave() {
        return outcomes().filter(LEAVING::contains).collect(Collectors.toSet());
    }

    /** Of the exits, and of what may be decided where one of them leads to the university's agenda. */
    Stream<String> outcomes() {
        boolean decided = exits.stream().anyMatch(exit -> exit.outcome().equals(Outcome.AGENDA.code()));
        return Stream.concat(
                exits.stream().map(Exit::outcome),
                decided ? Stream.of(Outcome.ANSWERED.code(), Outcome.DECIDED.code()) : Stream.empty());
    }

    String name() {
        return level + "/" + stage + (isHazard() ? "/hazard" : "");
    }
}
