package org.shangda.programme;

/**
 * One way a handling may end at a level.
 *
 * @param code what the handler chooses, for example {@code pass-up}; its label is in {@code words}, of kind {@code exit}
 * @param outcome what the diagram then reads
 * @param limit how often it may be taken at the level, or null for no limit
 * @param withinDays working days after receipt by which it must be taken, or null for no such limit
 * @param clause the clause this row comes from
 */
public record LevelExit(String code, Outcome outcome, Integer limit, Integer withinDays, String clause) {}
