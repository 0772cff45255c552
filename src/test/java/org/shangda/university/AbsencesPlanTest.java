package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterReport.Outcome;

/** 请假起、请假止 in the people's table. */
class AbsencesPlanTest extends SmallRoster {

    private static final String WITH_LEAVE = """
            工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,请假起,请假止
            top,校领导,b,是,u,校长,,
            zhang,张伟,b,是,b,书记,2026-03-09,2026-03-13
            """;
    private static final Absence LISTED = absence("zhang", 9, 13, null);

    private Roster before;

    @BeforeEach
    void aRosterWithoutLeave() {
        plan(csv(Part.UNITS, UNITS), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.absences()).isEmpty();
        before = after;
    }

    @Test
    void leave_is_taken_from_the_table() {
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE));
        assertAccepted();
        assertThat(after.absences()).containsExactly(LISTED);
        assertThat(outcomes("absence.new")).containsExactly(Outcome.NEW);
    }

    @Test
    void a_table_without_the_columns_leaves_leave_as_it_is() {
        planOn(with(LISTED, absence("top", 2, 3, "top")), csv(Part.PEOPLE, PEOPLE));
        assertThat(after.absences()).containsExactlyInAnyOrder(LISTED, absence("top", 2, 3, "top"));
    }

    @Test
    void a_table_with_the_columns_is_complete_for_what_it_said_before_and_keeps_what_people_have_entered() {
        Absence entered = absence("zhang", 20, 22, "zhang");
        planOn(with(LISTED, entered), csv(Part.PEOPLE, WITH_LEAVE.replace("2026-03-09,2026-03-13", ",")));
        assertAccepted();
        assertThat(after.absences()).containsExactly(entered);
        assertThat(outcomes("absence.ends")).containsExactly(Outcome.ENDS);
    }

    @Test
    void what_people_have_entered_counts_before_the_table_and_the_report_says_so() {
        Absence shorter = absence("zhang", 9, 10, "zhang");
        planOn(with(shorter), csv(Part.PEOPLE, WITH_LEAVE));
        assertAccepted();
        assertThat(after.absences()).containsExactly(shorter);
        assertThat(outcomes("absence.entered")).containsExactly(Outcome.DOUBTFUL);
    }

    @Test
    void somebody_with_two_posts_has_one_leave_in_both_rows_or_two_that_do_not_meet() {
        String second = "zhang,张伟,b,是,c,委员,";
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE + second + "2026-03-09,2026-03-13\n"));
        assertAccepted();
        assertThat(after.absences()).containsExactly(LISTED);
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE + second + "2026-03-16,2026-03-17\n"));
        assertAccepted();
        assertThat(after.absences()).containsExactlyInAnyOrder(LISTED, absence("zhang", 16, 17, null));
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE + second + "2026-03-13,2026-03-17\n"));
        assertRefused(4, "absence.overlaps");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("2026-03-13,2026-03-09", "absence.ends-before"),
                arguments("2026-03-09,2027-03-10", "absence.too-long"),
                arguments("2026-03-09,", "cell.missing"),
                arguments("2026-03-09,至今", "cell.missing"),
                arguments(",2026-03-09", "cell.missing"),
                arguments("下周,2026-03-09", "date.bad"),
                arguments("2026-02-30,2026-03-09", "date.bad"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_leave_is_refused_with_its_row(String days, String code) {
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE.replace("2026-03-09,2026-03-13", days)));
        assertRefused(3, code);
    }

    @Test
    void three_hundred_and_sixty_six_days_are_a_leave() {
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE.replace("2026-03-13", "2027-03-09")));
        assertAccepted();
        assertThat(after.absences()).hasSize(1);
    }

    @Test
    void what_is_undone_is_the_tables_leave_and_not_what_people_have_entered() {
        Absence entered = absence("top", 2, 3, "top");
        planOn(before, csv(Part.PEOPLE, WITH_LEAVE));
        Set<Absence> now = new HashSet<>(after.absences());
        now.add(entered);
        assertThat(after.withAbsences(now).backTo(before, TODAY).absences()).containsExactly(entered);
    }

    private Roster with(Absence... absences) {
        return before.withAbsences(Set.of(absences));
    }

    private Stream<Outcome> outcomes(String code) {
        return rows.stream()
                .filter(row -> row.code().equals("university.roster." + code))
                .map(RosterReport.Row::outcome);
    }

    private static Absence absence(String person, int first, int last, String by) {
        return new Absence(person, LocalDate.of(2026, 3, first), LocalDate.of(2026, 3, last), by);
    }
}
