package org.shangda.reporting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shangda.paper.SmallCells;
import org.shangda.reporting.Recorded.Family;

/**
 * The table of a summary: 应联系, 已联系, 完成率; 反映事项 收到, 答复办结, 持续推进, 上报; 满意, 基本满意, 不满意, 未评价; what became of
 * suggestions (采纳 and so on); 回访; the categories raised most. Every figure is counted from rows and opens them, but for
 * {@link CallBackFigures}. What is hidden ({@link SmallCells}) opens nothing.
 */
final class Figures {

    static final String DUE = "contacts.due";
    static final String DONE = "contacts.done";
    static final String RATE = "contacts.rate";
    static final String RECEIVED = "concerns.received";
    static final String SUGGESTED = "suggestions.answered";
    static final String SETTLED = "settled.";
    static final String CATEGORY = "categories.";
    static final String REST = "categories.rest";

    private static final List<String> OUTCOMES =
            List.of(Recorded.ANSWERED, Recorded.CONTINUING, Recorded.PASSED_UP, Recorded.OTHER);
    private static final List<String> TAKEN_UP = List.of("adopted", "partly-adopted");
    private static final List<String> SETTLEMENTS =
            List.of("adopted", "partly-adopted", "kept-for-study", "not-adopted");
    private static final List<String> RATINGS =
            List.of("satisfied", "basically-satisfied", "dissatisfied", "unrated", Recorded.WAITING);

    /**
     * One figure.
     *
     * @param code its label is in the message files under {@code figure.<code>}, or under {@code rating.} and {@code
     *     category.}
     * @param count null when it is hidden, or not a count; of a rate, per cent, or so many of {@code all}
     * @param all of a share, what it is a share of; otherwise null
     * @param atLeast of the rate: it is so much or more, because the exact one would tell a hidden figure
     */
    record Figure(String code, Integer count, Integer all, boolean hidden, boolean atLeast) {

        static Figure of(String code, int count, boolean hidden) {
            return new Figure(code, hidden ? null : count, null, hidden, false);
        }

        /** So many of so many. @param hidden where one of the two is, or a part that the first is the sum of */
        static Figure share(String code, int some, int all, boolean hidden) {
            return hidden || all == 0
                    ? new Figure(code, null, null, hidden, false)
                    : new Figure(code, some, all, false, false);
        }

        static Figure rate(Integer percent, boolean hidden, boolean atLeast) {
            return new Figure(RATE, percent, null, hidden, atLeast);
        }

        boolean isRate() {
            return all != null || code.equals(RATE);
        }
    }

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Recorded> rows;

    private Figures(List<Recorded> rows) {
        this.rows = rows;
    }

    static Figures of(List<Recorded> rows, Tier tier) {
        return of(rows, tier, true);
    }

    /** @param withOutcomes whether outcomes and call-backs were recorded then; where not, nothing is said of them */
    static Figures of(List<Recorded> rows, Tier tier, boolean withOutcomes) {
        Figures figures = new Figures(List.copyOf(rows));
        figures.contacts(tier);
        figures.concerns(tier, withOutcomes);
        return figures;
    }

    List<Figure> all() {
        return List.copyOf(figures.values());
    }

    Optional<Figure> figure(String code) {
        return Optional.ofNullable(figures.get(code));
    }

    /** The rows behind a figure; none behind a hidden one. */
    List<Recorded> behind(String code) {
        Figure figure = figures.get(code);
        if (figure == null || figure.hidden()) {
            return List.of();
        }
        return rows.stream()
                .filter(belongsTo(code))
                .sorted(Comparator.comparing(Recorded::day).thenComparing(Recorded::reference))
                .toList();
    }

    private Predicate<Recorded> belongsTo(String code) {
        String last = code.substring(code.indexOf('.') + 1);
        return switch (code) {
            case DUE, RATE -> row -> row.family() == Family.CONTACT;
            case RECEIVED -> row -> row.family() == Family.CONCERN;
            case SUGGESTED -> Figures::isSuggestion;
            case REST -> row -> row.category() != null && !figures.containsKey(CATEGORY + row.category());
            default ->
                row -> code.startsWith("contacts.") && row.family() == Family.CONTACT && last.equals(row.cell())
                        || code.startsWith("concerns.") && row.family() == Family.CONCERN && last.equals(row.cell())
                        || code.startsWith("ratings.") && row.family() == Family.CONCERN && last.equals(row.rating())
                        || code.startsWith(SETTLED) && last.equals(row.settled())
                        || code.startsWith(CATEGORY) && last.equals(row.category());
        };
    }

    // --- contacts ----------------------------------------------------------------------------------------------------

