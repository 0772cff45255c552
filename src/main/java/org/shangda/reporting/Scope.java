package org.shangda.reporting;

import java.time.LocalDate;

/**
 * Whose records of which days a summary counts.
 *
 * @param unit code of the unit that writes it; of the member's branch
 * @param person the member, otherwise empty
 * @param to last day
 */
record Scope(Tier tier, String unit, String person, LocalDate from, LocalDate to) {}
