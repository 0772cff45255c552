package org.shangda.concern;

import java.time.Instant;
import java.util.List;

/**
 * To whom a piece of work is offered.
 *
 * @param assignee who alone is to do it, or null when it is to be received (签收) by one of several
 * @param unit code of the unit all of whose handlers may receive it, or null
 * @param people those who may receive it when they are not all the handlers of one unit
 * @param due when it is due, or null
 * @param what code of the work's label in the message files, under {@code work.<code>}
 * @param levelUnit code of the unit that answers, for the task's card
 */
public record Offer(
        String assignee,
        String unit,
        List<String> people,
        Instant due,
        String what,
        String type,
        String category,
        String levelUnit) {}
