package org.shangda.programme;

/**
 * Which of the colleagues that were answered are called back (回访).
 *
 * @param share per cent of those answered in a month, 0 to 100, rounded up
 * @param atLeast so many of them in any case, as far as there are as many
 * @param unit code of the unit that calls; null for the one that supervises the level
 * @param withinDays working days for the call
 * @param clause the clause this row comes from
 */
public record CallBackRule(int share, int atLeast, String unit, int withinDays, String clause) {

    /** How many of so many are drawn. */
    public int of(int answered) {
        return Math.min(answered, Math.max(atLeast, (answered * share + 99) / 100));
    }
}
