package org.shangda.university;

import java.time.LocalDate;
import java.util.Set;

/**
 * 补位: somebody who answers for a unit meanwhile, as its deputy, where nobody heads or deputizes for it (adr/0061). It is over
 * for good as soon as somebody does. Of one unit there is one.
 *
 * @param first the day on which they were named
 * @param last last day, at most {@link #LONGEST_MONTHS} months after the first one
 * @param namedBy staff number
 */
record StandInPost(String unit, String person, LocalDate first, LocalDate last, String namedBy) {

    /** Practice, not policy: a post that is vacant for longer is to be filled. */
    static final int LONGEST_MONTHS = 6;

    /** As the personnel office would write it. */
    static final String TITLE = "补位负责人";

    private static final Set<Role> FILLED_BY = Set.of(Role.HEAD, Role.DEPUTY);

    /** Whether nobody heads the unit or deputizes for it by the roster; clerks do not sign. */
    static boolean isNeeded(String unit, Roster roster, LocalDate day) {
        return !roster.abolished().contains(unit)
                && roster.posts().stream()
                        .filter(post -> fills(post, unit, roster))
                        .noneMatch(post -> post.heldOn(day));
    }

    private static boolean fills(Post post, String unit, Roster roster) {
        return post.unit().equals(unit)
                && FILLED_BY.contains(post.role())
                && !roster.left().contains(post.person());
    }

    boolean isInForce(Roster roster, LocalDate day) {
        return !first.isAfter(day) && !isOver(roster, day);
    }

    /** Also where a post was held only for some of the days since. */
    boolean isOver(Roster roster, LocalDate day) {
        return last.isBefore(day)
                || roster.left().contains(person)
                || roster.abolished().contains(unit)
                || roster.posts().stream()
                        .filter(post -> fills(post, unit, roster))
                        .anyMatch(post -> post.heldBetween(first, day));
    }

    /** For several rows of one unit the same is said several times. */
    boolean saysTheSameAs(StandInPost other) {
        return unit.equals(other.unit) && person.equals(other.person) && last.equals(other.last);
    }

    Post asPost() {
        return new Post(person, unit, Role.DEPUTY, TITLE, first, last.plusDays(1));
    }
}
