package org.shangda.concern;

import java.util.List;
import java.util.Set;
import org.shangda.programme.LevelUnit;
import org.shangda.university.Answering;
import org.shangda.university.Person;
import org.shangda.university.University;

/**
 * Whom a handling waits for.
 *
 * @param unit code of the unit that answers
 * @param people staff numbers, at least one
 * @param whole whether these are all the handlers of the unit
 */
record Asked(String unit, List<String> people, boolean whole) {

    /** By a level's rule and today's roster. */
    static Asked today(Concern concern, LevelUnit rule, String unit, University university) {
        Set<String> aside = concern.peopleAside(university);
        return of(
                rule.handledBy().equals("head") ? university.headOf(unit, aside) : university.handlersOf(unit, aside));
    }

    private static Asked of(Answering answering) {
        return new Asked(
                answering.unit().code(),
                answering.people().stream().map(Person::id).toList(),
                answering.whole());
    }
}
