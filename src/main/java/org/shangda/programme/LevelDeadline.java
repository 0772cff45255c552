package org.shangda.programme;

import java.util.Set;

/**
 * How long a level has. Days are working days on the calendar of the concern's campus; the day of entry does not count.
 *
 * @param receiveDays days within which it is to be received, or null where receipt is not asked for
 * @param receiveHours hours of the clock within which it is to be received, for safety hazards, otherwise null
 * @param handleDays days to handle it, receipt included
 * @param remindDaysBefore days before the deadline at which the handler is reminded, or null for no reminder
 * @param extendedDays days in all, receipt included, once the unit's head or the supervision line has extended it; null
 *     where the table names none: the supervision line can then extend it once by {@code handleDays} more
 * @param signedExits codes of the exits that take effect only when the unit's head has approved them, empty for none
 * @param signedBy who of a unit that has several heads approves them: {@code secretary}, {@code chief}, or null for any of them
 * @param onOverdue {@code supervise} (it stays, supervised) or {@code move-up} (it moves when {@code moveAfterDays}
 *     more have passed)
 * @param moveAfterDays days of supervision after which it moves by itself, or null
 * @param vacationsCount whether the school's vacations count as working days, as they do for safety hazards
 * @param clause the clause this row comes from
 */
public record LevelDeadline(
        Integer receiveDays,
        Integer receiveHours,
        int handleDays,
        Integer remindDaysBefore,
        Integer extendedDays,
        Set<String> signedExits,
        String signedBy,
        String onOverdue,
        Integer moveAfterDays,
        boolean vacationsCount,
        String clause) {}
