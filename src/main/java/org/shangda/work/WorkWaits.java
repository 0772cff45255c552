package org.shangda.work;

import java.util.List;

/**
 * Work waits for people: a task was created, or has gone to other hands. Published in the transaction in which that
 * happens. It says nothing of what the work is about.
 *
 * @param task id of the task
 * @param number business key of its case
 * @param what code of the work's title, see {@link WorkTitles}
 * @param unit code of the unit whose work it is, null for what a colleague is asked personally
 * @param people staff numbers of those who may do it
 * @param toReceive whether one of them still has to receive it (签收)
 * @param urgent whether it is about a safety hazard
 */
public record WorkWaits(
        String task, String number, String what, String unit, List<String> people, boolean toReceive, boolean urgent) {

    public WorkWaits {
        people = List.copyOf(people);
    }
}
