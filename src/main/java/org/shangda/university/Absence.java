package org.shangda.university;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 请假: days on which somebody is away. No reason is kept. Of one person no two overlap.
 *
 * @param first first day, in the university's zone
 * @param last last day, at most {@link #LONGEST_DAYS} days after the first one inclusive
 * @param enteredBy staff number, or null where the roster's table says so
 * @param deputy staff number of who does the work meanwhile (代办), or null: then the unit does
 */
record Absence(String person, LocalDate first, LocalDate last, String enteredBy, String deputy) {

    Absence(String person, LocalDate first, LocalDate last, String enteredBy) {
        this(person, first, last, enteredBy, null);
    }

    /** Practice, not policy: whoever is away for longer has somebody else in the post. */
    static final int LONGEST_DAYS = 366;

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean overlaps(Absence other) {
        return person.equals(other.person) && meets(other);
    }

    /** Whether there is a day on which both are away. */
    boolean meets(Absence other) {
        return !last.isBefore(other.first) && !first.isAfter(other.last);
    }

    boolean isOverOn(LocalDate day) {
        return last.isBefore(day);
    }

    boolean fromRoster() {
        return enteredBy == null;
    }

    boolean endsBeforeItBegins() {
        return last.isBefore(first);
    }

    boolean isTooLong() {
        return last.isAfter(first.plusDays(LONGEST_DAYS - 1L));
    }

    Absence until(LocalDate day, String by) {
        return new Absence(person, first, day, by, deputy);
    }

    Optional<Absence> overlapping(Set<Absence> others) {
        return others.stream().filter(this::overlaps).findFirst();
    }
}
