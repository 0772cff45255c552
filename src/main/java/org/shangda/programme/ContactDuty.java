package org.shangda.programme;

import java.util.Set;

/**
 * Contacts that are owed in every period while a pair lives.
 *
 * @param kind {@code contact}, {@code talk}, {@code work-report}, {@code activity}, {@code hear-report} or
 *     {@code secretary-talk}
 * @param atLeast how many in one period, 1 or more
 * @param period {@code month}, {@code quarter}, {@code semester} or {@code half-year}
 * @param strength {@code advice} (原则上; a missed one is a hint) or {@code duty} (a missed one is a task)
 * @param ways the ways of contact that discharge it: {@code visit} 走访, {@code talk} 谈心谈话, {@code remote} 电话或网络,
 *     {@code activity} 参加支部活动, {@code report} 听取汇报, {@code condolence} 慰问; never empty
 * @param together code shared by the duties that one contact may discharge together, when its way is among the ways of
 *     each; or null: then a contact discharges this one and no other
 * @param minWorkingDays it is owed in a period only when at least so many working days of the period lie in it. Counted
 *     on the calendar of the colleague's campus, without vacations, leave, and the days before the pair began or after
 *     it ended; 0 for always
 * @param clause the clause this row comes from
 */
public record ContactDuty(
        String kind,
        int atLeast,
        String period,
        String strength,
        Set<String> ways,
        String together,
        int minWorkingDays,
        String clause) {}
