package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 补位: for whom and how long somebody stands in. */
class StandInPostTest extends FourUnits {

    private static final LocalDate LAST = TODAY.plusDays(9);

    private Roster roster;

    /** Of the college; the department and the branch have nobody. */
    @BeforeEach
    void nobodyInTheDepartment() {
        hold(post("s", "c", Role.CLERK));
        named("d");
    }

    private void named(String... units) {
        roster = university().roster();
        for (String unit : units) {
            Set<StandInPost> more = new HashSet<>(roster.standIns());
            more.add(new StandInPost(unit, "s", TODAY, LAST, "rector"));
            roster = roster.withStandIns(more);
        }
    }

    private Snapshot on(LocalDate day) {
        return new Snapshot(roster, day);
    }

    private String answersOn(LocalDate day) {
        return on(day).handlersOf("d", Set.of()).unit().code();
    }

    @Test
    void whoever_stands_in_handles_and_signs_for_the_unit_as_its_deputy() {
        Snapshot today = on(TODAY);
        assertThat(ids(today.handlersOf("d", Set.of()))).containsExactly("s");
        assertThat(ids(today.headOf("d", Set.of()))).containsExactly("s");
        for (Signing post : Signing.values()) {
            assertThat(ids(today.signersOf("d", Set.of(), post).orElseThrow())).containsExactly("s");
        }
        assertThat(today.isVacant("d")).isFalse();
        assertThat(today.unitsAnsweredBy("s")).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void of_a_branch_too() {
        named("b");
        assertThat(on(TODAY).handlersOf("b", Set.of()).unit().code()).isEqualTo("b");
        assertThat(ids(on(TODAY).handlersOf("b", Set.of()))).containsExactly("s");
    }

    @Test
    void the_units_own_clerks_go_on_and_whoever_stands_in_signs() {
        hold(post("k", "d", Role.CLERK));
        named("d");
        assertThat(ids(on(TODAY).handlersOf("d", Set.of()))).containsExactly("k");
        assertThat(ids(on(TODAY).signersOf("d", Set.of(), Signing.CHIEF).orElseThrow()))
                .containsExactly("s");
    }

    @Test
    void it_lasts_from_the_first_to_the_last_day_and_the_unit_is_vacant_before_and_after() {
        assertThat(answersOn(TODAY.minusDays(1))).isEqualTo("u");
        assertThat(answersOn(TODAY)).isEqualTo("d");
        assertThat(answersOn(LAST)).isEqualTo("d");
        assertThat(answersOn(LAST.plusDays(1))).isEqualTo("u");
        assertThat(on(LAST.plusDays(1)).isVacant("d")).isTrue();
    }

    @Test
    void it_is_over_for_good_as_soon_as_somebody_heads_the_unit() {
        hold(new Post("h", "d", Role.HEAD, "处长", TODAY.plusDays(2), TODAY.plusDays(4)));
        named("d");
        assertThat(ids(on(TODAY.plusDays(1)).handlersOf("d", Set.of()))).containsExactly("s");
        assertThat(ids(on(TODAY.plusDays(2)).handlersOf("d", Set.of()))).containsExactly("h");
        assertThat(on(TODAY.plusDays(2)).holders("d", "deputy")).isEmpty();
        assertThat(answersOn(TODAY.plusDays(4))).isEqualTo("u");
    }

    @Test
    void whoever_held_the_post_before_does_not_end_it() {
        hold(new Post("h", "d", Role.HEAD, "处长", null, TODAY));
        named("d");
        assertThat(answersOn(TODAY)).isEqualTo("d");
    }

    @Test
    void it_ends_with_whoever_leaves_the_roster_and_with_the_unit() {
        Set<String> nobody = Set.of();
        assertThat(without(Set.of("s"), nobody).isVacant("d")).isTrue();
        assertThat(without(nobody, Set.of("d")).isVacant("d")).isTrue();
        assertThat(without(nobody, nobody).isVacant("d")).isFalse();
    }

    private Snapshot without(Set<String> left, Set<String> abolished) {
        return new Snapshot(
                new Roster(
                        1,
                        1,
                        roster.units(),
                        abolished,
                        roster.people(),
                        left,
                        roster.posts(),
                        roster.absences(),
                        roster.standIns()),
                TODAY);
    }

    @Test
    void whoever_stands_in_is_passed_over_while_on_leave_like_anybody_else() {
        leave("s");
        named("d");
        assertThat(answersOn(TODAY)).isEqualTo("u");
        assertThat(on(TODAY).isVacant("d")).isFalse();
    }

    @Test
    void beginning_and_end_change_hands() {
        Roster before = roster.withStandIns(Set.of());
        assertThat(on(TODAY).since(new Snapshot(before, TODAY)).changedUnits()).containsExactly("d");
        assertThat(on(LAST.plusDays(1)).since(on(LAST)).changedUnits()).containsExactly("d");
        assertThat(on(LAST).since(on(TODAY)).changedUnits()).isEmpty();
    }

    @Test
    void an_import_that_is_undone_leaves_who_stands_in_and_brings_back_whom_it_ended() {
        Roster before = roster;
        assertThat(roster.backTo(before.withStandIns(Set.of()), TODAY).standIns())
                .isEqualTo(before.standIns());
        Roster endedByHand = before.withStandIns(Set.of());
        assertThat(endedByHand.backTo(before, TODAY).standIns()).isEmpty();
        hold(post("h", "d", Role.HEAD));
        Roster headed = university().roster();
        assertThat(headed.backTo(before, TODAY).standIns()).isEqualTo(before.standIns());
    }
}
