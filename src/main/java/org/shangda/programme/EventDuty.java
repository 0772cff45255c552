package org.shangda.programme;

/**
 * A talk or visit that an occasion calls for.
 *
 * @param occasion code, for example {@code setback}; its label is in the message files under {@code occasion.<code>}
 * @param kind {@code talk} or {@code visit}
 * @param who {@code linked-member}, {@code linked-leader}, {@code branch-secretary} or {@code unit-head}, of the
 *     colleague
 * @param withinDays working days after the occasion was entered; the day of entry does not count
 * @param diverted whether its content belongs to another channel (discipline and integrity): only date and talker are
 *     recorded, not the occasion
 * @param clause the clause this row comes from
 */
public record EventDuty(String occasion, String kind, String who, int withinDays, boolean diverted, String clause) {}
