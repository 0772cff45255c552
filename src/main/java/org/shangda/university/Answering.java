package org.shangda.university;

import java.util.List;

/**
 * Who answers for a unit today.
 *
 * @param unit the unit that answers; another one than was asked for when that one's posts are vacant
 * @param people who may act, at least one
 * @param whole whether these are all the handlers of the unit, so that its group of handlers can be addressed
 */
public record Answering(Unit unit, List<Person> people, boolean whole) {}
