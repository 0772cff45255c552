package org.shangda.concern;

import java.time.Instant;
import java.util.List;

/**
 * To whom a piece of work is offered.
 *
 * @param assignee who alone is to do it, or null when it is to be received (签收) by one of several
 * @param unit code of the unit all of whose handlers may receive it, or null when only {@code people} may
 * @param people staff numbers of those who may do it
 * @param due when it is due, or null
 * @param what code of the work's label in the message files, under {@code work.<code>}
 * @param type code of the concern's type, for the task's card
 * @param category code of the concern's category, for the task's card
 */
public record Offer(
        String assignee, String unit, List<String> people, Instant due, String what, String type, String category) {

    static Offer to(Concern concern, String assignee, String unit, List<String> people, Instant due, String what) {
        return new Offer(assignee, unit, people, due, what, concern.type().code(), concern.category());
    }
}
