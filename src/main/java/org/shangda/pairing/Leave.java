package org.shangda.pairing;

import java.time.LocalDate;

/**
 * Days on which a pair rests because one of the two is away (ill, abroad, on leave).
 *
 * @param from first day
 * @param to last day
 */
public record Leave(LocalDate from, LocalDate to) {}
