package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.OTHER_COLLEAGUE;
import static org.shangda.Contacts.TAUGHT;
import static org.shangda.Contacts.TEACHER;
import static org.shangda.Contacts.TEACHERS_SECRETARY;
import static org.shangda.Contacts.row;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever happens to a pair happens to what is owed for it, in the same moment: nothing here looks at a night job, and
 * pairs begin, rest, end and change hands as people and rosters make them.
 */
@ShangdaTest
class PairsOnSheetsProcessTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 9, 1);

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pairings pairings;

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
    void asBefore() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
        pairings.roster(lines -> lines);
    }

    private String sheetOf(String carrier) {
        return contacts.sheet(carrier, "2026-03");
    }

    // --- a pair comes ------------------------------------------------------------------------------------------------

    @Test
    void a_pair_that_begins_by_consent_is_owed_at_once() {
        contacts.begin(MEMBER, COLLEAGUE);

        assertThat(contacts.owed(sheetOf(MEMBER))).containsExactly("contact 0/1");
        assertThat(cases.openTasks(sheetOf(MEMBER))).containsExactly(Contacts.REGISTER);
    }

    @Test
    void a_pair_that_the_member_accepts_is_owed_at_once() {
        String number = pairings.ask(COLLEAGUE, MEMBER);
        assertThat(sheetOf(MEMBER)).isNull();

        cases.act(MEMBER, number, "UserTask_Accept", Map.of("decision", "accept"));

        assertThat(contacts.owed(sheetOf(MEMBER))).containsExactly("contact 0/1");
    }

    @Test
    void an_imported_pair_is_owed_at_once() {
        contacts.imported("member-person", MEMBER, COLLEAGUE, "jsj1", LONG_AGO);

        assertThat(contacts.owed(sheetOf(MEMBER))).containsExactly("contact 0/1");
    }

    @Test
    void a_pair_that_a_college_sends_out_from_its_list_is_owed_at_once() {
        pairings.existing(Cases.COLLEGE_CLERK, MEMBER, COLLEAGUE, "2025-09-01");

        assertThat(contacts.owed(sheetOf(MEMBER))).containsExactly("contact 0/1");
    }

    // --- it rests, or goes -------------------------------------------------------------------------------------------

    @Test
    void a_pair_that_ends_by_form_leaves_the_sheet_and_the_other_one_stays() {
        String first = contacts.pair(MEMBER, COLLEAGUE);
        contacts.pair(MEMBER, OTHER_COLLEAGUE);
        contacts.open();

        contacts.end(first);

        assertThat(contacts.owed(sheetOf(MEMBER))).containsExactly("contact 0/1");
        assertThat(contacts.state(sheetOf(MEMBER))).isEqualTo("OPEN");
    }

    @Test
    void a_pair_to_which_the_colleague_objects_leaves_the_sheet() {
        String pair = pairings.existing(Cases.COLLEGE_CLERK, MEMBER, COLLEAGUE, "2025-09-01");

        cases.act(COLLEAGUE, pair, "UserTask_TellColleague", Map.of("decision", "object"));

        assertThat(contacts.owed(sheetOf(MEMBER))).isEmpty();
        assertThat(contacts.state(sheetOf(MEMBER))).isEqualTo("CLOSED");
    }

    @Test
    void a_rest_that_is_entered_by_form_lifts_what_is_owed() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();

        contacts.leave(pair, "2026-03-05", "2026-04-20");

        assertThat(contacts.owed(sheetOf(MEMBER))).isEmpty();
        assertThat(contacts.state(sheetOf(MEMBER))).isEqualTo("CLOSED");
    }

    @Test
    void a_colleague_who_leaves_the_roster_is_owed_nothing_any_longer() {
        contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();

        pairings.without(COLLEAGUE);

        assertThat(contacts.owed(sheetOf(MEMBER))).isEmpty();
        assertThat(contacts.state(sheetOf(MEMBER))).isEqualTo("CLOSED");
    }

    // --- it changes hands --------------------------------------------------------------------------------------------

    /** 「联系对象」 is a leader's by the post: whoever holds it now owes what is outstanding. */
    @Test
    void a_leaders_pair_follows_the_post_on_the_sheets() {
        contacts.pair("leader-person", LEADER, LED, "jx1", LONG_AGO);
        contacts.open();
        assertThat(contacts.owed(contacts.sheet(LEADER, "2025-2026-2"))).containsExactly("talk 0/2");

        pairings.roster(lines -> lines.replaceAll("(?m)^(" + LEADER + ",[^,]*,[^,]*,是),[^,]*,[^,]*,[^,]*,", "$1,,,,")
                .replaceAll("(?m)^(hanxue,[^,]*,[^,]*,是,jx),[^,]*,", "$1,党委书记,"));

        assertThat(contacts.owed(contacts.sheet(LEADER, "2025-2026-2"))).isEmpty();
        assertThat(contacts.owed(contacts.sheet("hanxue", "2025-2026-2"))).containsExactly("talk 0/2");
        assertThat(cases.openTasks(contacts.sheet("hanxue", "2025-2026-2"))).containsExactly(Contacts.REGISTER);
    }

    @Test
    void while_somebody_is_looked_for_nobody_owes_and_who_takes_over_inherits() {
        String pair = contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        contacts.register(TEACHER, sheetOf(TEACHER), row(pair, "2026-03-02", "report"));

        pairings.without(TEACHER);
        assertThat(contacts.owed(sheetOf(TEACHER))).containsExactly("work-report 1/1");
        assertThat(contacts.sheet("chenglei", "2026-03")).isNull();
        cases.act(TEACHERS_SECRETARY, pair, "UserTask_FindCarrier", Map.of("decision", "find", "partner", "chenglei"));

        assertThat(contacts.owed(sheetOf("chenglei"))).containsExactly("talk 0/1", "work-report 1/1");
    }

    // --- what counts -------------------------------------------------------------------------------------------------

    @Test
    void a_contact_lies_in_the_life_of_its_pair() {
        TestTime.set("2026-03-10T10:00:00");
        String pair = contacts.begin(MEMBER, COLLEAGUE);

        Cases.assertRefused(
                () -> contacts.register(MEMBER, sheetOf(MEMBER), row(pair, "2026-03-09", "visit")),
                400,
                "第 1 行：日期须在 2026-03-10 至 2026-03-10 之间（结对期间、本期之内，不晚于今天），请改填。");
        contacts.register(MEMBER, sheetOf(MEMBER), row(pair, "2026-03-10", "visit"));
        assertThat(contacts.state(sheetOf(MEMBER))).isEqualTo("DISCHARGED");
    }

    /** A college that goes over from 每学期 to 每月 in mid-term: what is held in April counts for both. */
    @Test
    void a_contact_counts_on_the_carriers_other_sheet_as_well() {
        LocalDate begins = LocalDate.of(2026, 3, 2);
        programmes.use("jsj", "usst", begins, Cases.ORGANIZATION_HEAD);
        programmes.use("jsj", "zhejiang", LocalDate.of(2026, 4, 1), Cases.ORGANIZATION_HEAD);
        try {
            String pair = contacts.pair(MEMBER, COLLEAGUE);
            contacts.open();
            TestTime.set("2026-04-02T10:00:00");
            contacts.open();
            String term = contacts.sheet(MEMBER, "2025-2026-2");
            assertThat(contacts.owed(term)).containsExactly("contact 0/1");
            assertThat(contacts.owed(contacts.sheet(MEMBER, "2026-04"))).containsExactly("contact 0/1");

            contacts.register(MEMBER, contacts.sheet(MEMBER, "2026-04"), row(pair, "2026-04-02", "visit"));

            assertThat(contacts.owed(term)).containsExactly("contact 1/1");
            assertThat(contacts.state(term)).isEqualTo("DISCHARGED");
            assertThat(cases.openTasks(term)).isEmpty();
        } finally {
            TestTime.set(TestTime.MONDAY);
            database.update("delete from programme_use where college = 'jsj' and from_day > ?", begins);
            programmes.use("jsj", "zhejiang", begins, Cases.ORGANIZATION_HEAD);
        }
    }

    @Test
    void what_was_missed_is_made_up_for_within_sixty_days() {
        contacts.pair(TEACHER, TAUGHT);
        contacts.open();
        String sheet = sheetOf(TEACHER);
        cases.passTo(sheet, "2026-04-03T17:30:00");

        Cases.assertRefused(() -> makeUp(sheet, "2026-06-03"), 400, "请填写日期，从明天起、60 天以内。");
        makeUp(sheet, "2026-06-02");

        assertThat(contacts.state(sheet)).isEqualTo("FOLLOWED_UP");
    }

    private void makeUp(String sheet, String day) {
        cases.act(
                TEACHERS_SECRETARY,
                sheet,
                "UserTask_FollowUp",
                Map.of("missedReason", "busy", "missedMeasure", "make-up", "newDay", day));
    }

    @Test
    @SuppressWarnings("unchecked")
    void at_most_two_hundred_contacts_are_registered_at_once() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        Map<String, Object> one = row(pair, "2026-03-02", "visit");

        Cases.assertRefused(
                () -> contacts.register(
                        MEMBER, sheetOf(MEMBER), Collections.nCopies(201, one).toArray(Map[]::new)),
                400,
                "请至少填写一行联系登记，最多 200 行。");
        Cases.assertRefused(
                () -> contacts.register(
                        MEMBER, sheetOf(MEMBER), Collections.nCopies(200, one).toArray(Map[]::new)),
                400,
                "第 2 行：这次联系已经登记过（同一对象、同一天、同一方式）。请删去这一行，或改填日期、方式。");
    }
}
