package org.shangda.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.Term;
import org.shangda.university.Absences;
import org.springframework.beans.factory.annotation.Autowired;

/** 停滞事项: whose people have left, are on leave or are too few, and what the tables name that is not there. */
@ShangdaTest
class StalledPeopleProcessTest extends StalledCases {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** Of a college that is in no leader's charge. */
    private static final String OF_THE_OTHER_COLLEGE = "gaoqiang";

    private static final List<String> HEADS_OF_THE_OTHER_COLLEGE = List.of("zhengguohua", "liangbo", "hanxue");

    @Autowired
    AcademicTerms terms;

    @Autowired
    Absences absences;

    @AfterEach
    void everybodyIsBack() {
        pairings.roster(lines -> lines);
    }

    // --- who has left ------------------------------------------------------------------------------------------------

    @Test
    void a_concern_whose_colleague_has_left_is_listed() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        assertThat(causes(number)).isEmpty();

        pairings.without(COLLEAGUE);

        assertThat(causes(number)).containsExactly("colleague-left");
        assertThat(found(number, "colleague-left", "amount")).isEqualTo("0");
        assertSiblingIsNotListed();
    }

    @Test
    void a_concern_that_rests_with_somebody_who_has_left_is_listed_until_somebody_has_taken_over() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "explain", Map.of("on", "2026-03-09"));

        pairings.without(SECRETARY);

        assertThat(causes(number)).containsExactly("colleague-left");
        assertThat(found(number, "colleague-left", "amount")).isEqualTo("1");
        cases.passTo(number, "2026-03-09T09:00:00");
        assertThat(causes(number)).doesNotContain("colleague-left");
    }

    // --- who is there, and not there ---------------------------------------------------------------------------------

    @Test
    void a_signature_whose_heads_are_all_on_leave_is_listed() {
        try {
            HEADS_OF_THE_OTHER_COLLEGE.forEach(
                    head -> absences.enter(head, Absences.Entry.of(head, MONDAY, MONDAY.plusDays(2))));
            String number = unsigned();

            assertThat(causes(number)).containsExactly("on-leave");
            assertSiblingIsNotListed();
        } finally {
            HEADS_OF_THE_OTHER_COLLEGE.forEach(head -> absences.delete(ORGANIZATION_CLERK, head, MONDAY));
        }
    }

    @Test
    void a_signature_that_nobody_may_give_is_listed_until_somebody_may() {
        pairings.roster(
                lines -> lines.replaceAll("(?m)^(" + String.join("|", HEADS_OF_THE_OTHER_COLLEGE) + "),.*\\R", ""));
        String number = unsigned();
        assertThat(causes(number)).containsExactly("signature-vacant");
        assertThat(found(number, "signature-vacant", "supervisor")).isEqualTo("zzb");

        pairings.roster(lines -> lines);

        assertThat(causes(number)).isEmpty();
    }

    @Test
    void an_opinion_that_is_asked_of_a_unit_without_anybody_is_listed_with_that_unit() {
        String number = received("department");
        cases.exit(DEPARTMENT_CLERK, number, "assist", Map.of("units", List.of("rsc")));

        nobodyIn("rsc");

        assertThat(causes(number)).containsExactly("opinion-vacant");
        assertThat(found(number, "opinion-vacant", "detail")).isEqualTo("rsc");
        assertSiblingIsNotListed();
    }

    @Test
    void leaders_to_whom_too_much_has_come_by_vacancy_are_listed_and_what_few_have_is_not() {
        IntStream.range(0, 4).forEach(one -> cases.at("department", "problem"));
        nobodyIn("hqc");
        monitoring.look();
        assertThat(all("leader-overflow")).isEmpty();

        cases.at("department", "problem");
        monitoring.look();

        // The secretary and the president, who are asked alike.
        assertThat(all("leader-overflow")).hasSize(2);
        assertThat(database.queryForList("select amount from stalled where cause = 'leader-overflow'", Integer.class))
                .containsOnly(5);
    }

    // --- tables and terms --------------------------------------------------------------------------------------------

    @Test
    void a_unit_that_a_table_names_and_the_roster_has_abolished_is_listed() {
        nobodyIn("cwc");
        monitoring.look();
        assertThat(all("table-unit-unknown")).isEmpty();
        try {
            pairings.units(file -> file.replaceAll("(?m)^cwc,.*\\R", ""));
            monitoring.look();

            assertThat(all("table-unit-unknown")).containsExactly("cwc");
        } finally {
            pairings.units(file -> file);
        }
    }

    /** The door lets no table in that would do it. */
    @Test
    void a_visit_that_a_unit_supervises_which_never_was_is_listed() {
        String number = cases.at("college", "problem");
        assertThat(causes(number)).isEmpty();

        database.update("update handling set supervisor = 'xxb' where number = ? and ended_at is null", number);

        assertThat(causes(number)).containsExactly("nobody-above");
        assertThat(found(number, "nobody-above", "detail")).isEqualTo("xxb");
        assertSiblingIsNotListed();
    }

    @Test
    void the_end_of_the_terms_is_told_ahead() {
        List<Term> known = terms.all();
        LocalDate last = known.get(known.size() - 1).to();
        TestTime.set(last.minusDays(50) + "T10:00:00");
        monitoring.look();
        assertThat(all("terms-end")).isEmpty();

        TestTime.set(last.minusDays(40) + "T10:00:00");
        monitoring.look();

        assertThat(all("terms-end")).containsExactly(last.toString());
    }

    // --- words of the tests ------------------------------------------------------------------------------------------

    /** Passed up by the college, and not signed. */
    private String unsigned() {
        String number = cases.raise(OF_THE_OTHER_COLLEGE, Cases.concern());
        cases.exit(handler(number), number, "pass-up");
        cases.exit(handler(number), number, "pass-up");
        assertThat(cases.openTasks(number)).contains("UserTask_Sign");
        return number;
    }

    private String handler(String number) {
        Task task = cases.task(number, "UserTask_Handle");
        return task.getAssignee() != null ? task.getAssignee() : "tangjing";
    }

    private void nobodyIn(String unit) {
        pairings.roster(lines -> lines.replaceAll("(?m)^[^,]*,[^,]*,[^,]*,[^,]*," + unit + ",.*\\R", ""));
    }
}