    private void contacts(Tier tier) {
        List<Recorded> contacts =
                rows.stream().filter(row -> row.family() == Family.CONTACT).toList();
        Map<String, Integer> cells = count(contacts, Recorded::cell, List.of(Recorded.DONE, Recorded.MISSED));
        int due = cells.get(Recorded.DONE) + cells.get(Recorded.MISSED);
        boolean dueHidden = false;
        Set<String> hidden = Set.of();
        int missedAtMost = cells.get(Recorded.MISSED);
        if (!tier.showsEveryContact()) {
            Set<String> told = new TreeSet<>();
            if (tier == Tier.ORGANIZATION_DEPARTMENT) {
                Colleges colleges = Colleges.of(contacts);
                dueHidden = colleges.wouldTellOne("due");
                told.addAll(colleges.toldParts());
                missedAtMost = colleges.missedAtMost();
            }
            Optional<Set<String>> parts = SmallCells.hidden(cells, told);
            dueHidden |= SmallCells.isSmall(due) || parts.isEmpty();
            hidden = dueHidden ? Set.of(Recorded.DONE, Recorded.MISSED) : parts.get();
            if (SmallCells.isSmall(cells.get(Recorded.MISSED))) {
                missedAtMost = SmallCells.SMALLEST_SHOWN - 1;
            }
        }
        put(Figure.of(DUE, due, dueHidden));
        put(Figure.of(DONE, cells.get(Recorded.DONE), hidden.contains(Recorded.DONE)));
        put(rate(cells.get(Recorded.DONE), due, dueHidden, hidden.contains(Recorded.DONE), missedAtMost));
    }

    /** Per cent, rounded down, so that 100 is said only when nothing was missed. */
    private static Figure rate(int done, int due, boolean dueHidden, boolean doneHidden, int missedAtMost) {
        if (due == 0 || dueHidden) {
            return Figure.rate(null, dueHidden, false);
        }
        if (!doneHidden) {
            return Figure.rate(100 * done / due, false, false);
        }
        return done < SmallCells.SMALLEST_SHOWN
                ? Figure.rate(null, true, false)
                : Figure.rate(100 * Math.max(0, due - missedAtMost) / due, false, true);
    }

    /**
     * The contacts of every college, whose tables the reader has: what is hidden in them must not follow from the
     * university's total.
     */
    private record Colleges(List<Map<String, Integer>> cells) {

        static Colleges of(List<Recorded> contacts) {
            List<Map<String, Integer>> colleges = new ArrayList<>();
            contacts.stream().collect(groupingBy(Recorded::unit)).values().forEach(college -> {
                Map<String, Integer> cells = count(college, Recorded::cell, List.of(Recorded.DONE, Recorded.MISSED));
                cells.put("due", cells.get(Recorded.DONE) + cells.get(Recorded.MISSED));
                colleges.add(cells);
            });
            return new Colleges(colleges);
        }

        private static Set<String> hiddenIn(Map<String, Integer> college) {
            if (SmallCells.isSmall(college.get("due"))) {
                return Set.of("due", Recorded.DONE, Recorded.MISSED);
            }
            Map<String, Integer> parts = new TreeMap<>(college);
            parts.remove("due");
            return SmallCells.hidden(parts, Set.of()).orElseGet(() -> Set.of("due", Recorded.DONE, Recorded.MISSED));
        }

        Set<String> toldParts() {
            Set<String> told = new TreeSet<>();
            for (String part : List.of(Recorded.DONE, Recorded.MISSED)) {
                if (wouldTellOne(part)) {
                    // One of two parts alone cannot be hidden under a total that is shown.
                    told.addAll(List.of(Recorded.DONE, Recorded.MISSED));
                }
            }
            return told;
        }

        boolean wouldTellOne(String part) {
            Map<String, Integer> hidden = new TreeMap<>();
            for (int i = 0; i < cells.size(); i++) {
                if (hiddenIn(cells.get(i)).contains(part)) {
                    hidden.put(String.valueOf(i), cells.get(i).get(part));
                }
            }
            return !hidden.isEmpty() && !SmallCells.isSafe(hidden, hidden.keySet());
        }

        int missedAtMost() {
            return cells.stream()
                    .mapToInt(college -> hiddenIn(college).contains(Recorded.MISSED)
                                    && SmallCells.isSmall(college.get(Recorded.MISSED))
                            ? SmallCells.SMALLEST_SHOWN - 1
                            : college.get(Recorded.MISSED))
                    .sum();
        }
    }

    // --- concerns ----------------------------------------------------------------------------------------------------

