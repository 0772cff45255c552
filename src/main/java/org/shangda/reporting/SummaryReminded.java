package org.shangda.reporting;

import java.util.List;

/**
 * Published when a summary that is to be written or reviewed is nearly due, due, or late.
 *
 * @param what code of the work's label in the message files, under {@code work.<code>}
 * @param people staff numbers of those who may do it
 */
public record SummaryReminded(String number, String what, List<String> people) {

    public SummaryReminded {
        people = List.copyOf(people);
    }
}
