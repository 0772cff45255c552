package org.shangda.university;

import java.time.LocalDate;

/**
 * 代办: in whose place somebody acts.
 *
 * @param person staff number of who is away
 * @param until last day on which they are
 */
public record InPlace(String person, LocalDate until) {}
