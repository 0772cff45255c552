package org.shangda.programme;

/**
 * Who answers at a level.
 *
 * @param rule {@code own-branch}, {@code own-college}, {@code routed} (the department that was chosen or, failing a
 *     choice, proposed), {@code fixed} (the unit in {@code unit}), {@code same} (the unit that answered before) or {@code
 *     line-leader} (the university's leader in charge of the unit that handled it before)
 * @param unit code of the unit when {@code rule} is {@code fixed}, and of the one whose head answers when there is no line
 *     leader; otherwise null
 * @param handledBy {@code handlers} (the unit's clerks; where it has none, whoever answers for it) or {@code head}
 * @param supervisionRule who supervises it: {@code own-college} or {@code fixed}
 * @param supervisionUnit code of the supervising unit when {@code supervisionRule} is {@code fixed}, otherwise null
 * @param clause the clause this row comes from
 */
public record LevelUnit(
        String rule, String unit, String handledBy, String supervisionRule, String supervisionUnit, String clause) {}
