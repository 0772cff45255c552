package org.shangda.contact;

/**
 * Published when a period is over and a duty was not done.
 *
 * @param sheet its number
 * @param carrier staff number
 */
public record DutyMissed(String sheet, String carrier) {}
