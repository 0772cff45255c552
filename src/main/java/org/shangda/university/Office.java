package org.shangda.university;

/**
 * A post that somebody holds today.
 *
 * @param unit code of the unit
 * @param role what its holder does for the unit: {@code head}, {@code deputy}, {@code clerk} or {@code member}
 * @param title as the personnel office writes it, for example 副校长
 */
public record Office(String unit, String role, String title) {}