    private void concerns(Tier tier, boolean withOutcomes) {
        List<Recorded> concerns =
                rows.stream().filter(row -> row.family() == Family.CONCERN).toList();
        Map<String, Integer> outcomes = count(concerns, Recorded::cell, OUTCOMES);
        List<Recorded> answered = concerns.stream()
                .filter(row -> row.cell().equals(Recorded.ANSWERED))
                .toList();
        Map<String, Integer> ratings = count(answered, Recorded::rating, RATINGS);
        Map<String, Integer> categories = count(concerns, Recorded::category, List.of());

        Optional<Set<String>> hiddenRatings = SmallCells.hidden(ratings, Set.of());
        Set<String> andAnswered = hiddenRatings.isEmpty() ? Set.of(Recorded.ANSWERED) : Set.of();
        Optional<Set<String>> hiddenOutcomes = SmallCells.hidden(outcomes, andAnswered);
        Optional<Set<String>> hiddenCategories = SmallCells.hidden(categories, Set.of());
        // Under a total that is hidden even a nothing is: four concerns of four kinds would be one of each.
        boolean nothing = SmallCells.isSmall(concerns.size()) || hiddenOutcomes.isEmpty();

        put(Figure.of(RECEIVED, concerns.size(), nothing));
        Set<String> withoutOutcome = nothing ? outcomes.keySet() : hiddenOutcomes.get();
        outcomes.forEach(
                (outcome, count) -> put(Figure.of("concerns." + outcome, count, withoutOutcome.contains(outcome))));
        Set<String> withoutRating = withoutOutcome.contains(Recorded.ANSWERED) ? ratings.keySet() : hiddenRatings.get();
        ratings.forEach((rating, count) -> put(Figure.of("ratings." + rating, count, withoutRating.contains(rating))));
        if (withOutcomes) {
            suggestions(answered, withoutOutcome.contains(Recorded.ANSWERED));
        }
        if (withOutcomes && tier.isOfUnit()) {
            CallBackFigures.of(rows.stream()
                            .filter(row -> row.family() == Family.CALL_BACK)
                            .toList())
                    .forEach(this::put);
        }
        Set<String> withoutCategory =
                nothing || hiddenCategories.isEmpty() ? categories.keySet() : hiddenCategories.get();
        categories(categories, withoutCategory, nothing || hiddenCategories.isEmpty());
    }

    /** Suggestions are a part of what was answered, and what became of them a part of those. */
    private void suggestions(List<Recorded> answered, boolean totalHidden) {
        Map<String, Integer> settled =
                count(answered.stream().filter(Figures::isSuggestion).toList(), Recorded::settled, SETTLEMENTS);
        int suggested = settled.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Set<String>> hiddenParts = SmallCells.hidden(settled, Set.of());
        boolean hidden = totalHidden
                || SmallCells.hidden(
                                Map.of(SUGGESTED, suggested, Recorded.NO_SUGGESTION, answered.size() - suggested),
                                hiddenParts.isEmpty() ? Set.of(SUGGESTED) : Set.of())
                        .map(halves -> halves.contains(SUGGESTED))
                        .orElse(true);
        Set<String> without = hidden ? settled.keySet() : hiddenParts.get();
        put(Figure.of(SUGGESTED, suggested, hidden));
        put(Figure.share(
                "suggestions.rate",
                TAKEN_UP.stream().mapToInt(settled::get).sum(),
                suggested,
                hidden || TAKEN_UP.stream().anyMatch(without::contains)));
        settled.forEach((code, count) -> put(Figure.of(SETTLED + code, count, without.contains(code))));
    }

    private static boolean isSuggestion(Recorded row) {
        return row.settled() != null && !row.settled().equals(Recorded.NO_SUGGESTION);
    }

    /** Most first. The name of a category that hardly anybody raised would tell that somebody did. */
    private void categories(Map<String, Integer> categories, Set<String> hidden, boolean restHidden) {
        categories.entrySet().stream()
                .filter(category -> !hidden.contains(category.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(category -> put(Figure.of(CATEGORY + category.getKey(), category.getValue(), false)));
        if (!hidden.isEmpty()) {
            put(Figure.of(REST, hidden.stream().mapToInt(categories::get).sum(), restHidden));
        }
    }

    /** @param always codes that are there, in this order, even when nothing was counted under them */
    private static Map<String, Integer> count(
            List<Recorded> rows, Function<Recorded, String> code, List<String> always) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        always.forEach(one -> counted.put(one, 0));
        rows.stream()
                .collect(groupingBy(code, TreeMap::new, summingInt(Recorded::times)))
                .forEach((one, count) -> counted.merge(one, count, Integer::sum));
        return counted;
    }

    private void put(Figure figure) {
        figures.put(figure.code(), figure);
    }
}
