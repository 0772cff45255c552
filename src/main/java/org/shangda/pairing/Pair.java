package org.shangda.pairing;

import java.time.LocalDate;

/**
 * A pair as other modules see it.
 *
 * @param number opaque, also the business key of its process
 * @param relation {@code member-person}, {@code leader-person} or {@code leader-branch}
 * @param programme code of the policy under which it was formed
 * @param carrier staff number of the Party member or leader who owes the contacts today, or owed them last; null while
 *     nobody does and somebody is being looked for
 * @param colleague staff number of the colleague; null for a linked branch
 * @param branch code of the colleague's branch, or of the linked branch
 * @param college code of the college-level Party organization of that branch
 * @param since first day of the pair
 * @param until first day on which it is no longer one, null while it lasts
 */
public record Pair(
        String number,
        String relation,
        String programme,
        String carrier,
        String colleague,
        String branch,
        String college,
        LocalDate since,
        LocalDate until) {

    public boolean livesOn(LocalDate day) {
        return !since.isAfter(day) && (until == null || day.isBefore(until));
    }
}
