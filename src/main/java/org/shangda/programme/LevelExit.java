package org.shangda.programme;

/**
 * One way a handling may end at a level.
 *
 * @param code what the handler chooses, for example {@code pass-up}; its label is in the message files under
 *     {@code exit.<code>} or, for this level alone, {@code exit.<code>.<level>}
 * @param outcome what the diagram then reads. Inside the level: {@code handle} (offered again), {@code ask},
 *     {@code explain}, {@code assist}, {@code transfer}, {@code agenda}. Leaving it: {@code answered},
 *     {@code passed-up}, {@code returned}, {@code referred}
 * @param limit how often it may be taken at the level, or null for no limit
 * @param withinDays working days after receipt by which it must be taken, or null for no such limit
 * @param clause the clause this row comes from
 */
public record LevelExit(String code, String outcome, Integer limit, Integer withinDays, String clause) {}
