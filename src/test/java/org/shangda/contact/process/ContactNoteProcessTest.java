package org.shangda.contact.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.shangda.Contacts.COLLEAGUE;
import static org.shangda.Contacts.LEADER;
import static org.shangda.Contacts.LED_BRANCH;
import static org.shangda.Contacts.MEMBER;
import static org.shangda.Contacts.RECORDER;
import static org.shangda.Contacts.row;
import static org.shangda.Contacts.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.Entry;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** 记事不记人: closed fields fill the record by themselves; words about somebody are theirs to confirm. */
@ShangdaTest
class ContactNoteProcessTest {

    private static final String WORDS = "近期承担新课，希望减少一次监考。";

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    ContactView view;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        contacts.forgetEverything();
    }

    @Test
    void Z02_Z21_a_contact_is_recorded_by_date_way_and_topics_from_a_closed_list_and_needs_no_confirmation() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        contacts.register(
                MEMBER,
                contacts.sheet(MEMBER, "2026-03"),
                with(row(pair, "2026-03-02", "visit"), "topics", List.of("thought", "study", "work", "life")));

        assertThat(view.contactsOf(pair, COLLEAGUE))
                .containsExactly(new Entry(
                        LocalDate.of(2026, 3, 2),
                        "走访",
                        List.of("思想上的关怀", "学习上的指导", "工作上的帮带", "生活上的关心"),
                        List.of("听取意见建议"),
                        null,
                        null,
                        null));
        assertThat(contacts.notes(pair)).isEmpty();
    }

    @Test
    void a_note_is_seen_by_the_two_alone_until_the_colleague_confirms_it() {
        String pair = noted();
        String note = contacts.notes(pair).get(0);
        assertThat(noteSeenBy(MEMBER, pair)).isEqualTo(WORDS);
        assertThat(noteSeenBy(COLLEAGUE, pair)).isEqualTo(WORDS);
        for (String above : List.of(Cases.SECRETARY, Cases.COLLEGE_CLERK)) {
            assertThat(noteSeenBy(above, pair)).isNull();
            Cases.assertRefused(
                    () -> cases.show(above, cases.task(note, "UserTask_ConfirmNote")), 404, "未找到该事项，或您无权查看。");
        }

        cases.act(COLLEAGUE, note, "UserTask_ConfirmNote", Map.of("decision", "confirm"));

        assertThat(noteSeenBy(Cases.SECRETARY, pair)).isEqualTo(WORDS);
        assertThat(contacts.note(note, "state")).isEqualTo("CONFIRMED");
    }

    @Test
    void above_the_branch_nobody_sees_more_than_that_a_contact_took_place() {
        String pair = noted();
        assertThat(view.contactsOf(pair, Cases.COLLEGE_CLERK))
                .containsExactly(new Entry(LocalDate.of(2026, 3, 2), "走访", List.of(), List.of(), null, null, null));
        for (String stranger : List.of(Contacts.TEACHER, Cases.STRANGER, Cases.DEPARTMENT_CLERK)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> view.contactsOf(pair, stranger)))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
    }

    @Test
    void T10_the_colleague_corrects_a_note_and_the_corrected_one_stays() {
        String pair = noted();
        String note = contacts.notes(pair).get(0);
        Cases.assertRefused(
                () -> cases.act(COLLEAGUE, note, "UserTask_ConfirmNote", Map.of("decision", "correct")),
                400,
                "请填写“说明”。");

        cases.act(COLLEAGUE, note, "UserTask_ConfirmNote", Map.of("decision", "correct", "words", "希望减少一次监考。"));

        assertThat(noteSeenBy(Cases.SECRETARY, pair)).isEqualTo("希望减少一次监考。");
    }

    @Test
    void what_the_colleague_strikes_is_gone() {
        String pair = noted();
        String note = contacts.notes(pair).get(0);

        cases.act(COLLEAGUE, note, "UserTask_ConfirmNote", Map.of("decision", "strike"));

        assertThat(contacts.note(note, "words")).isNull();
        assertThat(contacts.note(note, "state")).isEqualTo("STRUCK");
        assertThat(noteSeenBy(MEMBER, pair)).isNull();
    }

    @Test
    void the_words_of_an_unconfirmed_note_are_deleted_at_the_end_of_the_semester_and_the_contact_still_counts() {
        String pair = noted();
        String note = contacts.notes(pair).get(0);
        ProcessInstance way = cases.instance(note, "contact-note");

        cases.passTo(note, "2026-07-05T23:00:00");
        assertThat(contacts.note(note, "words")).isEqualTo(WORDS);
        cases.passTo(note, "2026-07-06T00:01:00");

        assertThat(way).isEnded().hasPassed("ServiceTask_DeleteNote", "EndEvent_Deleted");
        assertThat(contacts.note(note, "words")).isNull();
        assertThat(contacts.note(note, "state")).isEqualTo("EXPIRED");
        assertThat(contacts.note(note, "decided_at")).isNotNull();
        assertThat(contacts.contacts(pair, "held_on")).hasSize(1);
    }

    @Test
    void J15_a_note_about_a_linked_branch_is_confirmed_by_its_recorder_and_does_not_expire() {
        String pair = contacts.pair("leader-branch", LEADER, null, LED_BRANCH, LocalDate.of(2025, 9, 1));
        contacts.open();
        contacts.register(
                LEADER,
                contacts.sheet(LEADER, "2025-2026-2"),
                with(with(row(pair, "2026-03-02", "report"), "note", WORDS), "topics", List.of()));
        String note = contacts.notes(pair).get(0);
        ProcessInstance way = cases.instance(note, "contact-note");
        assertThat(contacts.note(note, "expires_at")).isNull();
        cases.passTo(note, "2026-12-01T10:00:00");
        assertThat(contacts.note(note, "state")).isEqualTo("PROPOSED");
        assertThat(cases.show(RECORDER, cases.task(note, "UserTask_ConfirmBranchNote")))
                .containsEntry("noteWords", WORDS);

        cases.act(RECORDER, note, "UserTask_ConfirmBranchNote", Map.of("decision", "confirm"));

        assertThat(way).isEnded().hasPassed("EndEvent_Decided");
        assertThat(contacts.note(note, "decided_by")).isEqualTo(RECORDER);
    }

    private String noted() {
        String pair = contacts.pair(MEMBER, COLLEAGUE);
        contacts.open();
        contacts.register(
                MEMBER, contacts.sheet(MEMBER, "2026-03"), with(row(pair, "2026-03-02", "visit"), "note", WORDS));
        return pair;
    }

    private String noteSeenBy(String person, String pair) {
        return view.contactsOf(pair, person).get(0).note();
    }
}
