package org.shangda.concern;

import java.util.List;

/**
 * Published when a diagram's step reminds somebody of a concern, and when a docket waits for whoever signs it.
 *
 * @param id the same when the same reminder is asked for once more, and of nothing else
 * @param number the concern's; of a docket the day of its meeting
 * @param unit code of the unit that has it
 * @param sentence code of the kind {@code reminder} in the table of words
 * @param people staff numbers of those who are to be told
 */
public record Reminder(String id, String number, String unit, String sentence, List<String> people) {

    /** Sentence of what is signed on the page of the agenda, and is no task at the desk. */
    public static final String DOCKET = "docket-to-sign";

    public Reminder {
        people = List.copyOf(people);
    }
}
