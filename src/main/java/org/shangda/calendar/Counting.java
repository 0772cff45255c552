package org.shangda.calendar;

/**
 * What counts as a working day.
 *
 * @param campus code of the campus whose vacations apply
 * @param vacationsCount true where the school's vacations do not stop the clock (safety hazards)
 */
public record Counting(String campus, boolean vacationsCount) {}
