package org.shangda.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shangda.programme.PracticeDays;
import org.shangda.programme.StalledWhen;

/** What the shipped tables answer about pairs, contacts and days; about the levels it is in {@link LevelTablesTest}. */
class DecisionTablesTest extends ShippedTables {

    /** Row of the requirements, then what the table answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Z20 | zhejiang        | member-person | contact        | 1 | month    | advice | visit talk remote condolence | -               | 10
            J11 | jilin           | leader-branch | activity       | 2 | semester | duty   | activity visit               | -               | 40
            J12 | jilin           | leader-branch | hear-report    | 2 | semester | duty   | report                       | -               | 40
            J13 | jilin           | leader-branch | secretary-talk | 1 | semester | duty   | talk                         | -               | 40
            J17 | jilin           | leader-person | talk           | 2 | semester | duty   | talk                         | -               | 40
            T06 | teaching-branch | member-person | talk           | 1 | month    | duty   | talk                         | monthly-meeting | 10
            T07 | teaching-branch | member-person | work-report    | 1 | month    | duty   | report talk                  | monthly-meeting | 10
            T22 | teaching-branch | leader-branch | contact        | 1 | semester | advice | visit talk activity report   | -               | 40
            S05 | shandong        | member-person | contact        | 1 | quarter  | advice | visit talk remote condolence | -               | 20
            S16 | shandong        | leader-person | talk           | 1 | semester | advice | talk                         | -               | 40
            S19 | shandong        | leader-branch | contact        | 1 | semester | advice | visit activity report        | -               | 40
            U06 | usst            | member-person | contact        | 1 | semester | advice | visit talk remote condolence | -               | 40
            U06 | usst            | leader-person | contact        | 1 | semester | advice | visit talk remote condolence | -               | 40
            U06 | usst            | leader-branch | contact        | 1 | semester | advice | visit talk activity report   | -               | 40
            """)
    void a_pair_owes_the_contacts_of_its_programme(
            String row,
            String programme,
            String relation,
            String kind,
            int atLeast,
            String period,
            String strength,
            String ways,
            String together,
            int minWorkingDays) {
        assertThat(table("contact-duties").rows(Map.of("programme", programme, "relation", relation)))
                .filteredOn(duty -> duty.text("kind").equals(kind))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.number("atLeast")).isEqualTo(atLeast);
                    assertThat(duty.text("period")).isEqualTo(period);
                    assertThat(duty.text("strength")).isEqualTo(strength);
                    assertThat(String.join(" ", duty.codes("ways"))).isEqualTo(ways);
                    assertThat(duty.textOrNull("together")).isEqualTo(together);
                    assertThat(duty.number("minWorkingDays")).isEqualTo(minWorkingDays);
                    assertThat(duty.text("clause")).contains("（" + row + "）");
                });
    }

    @Test
    void nothing_else_is_owed() {
        assertThat(decisionTable("contact-duties").getRules()).hasSize(14);
        assertThat(decisionTable("event-duties").getRules()).hasSize(9);
        assertThat(decisionTable("pairing-eligibility").getRules()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({
        "T12, teaching-branch, change-of-post,      talk,  linked-member,    5, false",
        "T13, teaching-branch, praise-or-criticism, talk,  linked-member,    5, false",
        "T14, teaching-branch, setback,             talk,  linked-member,    5, false",
        "T15, teaching-branch, discipline,          talk,  branch-secretary, 5, true",
        "T16, teaching-branch, appraisal,           talk,  unit-head,        5, false",
        "J21, jilin,           festival,            visit, linked-leader,    5, false",
        "J21, jilin,           achievement,         visit, linked-leader,    5, false",
        "J21, jilin,           serious-illness,     visit, linked-leader,    3, false",
        "J21, jilin,           hardship,            visit, linked-leader,    5, false"
    })
    void an_occasion_calls_for_a_talk_or_a_visit(
            String row, String programme, String occasion, String kind, String who, int withinDays, boolean diverted) {
        assertThat(table("event-duties").rows(Map.of("programme", programme, "occasion", occasion)))
                .singleElement()
                .satisfies(duty -> {
                    assertThat(duty.text("kind")).isEqualTo(kind);
                    assertThat(duty.text("who")).isEqualTo(who);
                    assertThat(duty.number("withinDays")).isEqualTo(withinDays);
                    assertThat(duty.flag("diverted")).isEqualTo(diverted);
                    assertThat(duty.text("clause")).contains("（" + row + "）");
                });
        assertThat(table("event-duties").rows(Map.of("programme", "zhejiang", "occasion", occasion)))
                .isEmpty();
    }

    /** Row of the requirements, then who may be paired with whom. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Z15 | zhejiang        | member-person | high-level-talent     | university-leader college-head administrative-head | college    | false | - | - | ''           | 1
            Z16 | zhejiang        | member-person | in-difficulty         | any-member                                         | college    | true  | - | - | ''           | 1
            Z17 | zhejiang        | member-person | young-teacher         | talent branch-secretary                            | college    | true  | - | - | ''           | 1
            Z18 | zhejiang        | member-person | new-staff             | any-member                                         | college    | true  | - | - | ''           | 1
            Z11 | zhejiang        | member-person | other                 | any-member                                         | college    | true  | - | - | ''           | 1
            J09 | jilin           | leader-person | outstanding-applicant | university-leader                                  | university | false | 2 | 1 | ''           | 1
            J10 | jilin           | leader-person | applicant             | college-head                                       | college    | false | - | - | ''           | 1
            J08 | jilin           | leader-person | expert                | university-leader                                  | university | false | 3 | 2 | expert other | 1
            J07 | jilin           | leader-person | other                 | university-leader                                  | university | false | 3 | 2 | expert other | 1
            J01 | jilin           | leader-branch | branch                | university-leader college-head                     | college    | false | 2 | 1 | ''           | -
            T01 | teaching-branch | member-person | applicant             | any-member                                         | branch     | true  | - | - | ''           | 1
            T01 | teaching-branch | member-person | in-difficulty         | any-member                                         | branch     | true  | - | - | ''           | 1
            T05 | teaching-branch | member-person | teacher               | any-member                                         | branch     | true  | 1 | 1 | teacher other | 1
            T05 | teaching-branch | member-person | other                 | any-member                                         | branch     | true  | 1 | 1 | teacher other | 1
            T21 | teaching-branch | leader-branch | branch                | university-leader college-head administrative-head | college    | false | 1 | 1 | ''           | -
            S05 | shandong        | member-person | in-difficulty         | any-member                                         | college    | true  | - | - | ''           | -
            S16 | shandong        | leader-person | other                 | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            S19 | shandong        | leader-branch | branch                | university-leader                                  | university | false | - | - | ''           | -
            U06 | usst            | member-person | other                 | any-member                                         | college    | true  | - | - | ''           | -
            U06 | usst            | leader-person | other                 | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            U19 | usst            | leader-branch | branch                | university-leader college-head administrative-head | college    | false | - | - | ''           | -
            """)
    void a_category_is_paired_with_the_posts_of_its_programme(
            String row,
            String programme,
            String relation,
            String category,
            String posts,
            String scope,
            boolean ownBranchFirst,
            Integer most,
            Integer fewest,
            String countedWith,
            Integer mostForOne) {
        assertThat(table("pairing-eligibility")
                        .rows(Map.of("programme", programme, "relation", relation, "category", category)))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(String.join(" ", rule.codes("posts"))).isEqualTo(posts);
                    assertThat(rule.text("scope")).isEqualTo(scope);
                    assertThat(rule.flag("ownBranchFirst")).isEqualTo(ownBranchFirst);
                    assertThat(rule.numberOrNull("maxPerCarrier")).isEqualTo(most);
                    assertThat(rule.numberOrNull("minPerCarrier")).isEqualTo(fewest);
                    assertThat(String.join(" ", rule.codes("countedWith"))).isEqualTo(countedWith);
                    assertThat(rule.numberOrNull("maxPerColleague")).isEqualTo(mostForOne);
                    assertThat(rule.text("clause")).contains("（" + row + "）");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zhejiang        | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            jilin           | college>organization-department 15, office>organization-department 15, organization-department>null 20
            teaching-branch | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            shandong        | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            usst            | member>branch 5, branch>college 10, college>organization-department 15, organization-department>null 20
            """)
    void a_term_is_summed_up_tier_by_tier(String programme, String tiers) {
        assertThat(table("summary-tiers").rows(Map.of("programme", programme)))
                .extracting(
                        row -> row.text("tier") + ">" + row.textOrNull("handsUpTo") + " " + row.number("withinDays"))
                .containsExactly(tiers.split(", "));
    }

    @ParameterizedTest
    @EnumSource(StalledWhen.Cause.class)
    void every_cause_of_standing_still_has_a_threshold(StalledWhen.Cause cause) {
        assertThat(table("stalled-when").rows(Map.of("programme", "", "level", "", "type", "", "cause", cause.code())))
                .singleElement()
                .satisfies(row -> assertThat(row.number("n")).isBetween(0, 250));
    }

    @ParameterizedTest
    @EnumSource(PracticeDays.What.class)
    void everything_that_waits_for_days_of_practice_finds_them(PracticeDays.What what) {
        assertThat(table("practice-days").rows(Map.of("what", what.code())))
                .singleElement()
                .satisfies(row -> assertThat(row.number("days")).isBetween(1, 250));
    }
}
