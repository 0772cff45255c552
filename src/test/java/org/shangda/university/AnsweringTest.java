package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Refusal;

/** Who answers for a unit today. */
class AnsweringTest extends FourUnits {

    @Test
    void the_clerks_of_a_unit_handle_what_reaches_it() {
        hold(post("k1", "d", Role.CLERK), post("k2", "d", Role.CLERK), post("h", "d", Role.HEAD));
        Answering answering = handlers("d");
        assertThat(ids(answering)).containsExactly("k1", "k2");
        assertThat(answering.whole()).isTrue();
    }

    @Test
    void without_clerks_the_head_handles() {
        hold(post("h", "d", Role.HEAD), post("v", "d", Role.DEPUTY));
        Answering answering = handlers("d");
        assertThat(ids(answering)).containsExactly("h");
        assertThat(answering.whole()).isFalse();
    }

    @Test
    void without_clerks_and_head_the_deputy_handles() {
        hold(post("v", "d", Role.DEPUTY));
        assertThat(ids(handlers("d"))).containsExactly("v");
    }

    @Test
    void a_unit_whose_every_post_is_vacant_is_answered_for_by_the_unit_above() {
        hold(post("k", "c", Role.CLERK));
        Answering answering = handlers("b");
        assertThat(answering.unit().code()).isEqualTo("c");
        assertThat(ids(answering)).containsExactly("k");
        assertThat(answering.whole()).isTrue();
    }

    @Test
    void the_secretary_handles_for_a_branch_then_the_deputy_secretary_but_never_the_committee() {
        hold(post("s", "b", Role.HEAD), post("v", "b", Role.DEPUTY), post("m", "b", Role.MEMBER));
        assertThat(ids(handlers("b"))).containsExactly("s");
        assertThat(ids(handlers("b", "s"))).containsExactly("v");
        assertThat(ids(handlers("b", "s", "v"))).containsExactly("rector");
    }

    @Test
    void who_stands_aside_is_passed_over_and_the_rest_is_not_the_whole_group() {
        hold(post("k1", "d", Role.CLERK), post("k2", "d", Role.CLERK));
        Answering answering = handlers("d", "k1");
        assertThat(ids(answering)).containsExactly("k2");
        assertThat(answering.whole()).isFalse();
    }

    @Test
    void who_stands_aside_but_works_elsewhere_leaves_the_group_whole() {
        hold(post("k1", "d", Role.CLERK));
        assertThat(handlers("d", "somebody").whole()).isTrue();
    }

    @Test
    void when_everybody_stands_aside_the_universitys_head_answers_all_the_same() {
        assertThat(ids(handlers("b", "rector", "vice"))).containsExactly("rector");
        assertThat(ids(university().headOf("b", Set.of("rector", "vice")))).containsExactly("rector");
    }

    @Test
    void the_head_signs_then_the_deputy_then_the_unit_above_and_never_a_clerk() {
        hold(post("k", "d", Role.CLERK), post("h", "d", Role.HEAD), post("v", "d", Role.DEPUTY));
        assertThat(ids(university().headOf("d", Set.of()))).containsExactly("h");
        assertThat(ids(university().headOf("d", Set.of("h")))).containsExactly("v");
        assertThat(ids(university().headOf("d", Set.of("h", "v")))).containsExactly("rector");
    }

    @Test
    void a_unit_is_vacant_when_nobody_holds_a_post_by_which_it_is_answered_for() {
        hold(post("k", "d", Role.CLERK), post("m", "b", Role.MEMBER), post("x", "b", Role.CLERK));
        assertThat(university().isVacant("d")).isFalse();
        assertThat(university().isVacant("b")).isTrue();
        assertThat(university().isVacant("c")).isTrue();
    }

    @Test
    void a_post_counts_from_its_first_day_to_the_day_before_its_end() {
        hold(new Post("old", "b", Role.HEAD, "书记", TODAY.minusYears(3), TODAY));
        hold(new Post("new", "b", Role.HEAD, "书记", TODAY, null));
        hold(new Post("next", "b", Role.HEAD, "书记", TODAY.plusDays(1), null));
        assertThat(ids(handlers("b"))).containsExactly("new");
        assertThat(university().unitsAnsweredBy("old")).isEmpty();
    }

