package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.university.RosterReport;

/** What will stand still is listed before it does. */
@ShangdaTest
class ForecastProcessTest extends StalledCases {

    @Test
    void where_most_earlier_cases_were_late_a_new_one_is_listed_with_what_that_is_taken_from() {
        List<String> earlier = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> earlier.add(raised()));
        assertThat(causes(earlier.get(0))).isEmpty();
        earlier.subList(0, 5).forEach(number -> cases.exit(SECRETARY, number, "answer"));
        TestTime.set("2026-03-13T10:00:00");
        earlier.subList(5, 20).forEach(number -> cases.exit(SECRETARY, number, "answer"));

        TestTime.set("2026-03-16T10:00:00");
        String number = raised();
        String elsewhere = cases.at("college", "problem");

        assertThat(causes(number)).isEmpty();
        assertThat(found(number, "likely-late", "amount")).isEqualTo("75");
        assertThat(found(number, "likely-late", "detail")).isEqualTo("20");
        assertThat(database.queryForList(
                        "select number from stalled where cause = 'likely-late' and unit = 'jsj1'", String.class))
                .contains(number)
                .doesNotContain(elsewhere);
    }

    /** Of a category that no other test speaks of: what is over is remembered. */
    private String raised() {
        return cases.raise(COLLEAGUE, Cases.concernWith("category", "canteen-and-transport"));
    }

    @Test
    void open_cases_of_a_unit_whose_last_post_ends_within_a_month_are_listed_with_the_day() {
        String number = cases.at("college", "problem");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));
        try {
            postsOfTheCollegeEndOn("2026-04-02");
            assertThat(causes(number)).isEmpty();

            postsOfTheCollegeEndOn("2026-03-20");

            assertThat(causes(number)).containsExactly("post-ends");
            assertThat(found(number, "post-ends", "detail")).isEqualTo("2026-03-20");
            assertSiblingIsNotListed();
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_branch_that_will_have_a_clerk_alone_will_be_vacant() {
        String number = cases.raise("zhoutao", Cases.concern());
        try {
            pairings.roster(lines -> lines.replaceAll("(?m)^(heyan,(?:[^,]*,){4})宣传委员", "$1经办人")
                    .replaceAll("(?m)^(xuning,(?:[^,]*,){5}[^,]*),,", "$1,2026-03-20,"));

            assertThat(causes(number)).containsExactly("post-ends");
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    @Test
    void a_rehearsed_roster_names_the_open_cases_of_a_unit_that_it_would_leave_without_anybody() {
        String one = cases.at("department", "problem");
        String other = cases.at("department", "problem");

        RosterReport rehearsed =
                pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*,hqc,.*\\R", ""), true, null);

        assertThat(rehearsed.stored()).isFalse();
        assertThat(rehearsed.rows())
                .filteredOn(row -> row.code().equals("university.roster.vacant.cases"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subject()).isEqualTo("hqc");
                    assertThat(row.arguments()).contains(2);
                    assertThat(row.arguments().toString()).contains(one, other);
                });
        assertThat(causes(one)).isEmpty();
    }

    private void postsOfTheCollegeEndOn(String day) {
        pairings.roster(lines -> lines.replaceAll("(?m)^((?:[^,]*,){4}jsj,[^,]*,[^,]*),,", "$1," + day + ","));
    }
}
