package org.shangda.concern.process;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.programme.Outcome;

/**
 * What the tables say of a visit to a level in one kind of situation.
 *
 * @param exits in the order of the table
 */
record Visit(String level, String stage, String type, List<Exit> exits) {

    static final String FIRST = "first";

    /** What the table of exits may say with which a level is left. */
    static final Set<String> LEAVING = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome.isOfAnExit() && outcome.endsTheVisit() && !outcome.isHandedOn())
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
        return exits.stream().map(Exit::outcome).filter(LEAVING::contains).collect(Collectors.toSet());
    }

    String name() {
        return level + "/" + stage + (isHazard() ? "/hazard" : "");
    }
}