    @Test
    void a_deputy_without_any_post_stands_in_nowhere_not_even_at_the_top() {
        hold(post("k", "d", Role.CLERK), new Post("gone", "d", Role.CLERK, "科员", null, TODAY));
        away.add(new Absence("rector", TODAY, TODAY, "rector", "gone"));

        assertThat(ids(university().headOf("u", Set.of()))).containsExactly("vice");
        assertThat(ids(handlers("u"))).containsExactly("vice");
    }

    @Test
    void two_titles_for_one_role_are_one_person() {
        hold(new Post("h", "d", Role.HEAD, "处长", null, null), new Post("h", "d", Role.HEAD, "主任", null, null));
        assertThat(ids(university().headOf("d", Set.of()))).containsExactly("h");
    }

    @Test
    void committee_seats_are_not_units_that_a_person_answers_for() {
        hold(post("h", "d", Role.HEAD), post("h", "b", Role.DEPUTY), post("h", "c", Role.MEMBER));
        assertThat(university().unitsAnsweredBy("h")).containsExactlyInAnyOrder("d", "b");
        assertThat(university().unitsAnsweredBy("nobody")).isEmpty();
    }

    @Test
    void a_units_line_leads_up_to_the_university_and_passes_its_college() {
        assertThat(university().lineOf("b")).extracting(Unit::code).containsExactly("b", "c", "u");
        assertThat(university().collegeOf("b")).map(Unit::code).contains("c");
        assertThat(university().collegeOf("d")).isEmpty();
        assertThatThrownBy(() -> university().lineOf("nowhere"))
                .isInstanceOf(Refusal.class)
                .hasMessage("university.unit.unknown");
    }

    @Test
    void a_name_is_found_however_it_is_typed() {
        hold(post("h1", "d", Role.HEAD));
        assertThat(university().named(" h１ ").people()).extracting(Person::id).containsExactly("h1");
        assertThat(university().named("姓 h1").people()).extracting(Person::id).containsExactly("h1");
        assertThat(university().named("单位（d）").units()).extracting(Unit::code).containsExactly("d");
        assertThat(university().named("ｄ").units()).extracting(Unit::code).containsExactly("d");
        assertThat(university().named("h").people()).isEmpty();
        assertThat(university().named(null).units()).isEmpty();
    }

    @Property
    void never_nobody_and_never_who_stands_aside_unless_the_whole_line_does(@ForAll("trees") Tree tree) {
        Snapshot university = tree.university();
        for (Unit unit : university.units()) {
            Answering handlers = university.handlersOf(unit.code(), tree.without());
            Answering head = university.headOf(unit.code(), tree.without());
            for (Answering answering : List.of(handlers, head)) {
                assertThat(answering.people()).isNotEmpty();
                assertThat(university.lineOf(unit.code())).contains(answering.unit());
            }
            Set<String> onTheLine = university.lineOf(unit.code()).stream()
                    .flatMap(above ->
                            tree.posts().stream().filter(post -> post.unit().equals(above.code())))
                    .filter(post -> post.role() == Role.HEAD || post.role() == Role.DEPUTY)
                    .map(Post::person)
                    .collect(Collectors.toSet());
            if (!tree.without().containsAll(onTheLine)) {
                assertThat(ids(handlers)).noneMatch(tree.without()::contains);
                assertThat(ids(head)).noneMatch(tree.without()::contains);
            }
            onTheLine.removeAll(tree.without());
            if (!onTheLine.stream().allMatch(university::isAway)) {
                assertThat(ids(handlers)).noneMatch(university::isAway);
                assertThat(ids(head)).noneMatch(university::isAway);
            }
        }
    }

    record Tree(List<Integer> parents, Set<Post> posts, Set<String> without, Set<Absence> away) {

        Snapshot university() {
            Map<String, Unit> units = new TreeMap<>();
            units.put("n0", new Unit("n0", "n0", "university", null, "east", null, null));
            for (int i = 1; i <= parents.size(); i++) {
                String kind = List.of("college", "branch", "department").get(i % 3);
                units.put("n" + i, new Unit("n" + i, "n" + i, kind, "n" + parents.get(i - 1) % i, "east", null, null));
            }
            return new Snapshot(roster(units, posts, away), TODAY);
        }
    }

