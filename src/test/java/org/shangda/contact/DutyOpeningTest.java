package org.shangda.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.OTHER_COLLEAGUE;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.SentStatements;
import org.shangda.SentStatements.RoundTrip;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sheets are opened in batches, once, and what a batch costs does not grow with the pairs on its sheets. */
@ShangdaTest
class DutyOpeningTest {

    private static final String DECIDES = Cases.ORGANIZATION_HEAD;

    @Autowired
    Contacts contacts;

    @Autowired
    Programmes programmes;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    @AfterEach
    void forget() {
        contacts.forgetEverything();
    }

    // 「（试行）」: a new version counts for duties not yet begun.
    @Test
    void J30_a_programme_that_changes_in_mid_month_counts_for_what_begins_afterwards() {
        contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        String march = contacts.sheet(MEMBER, "2026-03");
        TestTime.set("2026-03-10T10:00:00");
        LocalDate day = LocalDate.of(2026, 3, 10);
        programmes.use("jsj", "teaching-branch", day, DECIDES);
        try {
            contacts.open();
            assertThat(contacts.owed(march)).containsExactly("contact 0/1");

            // Whoever has somebody already may be linked with an applicant all the same.
            contacts.imported("member-person", MEMBER, OTHER_COLLEAGUE, "jsj1", day, "applicant");
            assertThat(contacts.owed(march)).containsExactly("contact 0/1", "talk 0/1", "work-report 0/1");
            assertThat(database.queryForList(
                            "select distinct programme from duty_owed where number = ? order by 1",
                            String.class,
                            march))
                    .containsExactly("teaching-branch", "zhejiang");

            TestTime.set("2026-04-01T02:00:00");
            contacts.open();
            assertThat(contacts.owed(contacts.sheet(MEMBER, "2026-04")))
                    .containsExactly("talk 0/1", "work-report 0/1", "talk 0/1", "work-report 0/1");
        } finally {
            TestTime.set("2026-03-10T10:00:00");
            programmes.use("jsj", "zhejiang", day, DECIDES);
        }
    }

    @Test
    void a_sheet_costs_few_round_trips_and_more_pairs_cost_none() {
        List<String> members = database.queryForList(
                "select id from person where branch like 'jsj_' and party_member and left_on is null order by id",
                String.class);
        List<String> colleagues = database.queryForList(
                "select id from person where branch like 'jsj_' and not party_member and left_on is null order by id",
                String.class);
        int sheets = colleagues.size() / PAIRS_EACH;
        for (int i = 0; i < sheets; i++) {
            contacts.pair(members.get(i), colleagues.get(i));
        }
        int one = roundTrips(contacts::open);
        contacts.forgetEverything();
        for (int i = 0; i < sheets * PAIRS_EACH; i++) {
            contacts.pair(members.get(i / PAIRS_EACH), colleagues.get(i));
        }
        int more = roundTrips(contacts::open);

        assertThat(sheets).isGreaterThan(3);
        System.out.printf(
                "Opening: %d sheets, %d round trips with one pair each, %d with %d%n", sheets, one, more, PAIRS_EACH);
        // One run costs some by itself, whatever it opens.
        assertThat(one).isLessThan(20 + 8 * sheets);
        assertThat(more).isLessThan(one + sheets);
    }

    /** A colleague has one partner, so that there are not many. */
    private static final int PAIRS_EACH = 4;

    private static int roundTrips(Runnable act) {
        List<RoundTrip> sent = SentStatements.during(act);
        return sent.size();
    }

    @Test
    void what_another_node_has_opened_meanwhile_is_not_opened_twice_and_the_rest_is() {
        contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String there = contacts.sheet(MEMBER, "2026-03");
        database.update("delete from duty_owed where number <> ?", there);
        database.update("delete from duty_sheet where number <> ?", there);

        assertThat(contacts.open()).isEqualTo(1);
        assertThat(contacts.sheet(MEMBER, "2026-03")).isEqualTo(there);
        assertThat(contacts.sheet(TEACHER, "2026-03")).isNotNull();
    }
}
