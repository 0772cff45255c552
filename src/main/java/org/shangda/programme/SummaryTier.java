package org.shangda.programme;

/**
 * Who writes a summary at the end of a term.
 *
 * @param tier {@code member}, {@code branch}, {@code college}, {@code office} or {@code organization-department}
 * @param handsUpTo the tier it goes to next, or null when it ends here
 * @param withinDays working days after the term's last day
 * @param clause the clause this row comes from
 */
public record SummaryTier(String tier, String handsUpTo, int withinDays, String clause) {}