    @Provide
    Arbitrary<Tree> trees() {
        Arbitrary<String> person = Arbitraries.integers().between(0, 12).map(i -> "p" + i);
        Arbitrary<Post> post = Combinators.combine(
                        person, Arbitraries.integers().between(0, 8), Arbitraries.of(Role.class))
                .as((who, unit, role) -> post(who, "n" + unit, role));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100).list().ofSize(8),
                        post.set().ofMaxSize(15),
                        person,
                        person.set().ofMaxSize(13),
                        person.map(AnsweringTest::away).set().ofMaxSize(6))
                .as((parents, posts, rector, without, away) -> {
                    Set<Post> all = new HashSet<>(posts);
                    all.add(post(rector, "n0", Role.HEAD));
                    return new Tree(parents, all, without, away);
                });
    }

    // --- leave -------------------------------------------------------------------------------------------------------

    @Test
    void who_is_on_leave_is_passed_over_and_the_other_clerks_are_the_whole_group() {
        hold(post("k1", "d", Role.CLERK), post("k2", "d", Role.CLERK), post("h", "d", Role.HEAD));
        leave("k1");
        assertThat(ids(handlers("d"))).containsExactly("k2");
        assertThat(handlers("d").whole()).isTrue();
        leave("k2");
        assertThat(ids(handlers("d"))).containsExactly("h");
    }

    @Test
    void the_deputy_answers_for_a_head_on_leave_then_the_unit_above() {
        hold(post("s", "b", Role.HEAD), post("v", "b", Role.DEPUTY), post("k", "c", Role.CLERK));
        leave("s");
        assertThat(ids(handlers("b"))).containsExactly("v");
        assertThat(ids(university().headOf("b", Set.of()))).containsExactly("v");
        leave("v");
        assertThat(handlers("b").unit().code()).isEqualTo("c");
        assertThat(ids(handlers("b"))).containsExactly("k");
    }

    @Test
    void when_everybody_on_the_line_is_on_leave_it_stays_with_them_but_never_with_who_stands_aside() {
        hold(post("s", "b", Role.HEAD));
        leave("s", "rector", "vice");
        assertThat(ids(handlers("b"))).containsExactly("s");
        assertThat(ids(handlers("b", "s"))).containsExactly("rector");
    }

    @Test
    void a_leader_on_leave_is_in_charge_of_nothing_meanwhile() {
        inCharge.add("vice");
        assertThat(university().lineLeadersOf("d", Set.of())).isPresent();
        leave("vice");
        assertThat(university().lineLeadersOf("d", Set.of())).isEmpty();
    }

    @Test
    void leave_counts_from_its_first_day_to_its_last_and_gives_nobody_other_rights() {
        hold(post("h", "d", Role.HEAD), post("v", "d", Role.DEPUTY));
        for (int days = 0; days < 4; days++) {
            away.clear();
            away.add(new Absence("h", TODAY.plusDays(days - 2L), TODAY.plusDays(days - 1L), "h"));
            assertThat(university().isAway("h")).isEqualTo(days == 1 || days == 2);
        }
        leave("h");
        assertThat(university().unitsAnsweredBy("h")).contains("d");
        assertThat(university().holders("d", "head")).extracting(Person::id).containsExactly("h");
    }

    /** Whichever post it is: what somebody is to do today is looked through on the first day and after the last. */
    @Test
    void a_unit_has_changed_when_somebody_who_could_be_asked_goes_on_leave_or_comes_back() {
        hold(
                new Post("a", "c", Role.HEAD, "院长", null, null),
                new Post("v", "c", Role.DEPUTY, "党委副书记", null, null),
                new Post("w", "c", Role.DEPUTY, "副院长", null, null));
        Snapshot before = university();
        leave("v");
        assertThat(university().since(before).changedUnits()).containsExactly("c");
        assertThat(before.since(university()).changedUnits()).containsExactly("c");
    }
}
