package org.shangda.concern;

import java.util.List;
import org.shangda.university.Answering;
import org.shangda.university.Person;

/**
 * Whom a handling waits for.
 *
 * @param unit code of the unit that answers
 * @param people staff numbers, at least one
 * @param whole whether these are all the handlers of the unit
 */
record Asked(String unit, List<String> people, boolean whole) {

    static Asked of(Answering answering) {
        return new Asked(
                answering.unit().code(),
                answering.people().stream().map(Person::id).toList(),
                answering.whole());
    }
}
