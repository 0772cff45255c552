package org.shangda.agenda;

import java.time.LocalDate;
import java.util.List;

/**
 * One item of the sheet, in words that may leave the office: no person is in it. Texts may be null and then stay empty on paper.
 *
 * @param number within the sheet, from 1
 * @param units names of those concerned, each once
 * @param people how many raised it; below five the sheet says 若干
 * @param done what was done so far
 * @param unsolved why it could not be settled
 * @param leadUnit the name of the one proposed
 * @param after null before the meeting
 */
public record AgendaRow(
        int number,
        String matter,
        List<String> units,
        int people,
        String done,
        String unsolved,
        String departmentOpinion,
        String proposal,
        String leadUnit,
        Outcome after) {

    public AgendaRow {
        units = List.copyOf(units);
    }

    /**
     * What the meeting made of it.
     *
     * @param decision as it may be told
     * @param leadUnit the name of the one that carries it out
     * @param until the last day for it
     * @param carriedOut what that unit has reported so far
     */
    public record Outcome(String decision, String leadUnit, LocalDate until, String carriedOut) {}
}
