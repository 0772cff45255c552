package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.DEPARTMENT_HEAD;
import static org.shangda.Cases.DEPUTY_SECRETARY;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.refusal.Refusal;
import org.shangda.university.Absences.End;
import org.shangda.university.Absences.Entry;
import org.shangda.university.Absences.Shown;

/** 请假: who may enter, end and cancel it, and which days cannot be. */
@ShangdaTest
class AbsencesTest extends OnLeave {

    @Test
    void leave_is_entered_by_oneself_by_whoever_answers_for_ones_unit_and_by_the_organization_department() {
        for (String caller :
                List.of(COLLEAGUE, SECRETARY, DEPUTY_SECRETARY, COLLEGE_CLERK, COLLEGE_HEAD, ORGANIZATION_CLERK)) {
            Shown leave = absences.enter(caller, Entry.of(COLLEAGUE, MONDAY, WEDNESDAY));
            assertThat(absences.board(COLLEAGUE).own()).extracting(Shown::state).containsExactly("away");
            assertThat(leave.enteredBy()).isEqualTo(university.nameOf(caller));
            absences.delete(caller, COLLEAGUE, MONDAY);
        }
        // The clerks of a unit for its head, whatever branch he belongs to.
        assertThat(absences.enter(DEPARTMENT_CLERK, Entry.of(DEPARTMENT_HEAD, MONDAY, MONDAY)))
                .isNotNull();
    }

    @Test
    void nobody_else_enters_ends_cancels_or_sees_it() {
        away(COLLEAGUE);
        for (String caller : List.of(STRANGER, DEPARTMENT_CLERK, Cases.MEMBER, "admin")) {
            refused("not-yours", () -> absences.enter(caller, Entry.of(SECRETARY, MONDAY, MONDAY)));
            refused("not-yours", () -> absences.end(caller, COLLEAGUE, MONDAY, new End(MONDAY)));
            refused("not-yours", () -> absences.delete(caller, COLLEAGUE, MONDAY));
            assertThat(absences.board(caller).others())
                    .extracting(Shown::person)
                    .doesNotContain(COLLEAGUE);
        }
        assertThat(absences.board(OTHER_COLLEGE_CLERK).others())
                .extracting(Shown::person)
                .contains(COLLEAGUE);
        assertThat(university.isAway(COLLEAGUE)).isTrue();
    }

    @Test
    void days_that_cannot_be_are_refused_and_nothing_is_stored() {
        refusedDays("ends-before", WEDNESDAY, MONDAY);
        refusedDays("too-long", MONDAY, MONDAY.plusDays(366));
        refusedDays("too-long", LocalDate.MIN, MONDAY);
        refusedDays("too-long", MONDAY, LocalDate.MAX);
        refusedDays("too-early", MONDAY.plusDays(367), MONDAY.plusDays(368));
        refusedDays("too-early", LocalDate.MAX, LocalDate.MAX);
        refusedDays("past", MONDAY.minusDays(5), MONDAY.minusDays(1));
        assertThatThrownBy(() -> absences.enter(COLLEAGUE, Entry.of(COLLEAGUE, null, MONDAY)))
                .hasMessage("text.missing");
        assertThatThrownBy(() -> absences.enter(COLLEAGUE, Entry.of(COLLEAGUE, MONDAY, null)))
                .hasMessage("text.missing");
        assertThatThrownBy(() -> absences.enter(COLLEAGUE, Entry.of(null, MONDAY, MONDAY)))
                .hasMessage("text.missing");
        assertThatThrownBy(() -> absences.enter(COLLEAGUE, Entry.of("无此人", MONDAY, MONDAY)))
                .hasMessage("university.name-unknown");
        assertThat(tables.read().absences()).isEmpty();
        assertThat(absences.enter(COLLEAGUE, Entry.of(COLLEAGUE, MONDAY, MONDAY.plusDays(365))))
                .isNotNull();
    }

    @Test
    void nobody_is_away_twice_on_one_day() {
        away(COLLEAGUE);
        for (LocalDate first : List.of(MONDAY.minusDays(1), MONDAY, WEDNESDAY)) {
            refusedDays("overlaps", first, WEDNESDAY.plusDays(1));
        }
        absences.enter(COLLEAGUE, Entry.of(COLLEAGUE, WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(1)));
        assertThat(absences.board(COLLEAGUE).own()).hasSize(2);
    }

    @Test
    void a_leave_ends_earlier_on_one_of_its_days_and_the_same_once_more_changes_nothing() {
        away(COLLEAGUE);
        LocalDate tuesday = MONDAY.plusDays(1);
        refused("end-between", () -> end(MONDAY.minusDays(1)));
        refused("end-between", () -> end(WEDNESDAY.plusDays(1)));
        refused("none", () -> absences.end(COLLEAGUE, COLLEAGUE, tuesday, new End(tuesday)));
        assertThatThrownBy(() -> end(null)).hasMessage("text.missing");
        assertThat(end(tuesday).lastDay()).isEqualTo(tuesday);
        assertThat(end(tuesday).lastDay()).isEqualTo(tuesday);
        day(WEDNESDAY.plusDays(1));
        refused("over", () -> end(MONDAY));
        assertThat(absences.board(COLLEAGUE).own()).extracting(Shown::state).containsExactly("over");
        absences.delete(COLLEAGUE, COLLEAGUE, MONDAY);
        absences.delete(COLLEAGUE, COLLEAGUE, MONDAY);
        assertThat(absences.board(COLLEAGUE).own()).isEmpty();
    }

    @Test
    void what_has_been_over_for_a_year_is_forgotten() {
        away(COLLEAGUE);
        TestTime.set(WEDNESDAY.plusYears(1) + "T10:00:00");
        absences.enter(SECRETARY, Entry.of(SECRETARY, MONDAY.plusYears(1), WEDNESDAY.plusYears(1)));
        assertThat(tables.read().absences()).hasSize(2);
        TestTime.set(WEDNESDAY.plusYears(1).plusDays(1) + "T10:00:00");
        absences.delete(SECRETARY, SECRETARY, MONDAY.plusYears(1));
        assertThat(tables.read().absences()).isEmpty();
    }

    private Shown end(LocalDate last) {
        return absences.end(COLLEAGUE, COLLEAGUE, MONDAY, new End(last));
    }

    private void refusedDays(String code, LocalDate first, LocalDate last) {
        refused(code, () -> absences.enter(COLLEAGUE, Entry.of(COLLEAGUE, first, last)));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage("university.absence." + code);
    }
}
