package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who signs for a unit today, and who signs in its place (adr/0055). */
class SigningPostsTest extends FourUnits {

    @Test
    void the_post_that_the_rules_name_signs_whatever_the_staff_numbers_are() {
        hold(
                new Post("a", "c", Role.HEAD, "院长", null, null),
                new Post("s", "c", Role.HEAD, "党委书记", null, null),
                new Post("v", "c", Role.DEPUTY, "党委副书记", null, null));
        assertThat(ids(university().signersOf("c", Set.of(), Signing.SECRETARY).orElseThrow()))
                .containsExactly("s");
        assertThat(ids(university().signersOf("c", Set.of(), Signing.CHIEF).orElseThrow()))
                .containsExactly("a");
        assertThat(ids(university()
                        .signersOf("c", Set.of("s"), Signing.SECRETARY)
                        .orElseThrow()))
                .containsExactly("v");
        assertThat(ids(university()
                        .signersOf("c", Set.of("s", "v"), Signing.SECRETARY)
                        .orElseThrow()))
                .containsExactly("a");
        assertThat(ids(university().signersOf("c", Set.of(), Signing.HEAD).orElseThrow()))
                .containsExactlyInAnyOrder("a", "s");
    }

    @Test
    void where_a_unit_has_neither_head_nor_deputy_its_leader_in_charge_signs_in_its_place() {
        hold(post("k", "d", Role.CLERK));
        inCharge.add("vice");

        Answering signing = university().signersOf("d", Set.of(), Signing.CHIEF).orElseThrow();

        assertThat(signing.unit().code()).isEqualTo("u");
        assertThat(ids(signing)).containsExactly("vice");
    }

    @Test
    void the_universitys_head_does_not_sign_only_because_nobody_else_is_there() {
        hold(post("k", "d", Role.CLERK));
        assertThat(university().signersOf("d", Set.of(), Signing.CHIEF)).isEmpty();
        assertThat(ids(university().signersOf("u", Set.of(), Signing.CHIEF).orElseThrow()))
                .containsExactly("rector");
    }

    @Test
    void a_unit_above_that_is_not_the_university_signs_in_the_place_of_the_unit_below() {
        hold(post("s", "c", Role.HEAD));
        assertThat(ids(university().signersOf("b", Set.of(), Signing.CHIEF).orElseThrow()))
                .containsExactly("s");
    }

    @Test
    void a_signature_waits_for_a_head_on_leave_where_nobody_may_sign_instead() {
        hold(post("h", "d", Role.HEAD));
        leave("h");
        assertThat(ids(university().signersOf("d", Set.of(), Signing.CHIEF).orElseThrow()))
                .containsExactly("h");
        assertThat(university().signersOf("d", Set.of("h"), Signing.CHIEF)).isEmpty();
    }

    @Test
    void the_post_that_signs_passes_to_its_deputy_and_only_then_to_the_other_head() {
        hold(
                new Post("a", "c", Role.HEAD, "院长", null, null),
                new Post("s", "c", Role.HEAD, "党委书记", null, null),
                new Post("v", "c", Role.DEPUTY, "党委副书记", null, null));
        leave("s");
        assertThat(ids(university().signersOf("c", Set.of(), Signing.SECRETARY).orElseThrow()))
                .containsExactly("v");
        leave("v");
        assertThat(ids(university().signersOf("c", Set.of(), Signing.SECRETARY).orElseThrow()))
                .containsExactly("a");
    }
}
