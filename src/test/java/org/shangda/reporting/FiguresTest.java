package org.shangda.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.shangda.paper.SmallCells;
import org.shangda.reporting.Figures.Figure;

class FiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    static final List<String> RATINGS =
            List.of("satisfied", "basically-satisfied", "dissatisfied", "unrated", "waiting");

    // --- counting ----------------------------------------------------------------------------------------------------

    /** Counted by hand: 20 owed, 12 held; 30 concerns, 18 answered, 12 of them 满意 and 6 基本满意. */
    @Test
    void every_figure_is_counted_from_what_was_recorded() {
        List<Recorded> rows = new ArrayList<>();
        rows.addAll(contacts("jsj1", 12, 8));
        rows.addAll(concerns("housing", 12, "answered", "satisfied"));
        rows.addAll(concerns("research", 6, "answered", "basically-satisfied"));
        rows.addAll(concerns("research", 7, "passed-up", null));
        rows.addAll(concerns("teaching", 5, "continuing", null));
        assertThat(shown(Figures.of(rows, Tier.BRANCH)))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("contacts.due", 20),
                        Map.entry("contacts.done", 12),
                        Map.entry("contacts.rate", 60),
                        Map.entry("concerns.received", 30),
                        Map.entry("concerns.answered", 18),
                        Map.entry("concerns.continuing", 5),
                        Map.entry("concerns.passed-up", 7),
                        Map.entry("concerns.other", 0),
                        Map.entry("ratings.satisfied", 12),
                        Map.entry("ratings.basically-satisfied", 6),
                        Map.entry("ratings.dissatisfied", 0),
                        Map.entry("ratings.unrated", 0),
                        Map.entry("ratings.waiting", 0),
                        Map.entry("suggestions.answered", 0),
                        Map.entry("settled.adopted", 0),
                        Map.entry("settled.partly-adopted", 0),
                        Map.entry("settled.kept-for-study", 0),
                        Map.entry("settled.not-adopted", 0),
                        Map.entry("call-backs.drawn", 0),
                        Map.entry("call-backs.reached", 0),
                        Map.entry("call-backs.unreached", 0),
                        Map.entry("call-backs.waiting", 0),
                        Map.entry("call-back-ratings.satisfied", 0),
                        Map.entry("call-back-ratings.basically-satisfied", 0),
                        Map.entry("call-back-ratings.dissatisfied", 0),
                        Map.entry("categories.research", 13),
                        Map.entry("categories.housing", 12),
                        Map.entry("categories.teaching", 5)));
    }

    /** Counted by hand: of 40 answers 24 to suggestions, 9 adopted and 6 partly, so that 15 of 24 were taken up. */
    @Test
    void what_became_of_suggestions_is_counted_of_those_that_were_answered() {
        List<Recorded> rows = new ArrayList<>(concerns("housing", 16, "answered", "satisfied"));
        rows.addAll(suggestions(9, "adopted"));
        rows.addAll(suggestions(6, "partly-adopted"));
        rows.addAll(suggestions(9, "unsaid"));
        Figures figures = Figures.of(rows, Tier.BRANCH);
        assertThat(shown(figures))
                .containsEntry("suggestions.answered", 24)
                .containsEntry("settled.adopted", 9)
                .containsEntry("settled.partly-adopted", 6)
                .containsEntry("settled.not-adopted", 0)
                .containsEntry("settled.unsaid", 9);
        assertThat(figures.figure("suggestions.rate").orElseThrow())
                .isEqualTo(new Figure("suggestions.rate", 15, 24, false, false));
        assertThat(figures.behind("suggestions.answered")).hasSize(24);
        assertThat(figures.behind("suggestions.rate")).isEmpty();
    }

    @Test
    void a_share_is_hidden_with_whatever_it_is_made_of() {
        List<Recorded> rows = new ArrayList<>(suggestions(20, "adopted"));
        rows.addAll(suggestions(3, "partly-adopted"));
        rows.addAll(suggestions(8, "not-adopted"));
        Figures figures = Figures.of(rows, Tier.BRANCH);
        assertThat(shown(figures))
                .containsEntry("settled.adopted", 20)
                .doesNotContainKeys("settled.partly-adopted", "settled.not-adopted");
        assertThat(figures.figure("suggestions.rate").orElseThrow().hidden()).isTrue();
    }

    /** Drawn 30: 20 reached, of whom 12 satisfied and 5 basically; 5 not reached; 5 still to be called. */
    @Test
    void call_backs_are_counted_by_how_they_ended_and_open_no_rows() {
        Figures figures = Figures.of(calls("jsj1", 12, 5, 3, 5, 5), Tier.BRANCH);
        assertThat(shown(figures))
                .containsEntry("call-backs.drawn", 30)
                .containsEntry("call-backs.reached", 20)
                .containsEntry("call-backs.unreached", 5)
                .containsEntry("call-back-ratings.satisfied", 12)
                .doesNotContainKeys("call-back-ratings.dissatisfied", "call-back-ratings.basically-satisfied");
        assertThat(figures.figure("call-backs.rate").orElseThrow())
                .isEqualTo(new Figure("call-backs.rate", 20, 30, false, false));
        assertThat(figures.figure("call-back-ratings.rate").orElseThrow().hidden())
                .isTrue();
        figures.all()
                .forEach(figure -> assertThat(figures.behind(figure.code()))
                        .as(figure.code())
                        .isEmpty());
        assertThat(Figures.of(calls("jsj1", 12, 5, 3, 5, 5), Tier.MEMBER).figure("call-backs.drawn"))
                .isEmpty();
    }

    @Test
    void what_was_handed_up_before_outcomes_were_kept_says_nothing_of_them_nor_of_call_backs() {
        List<Recorded> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(Recorded.concern("C" + i, DAY, "jsj1", "answered", "satisfied", null, "housing"));
        }
        assertThat(Figures.of(rows, Tier.BRANCH, false).all())
                .extracting(Figure::code)
                .contains("ratings.satisfied")
                .noneMatch(code ->
                        code.startsWith("suggestions.") || code.startsWith("settled.") || code.startsWith("call-back"));
    }

    @Test
    void a_rate_of_a_hundred_is_said_only_when_nothing_was_missed() {
        assertThat(shown(Figures.of(contacts("jsj1", 995, 5), Tier.BRANCH))).containsEntry("contacts.rate", 99);
        assertThat(shown(Figures.of(contacts("jsj1", 1_000, 0), Tier.BRANCH))).containsEntry("contacts.rate", 100);
    }

    @Test
    void the_categories_raised_most_come_first_and_rare_ones_are_not_named() {
        List<Recorded> rows = new ArrayList<>();
        rows.addAll(concerns("housing", 6, "other", null));
        rows.addAll(concerns("research", 9, "other", null));
        rows.addAll(concerns("salary", 3, "other", null));
        rows.addAll(concerns("teaching", 2, "other", null));
        Figures figures = Figures.of(rows, Tier.BRANCH);
        assertThat(figures.all().stream().map(Figure::code).filter(code -> code.startsWith("categories.")))
                .containsExactly("categories.research", "categories.housing", "categories.rest");
        assertThat(figures.figure("categories.rest").orElseThrow().count()).isEqualTo(5);
        assertThat(figures.behind("categories.rest"))
                .extracting(Recorded::category)
                .containsOnly("salary", "teaching");
    }

    @Test
    void a_figure_opens_exactly_the_rows_it_counts_and_a_hidden_one_none() {
        List<Recorded> rows = new ArrayList<>();
        rows.addAll(concerns("housing", 8, "answered", "satisfied"));
        rows.addAll(concerns("housing", 5, "answered", "unrated"));
        rows.addAll(concerns("housing", 2, "answered", "dissatisfied"));
        rows.addAll(contacts("jsj1", 6, 5));
        Figures figures = Figures.of(rows, Tier.BRANCH);
        assertThat(figures.behind("ratings.dissatisfied")).isEmpty();
        assertThat(figures.figure("ratings.unrated").orElseThrow().hidden()).isTrue();
        for (Figure figure : figures.all()) {
            if (!figure.code().endsWith(".rate") && !figure.hidden()) {
                assertThat(figures.behind(figure.code()).stream()
                                .mapToInt(Recorded::times)
                                .sum())
                        .as(figure.code())
                        .isEqualTo(figure.count());
            }
        }
        assertThat(figures.behind("no-such-figure")).isEmpty();
    }

    // --- hiding ------------------------------------------------------------------------------------------------------

    @Test
    void a_member_and_a_branch_see_each_contact_and_so_their_numbers() {
        for (Tier tier : List.of(Tier.MEMBER, Tier.BRANCH)) {
            assertThat(shown(Figures.of(contacts("jsj1", 3, 1), tier)))
                    .containsEntry("contacts.due", 4)
                    .containsEntry("contacts.done", 3)
                    .containsEntry("contacts.rate", 75);
        }
    }

    @Test
    void a_colleges_missed_contacts_under_five_do_not_follow_from_the_rate() {
        Figures figures = Figures.of(contacts("jsj1", 98, 2), Tier.COLLEGE);
        assertThat(shown(figures)).containsEntry("contacts.due", 100).doesNotContainKey("contacts.done");
        Figure rate = figures.figure("contacts.rate").orElseThrow();
        assertThat(rate.count()).isEqualTo(96);
        assertThat(rate.atLeast()).isTrue();
        for (int missed = 1; missed < 5; missed++) {
            assertThat(Figures.of(contacts("jsj1", 100 - missed, missed), Tier.COLLEGE)
                            .all())
                    .isEqualTo(figures.all());
        }
    }

    @Test
    void what_one_college_hides_does_not_follow_from_the_universitys_total() {
        List<Recorded> rows = new ArrayList<>(contacts("jsj", 98, 2));
        rows.addAll(contacts("jx", 90, 10));
        Figures figures = Figures.of(rows, Tier.ORGANIZATION_DEPARTMENT);
        assertThat(shown(figures)).containsEntry("contacts.due", 200).doesNotContainKey("contacts.done");
        assertThat(figures.figure("contacts.rate").orElseThrow().count()).isEqualTo(93);

        rows.addAll(contacts("jg", 97, 3));
        assertThat(shown(Figures.of(rows, Tier.ORGANIZATION_DEPARTMENT)))
                .as("two hide five together")
                .containsEntry("contacts.done", 285);
    }

    /** Any number of parts: the hidden ones add up to something, and no small one is the only possible solution. */
    @Property
    void whatever_the_parts_no_hidden_one_can_be_reckoned_from_the_total(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 12) Integer> counts) {
        Map<String, Integer> parts = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            parts.put("part" + i, counts.get(i));
        }
        SmallCells.hidden(parts, java.util.Set.of()).ifPresent(hidden -> {
            parts.forEach((part, count) -> {
                if (SmallCells.isSmall(count)) {
                    assertThat(hidden).contains(part);
                }
            });
            int sum = hidden.stream().mapToInt(parts::get).sum();
            // Every hidden part lies between 1 and what the others leave of the sum at one each.
            int most = sum - (hidden.size() - 1);
            assertThat(hidden.isEmpty() || hidden.size() > 1 && most > 1 && sum >= 5)
                    .as("%s hides %s", parts, hidden)
                    .isTrue();
        });
    }

    // --- recorded ----------------------------------------------------------------------------------------------------

    private static List<Recorded> contacts(String unit, int done, int missed) {
        return List.of(
                Recorded.contact("P1", DAY, unit, Recorded.DONE, done),
                Recorded.contact("P2", DAY, unit, Recorded.MISSED, missed));
    }

    static List<Recorded> concerns(String category, int count, String outcome, String rating) {
        List<Recorded> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String settled = outcome.equals("answered") ? "no-suggestion" : null;
            rows.add(Recorded.concern("C" + i, DAY, "jsj1", outcome, rating, settled, category));
        }
        return rows;
    }

    static List<Recorded> suggestions(int count, String settled) {
        List<Recorded> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Recorded.concern("S" + i, DAY, "jsj1", "answered", "satisfied", settled, "housing"));
        }
        return rows;
    }

    /** @param ends how many satisfied, basically satisfied, dissatisfied, not reached, and still to be called */
    static List<Recorded> calls(String unit, int... ends) {
        List<Recorded> rows = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            String cell = i < 3 ? "reached" : i == 3 ? "unreached" : "waiting";
            for (int n = 0; n < ends[i]; n++) {
                rows.add(Recorded.callBack("C" + n, DAY, unit, cell, i < 3 ? RATINGS.get(i) : null));
            }
        }
        return rows;
    }

    private static Map<String, Integer> shown(Figures figures) {
        return figures.all().stream()
                .filter(figure -> figure.count() != null)
                .collect(Collectors.toMap(Figure::code, Figure::count));
    }
}
