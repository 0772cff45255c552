package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;

import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions.Done;

/** What was given once is given on, and whoever is late does not act for itself. */
@ShangdaTest
class StalledGivenOnProcessTest extends StalledActing {

    @Test
    void what_was_given_to_one_handler_is_given_to_yet_another_who_finds_it() {
        String number = lateAtTheDepartment();
        act(ASSIGNING_CLERK, "give-to-person", number, null, null, OTHER_DEPARTMENT_CLERK);

        Done again = act(ASSIGNING_CLERK, "give-to-person", number, null, null, DEPARTMENT_CLERK);

        assertThat(again.done()).as(again.sentence()).isTrue();
        String task = cases.task(number, "UserTask_Handle").getId();
        assertThat(offered(DEPARTMENT_CLERK)).contains(task);
        assertThat(offered(OTHER_DEPARTMENT_CLERK)).doesNotContain(task);
        assertThat(cases.handlings(number, "offered_to")).last().isEqualTo(DEPARTMENT_CLERK);
        assertThat(causes(number)).doesNotContain("nobody-can-act", "no-task");
        cases.exit(DEPARTMENT_CLERK, number, "answer");
        cases.approve(DEPARTMENT_HEAD, number);
        assertThat(causes(number)).isEmpty();
    }

    @Test
    void what_the_supervising_unit_is_itself_late_with_is_in_the_hands_of_the_next_one_above() {
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,jsj1,.*\\R", ""));
            String number = cases.raise(COLLEAGUE, Cases.concern());
            look();

            assertThat(open(COLLEGE_CLERK, Power.NONE, number)).doesNotContain("urge", "extend", "give", "move-up");
            assertThat(act(COLLEGE_CLERK, "extend", number, "我们自己延期", null, null)
                            .done())
                    .isFalse();
            assertThat(supervisionSteps(number)).isEmpty();
            assertThat(open(ORGANIZATION_CLERK, Power.NONE, number)).contains("urge", "extend", "give");
            Done extended = act(ORGANIZATION_CLERK, "extend", number, "学院代支部办理，延长一次。", null, null);
            assertThat(extended.done()).as(extended.sentence()).isTrue();
            assertThat(cases.supervisions(number, "unit")).containsExactly("zzb");
        } finally {
            pairings.roster(lines -> lines);
        }
    }
}
