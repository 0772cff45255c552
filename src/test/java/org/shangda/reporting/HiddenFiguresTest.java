package org.shangda.reporting;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.reporting.FiguresTest.RATINGS;
import static org.shangda.reporting.FiguresTest.calls;
import static org.shangda.reporting.FiguresTest.concerns;
import static org.shangda.reporting.FiguresTest.suggestions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.paper.SmallCells;
import org.shangda.reporting.Figures.Figure;

/** What somebody can reckon who reads every table that they may. */
class HiddenFiguresTest {

    private static final List<String> OUTCOMES = List.of("answered", "continuing", "passed-up", "other");
    private static final List<String> SETTLED =
            List.of("adopted", "partly-adopted", "kept-for-study", "not-adopted", "no-suggestion");

    /**
     * An attacker who knows how figures are hidden, and has all time: two worlds with one table cannot be told apart, and
     * so every hidden small figure has another value in some world with the same table.
     */
    @Test
    void no_figure_under_five_follows_from_a_table_of_up_to_eleven_concerns() {
        Map<List<Figure>, List<Map<String, Integer>>> worlds = new HashMap<>();
        for (int total = 0; total <= 11; total++) {
            for (int[] outcomes : splits(total, OUTCOMES.size())) {
                for (int[] ratings : splits(outcomes[0], RATINGS.size())) {
                    List<Recorded> rows = new ArrayList<>();
                    Map<String, Integer> world = new HashMap<>();
                    for (int i = 0; i < RATINGS.size(); i++) {
                        rows.addAll(concerns("housing", ratings[i], "answered", RATINGS.get(i)));
                        world.put("ratings." + RATINGS.get(i), ratings[i]);
                    }
                    for (int i = 0; i < OUTCOMES.size(); i++) {
                        if (i > 0) {
                            rows.addAll(concerns("housing", outcomes[i], OUTCOMES.get(i), null));
                        }
                        world.put("concerns." + OUTCOMES.get(i), outcomes[i]);
                    }
                    world.put("concerns.received", total);
                    worlds.computeIfAbsent(Figures.of(rows, Tier.COLLEGE).all(), table -> new ArrayList<>())
                            .add(world);
                }
            }
        }
        assertNothingSmallFollows(worlds);
    }

    @Test
    void no_figure_under_five_follows_from_what_became_of_up_to_eleven_answers() {
        Map<List<Figure>, List<Map<String, Integer>>> worlds = new HashMap<>();
        for (int total = 0; total <= 11; total++) {
            for (int[] settled : splits(total, SETTLED.size())) {
                List<Recorded> rows = new ArrayList<>();
                Map<String, Integer> world = new HashMap<>();
                for (int i = 0; i < SETTLED.size(); i++) {
                    rows.addAll(suggestions(settled[i], SETTLED.get(i)));
                    world.put("settled." + SETTLED.get(i), settled[i]);
                }
                world.put("suggestions.answered", total - settled[4]);
                world.put("suggestions.taken-up", settled[0] + settled[1]);
                worlds.computeIfAbsent(Figures.of(rows, Tier.COLLEGE).all(), table -> new ArrayList<>())
                        .add(world);
            }
        }
        assertNothingSmallFollows(worlds);
    }

    @Test
    void no_figure_under_five_follows_from_up_to_eleven_call_backs() {
        Map<List<Figure>, List<Map<String, Integer>>> worlds = new HashMap<>();
        for (int total = 0; total <= 11; total++) {
            for (int[] ends : splits(total, 5)) {
                worlds.computeIfAbsent(
                                Figures.of(calls("jsj1", ends), Tier.BRANCH).all(), table -> new ArrayList<>())
                        .add(world("", ends));
            }
        }
        assertNothingSmallFollows(worlds);
    }

    /** Who reads the university's table reads those of the colleges: here two, each with up to six calls. */
    @Test
    void no_call_back_under_five_of_a_college_follows_from_the_universitys_table() {
        Map<List<List<Figure>>, List<Map<String, Integer>>> worlds = new HashMap<>();
        List<int[]> all = new ArrayList<>();
        for (int total = 0; total <= 6; total++) {
            for (int[] ends : splits(total, 3)) {
                all.add(new int[] {ends[0], 0, ends[1], 0, ends[2]});
            }
        }
        for (int[] one : all) {
            for (int[] other : all) {
                List<Recorded> university = new ArrayList<>(calls("jsj", one));
                university.addAll(calls("jx", other));
                Map<String, Integer> world = world("one.", one);
                world.putAll(world("other.", other));
                worlds.computeIfAbsent(
                                List.of(
                                        CallBackFigures.of(calls("jsj", one)),
                                        CallBackFigures.of(calls("jx", other)),
                                        CallBackFigures.of(university)),
                                tables -> new ArrayList<>())
                        .add(world);
            }
        }
        assertNothingSmallFollows(worlds);
    }

    private static void assertNothingSmallFollows(Map<?, List<Map<String, Integer>>> worlds) {
        assertThat(worlds).hasSizeGreaterThan(100);
        worlds.forEach((table, same) -> same.get(0).keySet().forEach(code -> {
            var values = same.stream().map(world -> world.get(code)).collect(toSet());
            assertThat(values.size() > 1
                            || !SmallCells.isSmall(values.iterator().next()))
                    .as("%s in %s is %s", code, table, values)
                    .isTrue();
        }));
    }

    private static Map<String, Integer> world(String of, int[] ends) {
        Map<String, Integer> world = new HashMap<>();
        List<String> codes = List.of("satisfied", "basically-satisfied", "dissatisfied", "unreached", "waiting");
        for (int i = 0; i < codes.size(); i++) {
            world.put(of + codes.get(i), ends[i]);
        }
        world.put(of + "reached", ends[0] + ends[1] + ends[2]);
        world.put(of + "drawn", Arrays.stream(ends).sum());
        return world;
    }

    /** All ways to split a number into parts, in order. */
    private static List<int[]> splits(int number, int parts) {
        if (parts == 1) {
            return List.of(new int[] {number});
        }
        List<int[]> all = new ArrayList<>();
        for (int first = 0; first <= number; first++) {
            for (int[] rest : splits(number - first, parts - 1)) {
                int[] split = new int[parts];
                split[0] = first;
                System.arraycopy(rest, 0, split, 1, parts - 1);
                all.add(split);
            }
        }
        return all;
    }
}
