package org.shangda.calendar;

/** Other days count as working days than before. Published when the new calendar is in force. */
public record CalendarChanged() {}
