package org.shangda.contact;

/**
 * Published when the end of a period comes near and contacts are still to be made.
 *
 * @param sheet its number
 * @param carrier staff number
 */
public record DutyReminded(String sheet, String carrier) {}
