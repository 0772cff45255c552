package org.shangda.monitoring;

import java.time.Instant;
import java.util.List;

/**
 * One row of 停滞事项, as it was found.
 *
 * @param subject what stands still and why; the same as long as it is the same thing for the same cause
 * @param number of the case; null where it concerns none
 * @param handling id of the visit to a level; null where it is none
 * @param unit code of the unit that is to act; null where it concerns none
 * @param supervisor code of the unit that supervises; null where it is no visit
 * @param people staff numbers of those whom it waits for
 */
public record Stalled(
        String subject,
        String cause,
        String number,
        Long handling,
        String level,
        String unit,
        String answeringUnit,
        String supervisor,
        String programme,
        String campus,
        boolean vacationsCount,
        List<String> people,
        int amount,
        String detail,
        String severity,
        Instant since,
        Instant dueAt,
        Instant enteredAt,
        Instant raisedAt) {

    /** What stands still, without the cause: the id of a visit, a task or a job, or a case's number. */
    public String item() {
        return subject.substring(subject.indexOf(':') + 1);
    }
}
