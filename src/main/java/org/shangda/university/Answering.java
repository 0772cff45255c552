package org.shangda.university;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers for a unit today.
 *
 * @param unit the unit that answers; another one than was asked for when that one's posts are vacant
 * @param people who may act, at least one
 * @param whole whether these are all the handlers of the unit, so that its group of handlers can be addressed
 * @param inPlace those of them who hold none of the posts that are asked, by staff number, with whose place they take
 */
public record Answering(Unit unit, List<Person> people, boolean whole, Map<String, InPlace> inPlace) {

    public Answering(Unit unit, List<Person> people, boolean whole) {
        this(unit, people, whole, Map.of());
    }

    /** In whose place somebody acts; empty for who acts by a post of their own. */
    public Optional<InPlace> inPlaceOf(String person) {
        return Optional.ofNullable(inPlace.get(person));
    }
}
