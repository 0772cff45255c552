package org.shangda.university;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A post that somebody holds, held or will hold.
 *
 * @param title as the personnel office writes it
 * @param from first day, null if not known (then: always)
 * @param to first day without the post, null while no end is known
 */
record Post(String person, String unit, Role role, String title, LocalDate from, LocalDate to) {

    boolean heldOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (to == null || day.isBefore(to));
    }

    /** Whether on one of the days; both belong to them. */
    boolean heldBetween(LocalDate first, LocalDate last) {
        return (from == null || !from.isAfter(last)) && (to == null || first.isBefore(to));
    }

    /** Whether both speak of the same appointment; a roster may correct its end. */
    boolean sameAppointment(Post other) {
        return person.equals(other.person)
                && unit.equals(other.unit)
                && title.equals(other.title)
                && Objects.equals(from, other.from);
    }

    Post endingOn(LocalDate day) {
        return new Post(person, unit, role, title, from, day);
    }
}
