package org.shangda.contact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.shangda.pairing.Leave;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;

/**
 * What a pair owes in a period: nothing but dates and rules. Joining on the 28th, a month that is all vacation, leave
 * and the end of a pair are one question: how many working days of the period has the pair?
 */
final class DutyPlan {

    /** Working days of the pair's campus from the first to the last of two days, both included, without vacations. */
    @FunctionalInterface
    interface WorkingDays {
        int between(LocalDate from, LocalDate to);
    }

    private DutyPlan() {}

    /** @param duties rows of {@code contact-duties} for the pair's relation, of any kind of period */
    static List<ContactDuty> owed(
            Pair pair, List<ContactDuty> duties, Period period, List<Leave> leaves, WorkingDays days) {
        List<ContactDuty> ofPeriod = duties.stream()
                .filter(duty -> duty.period().equals(period.kind()))
                .toList();
        if (ofPeriod.isEmpty() || firstDay(pair, period).isAfter(lastDay(pair, period))) {
            return List.of();
        }
        int present = present(pair, period, leaves, days);
        return ofPeriod.stream()
                .filter(duty -> present >= duty.minWorkingDays())
                .toList();
    }

    /** Working days of the period on which the pair lives and neither of the two is away. */
    static int present(Pair pair, Period period, List<Leave> leaves, WorkingDays days) {
        LocalDate last = lastDay(pair, period);
        LocalDate next = firstDay(pair, period);
        int present = 0;
        for (Leave leave :
                leaves.stream().sorted(Comparator.comparing(Leave::from)).toList()) {
            LocalDate before = earlier(leave.from().minusDays(1), last);
            if (!next.isAfter(before)) {
                present += days.between(next, before);
            }
            next = later(next, leave.to().plusDays(1));
        }
        return next.isAfter(last) ? present : present + days.between(next, last);
    }

    /** The day on which what is owed begins: it decides which version of a programme counts. */
    static LocalDate firstDay(Pair pair, Period period) {
        return later(period.from(), pair.since());
    }

    private static LocalDate lastDay(Pair pair, Period period) {
        return pair.until() == null
                ? period.to()
                : earlier(period.to(), pair.until().minusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
