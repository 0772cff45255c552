package org.shangda.work;

import java.util.List;

/**
 * Work was not done by its day: those who may do it are reminded once, and a unit above hears of it once. It says nothing of
 * what the work is about.
 *
 * @param task id of the task, which stays where it is
 * @param number business key of its case
 * @param unit code of the unit whose work it is, null where nobody knows
 * @param people staff numbers of those who may do it
 * @param above staff numbers of those who answer for the unit above
 */
public record WorkLate(String task, String number, String unit, List<String> people, List<String> above) {

    public WorkLate {
        people = List.copyOf(people);
        above = List.copyOf(above);
    }
}
