package org.shangda.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;
import org.shangda.refusal.Refusal;
import org.springframework.test.util.ReflectionTestUtils;

/** How contacts discharge what is owed, and what may follow what on a sheet. */
class DutySheetTest {

    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Pair PAIR = pair("P1");
    private static final ContactDuty TALK = duty("talk", 1, "duty", Set.of("talk"), "monthly-meeting");
    private static final ContactDuty REPORT =
            duty("work-report", 1, "duty", Set.of("report", "talk"), "monthly-meeting");
    private static final ContactDuty ADVICE = duty("contact", 1, "advice", Set.of("visit", "talk"), null);

    private final DutySheet sheet = new DutySheet("CD26-TEST0001", "member", Period.month(TODAY), NOW);

    @Test
    void one_contact_discharges_the_kinds_that_may_be_discharged_together() {
        owe(TALK, REPORT);
        sheet.count(List.of(contact(1, "P1", TODAY, "talk")));
        assertThat(sheet.everythingDone()).isTrue();
    }

    @Test
    void a_report_alone_is_no_talk() {
        owe(TALK, REPORT);
        sheet.count(List.of(contact(1, "P1", TODAY, "report")));
        assertThat(sheet.outstanding()).extracting(Owed::kind).containsExactly("talk");
    }

    @Test
    void a_contact_counts_once_where_nothing_may_be_discharged_together() {
        owe(duty("talk", 1, "duty", Set.of("talk"), null), duty("contact", 1, "duty", Set.of("talk", "visit"), null));
        sheet.count(List.of(contact(1, "P1", TODAY, "talk")));
        assertThat(sheet.outstanding()).extracting(Owed::kind).containsExactly("contact");
    }

    @Test
    void a_contact_goes_where_the_fewest_others_could() {
        owe(duty("contact", 1, "duty", Set.of("talk", "visit"), null), duty("talk", 1, "duty", Set.of("talk"), null));
        sheet.count(List.of(contact(1, "P1", TODAY, "talk"), contact(2, "P1", TODAY.plusDays(1), "visit")));
        assertThat(sheet.everythingDone()).isTrue();
    }

    @Test
    void contacts_of_another_pair_or_another_month_and_more_than_enough_count_for_nothing() {
        owe(ADVICE);
        sheet.count(List.of(contact(1, "P2", TODAY, "talk"), contact(2, "P1", TODAY.minusMonths(1), "talk")));
        assertThat(sheet.everythingDone()).isFalse();
        sheet.count(List.of(contact(1, "P1", TODAY, "talk"), contact(2, "P1", TODAY.plusDays(1), "talk")));
        assertThat(sheet.rows().get(0).done()).isEqualTo(1);
    }

    @Test
    void counting_again_changes_nothing() {
        owe(TALK, REPORT);
        List<Contact> done = List.of(contact(1, "P1", TODAY, "talk"));
        sheet.count(done);
        sheet.count(done);
        assertThat(sheet.rows()).extracting(Owed::done).containsExactly(1, 1);
    }

    @Test
    void what_is_outstanding_of_a_pair_that_has_ended_is_owed_no_longer_and_what_was_done_stays() {
        owe(TALK, REPORT);
        sheet.count(List.of(contact(1, "P1", TODAY, "report")));
        sheet.release("P1", Set.of(), TODAY);
        assertThat(sheet.rows()).extracting(Owed::kind).containsExactly("work-report");
        sheet.settle(NOW);
        assertThat(sheet.state()).isEqualTo(DutySheet.State.DISCHARGED);
    }

    @Test
    void a_sheet_on_which_nothing_was_ever_done_closes_when_its_only_pair_ends() {
        owe(TALK);
        sheet.release("P1", Set.of(), TODAY);
        sheet.settle(NOW);
        assertThat(sheet.state()).isEqualTo(DutySheet.State.CLOSED);
    }

    @Test
    void a_missed_advice_is_a_hint_and_a_missed_duty_is_to_be_followed_up() {
        owe(ADVICE);
        assertThat(sheet.close(NOW, NOW)).isFalse();
        assertThat(sheet.state()).isEqualTo(DutySheet.State.CLOSED);

        DutySheet other = new DutySheet("CD26-TEST0002", "member", Period.month(TODAY), NOW);
        other.owe(PAIR, TALK, "teaching-branch");
        assertThat(other.close(NOW, NOW)).isTrue();
        assertThat(other.state()).isEqualTo(DutySheet.State.MISSED);
    }

    @Test
    void nothing_follows_what_may_not_follow() {
        owe(TALK);
        assertThatThrownBy(() -> sheet.followUp("busy", "excused", null, "z", NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> sheet.look("excused", "z", NOW)).isInstanceOf(Refusal.class);
        assertThatThrownBy(sheet::showToCollege).isInstanceOf(Refusal.class);
        assertThatThrownBy(sheet::reopen).isInstanceOf(Refusal.class);
        sheet.close(NOW, NOW);
        assertThatThrownBy(() -> sheet.settle(NOW)).isInstanceOf(Refusal.class);
        sheet.followUp("busy", "excused", null, "z", NOW);
        assertThatThrownBy(sheet::showToCollege).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_owed_already_is_not_owed_twice() {
        assertThat(sheet.owe(PAIR, TALK, "teaching-branch")).isTrue();
        assertThat(sheet.owe(PAIR, TALK, "teaching-branch")).isFalse();
        assertThat(sheet.rows()).hasSize(1);
    }

    private void owe(ContactDuty... duties) {
        for (ContactDuty duty : duties) {
            sheet.owe(PAIR, duty, "teaching-branch");
        }
    }

    private Contact contact(long id, String pair, LocalDate on, String way) {
        Contact contact = new Contact(pair(pair), sheet, (int) id, on, way, NOW);
        contact.about(new ArrayList<>(), new ArrayList<>());
        ReflectionTestUtils.setField(contact, "id", id);
        return contact;
    }

    private static ContactDuty duty(String kind, int atLeast, String strength, Set<String> ways, String together) {
        return new ContactDuty(kind, atLeast, "month", strength, ways, together, 0, "clause");
    }

    private static Pair pair(String number) {
        return new Pair(
                number,
                "member-person",
                "teaching-branch",
                "member",
                "colleague",
                "jg1",
                "jg",
                TODAY.minusYears(1),
                null);
    }
}
