package org.shangda.monitoring;

import java.util.Set;

/**
 * Who reads the list and acts from it.
 *
 * @param person staff number
 * @param mine codes of the units that they answer for
 * @param below codes of the units below those, of the levels that those supervise, and of the units in their charge (分管)
 */
public record Reader(String person, Power power, Set<String> mine, Set<String> below) {

    /** What somebody may do whatever unit they answer for. */
    public enum Power {
        NONE,
        /** Sees everything, also what concerns no unit, and keeps the engine going. */
        OPERATOR,
        /** May do what an operator may, and more. */
        ADMINISTRATOR
    }

    public boolean isOperator() {
        return power != Power.NONE;
    }

    public boolean isAdministrator() {
        return power == Power.ADMINISTRATOR;
    }

    /** Whether they answer for the unit. */
    public boolean answersFor(String unit) {
        return unit != null && mine.contains(unit);
    }

    /** Whether it is theirs, or on their line. */
    public boolean sees(String unit) {
        return answersFor(unit) || below.contains(unit);
    }

    /** Whether who answers for the unit is theirs to say: it is below theirs, or they administer the product. */
    boolean isAbove(String unit) {
        return isAdministrator() || below.contains(unit);
    }

    boolean seesNothing() {
        return !isOperator() && mine.isEmpty() && below.isEmpty();
    }

    /** Names of those who are late are for whoever supervises them, and for nobody else. */
    boolean maySeeNames(String supervisor) {
        return answersFor(supervisor);
    }
}
