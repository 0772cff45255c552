package org.shangda.programme;

import java.time.LocalDate;

/**
 * From a day on, a college follows a programme, until its next use begins.
 *
 * @param college code of the college-level Party organization, or {@link Programmes#EVERY_OTHER}
 * @param programme code
 * @param from first day
 */
public record ProgrammeUse(String college, String programme, LocalDate from) {}
