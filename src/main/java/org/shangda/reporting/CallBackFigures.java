package org.shangda.reporting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shangda.paper.SmallCells;
import org.shangda.reporting.Figures.Figure;

/**
 * 回访: 抽取, 接通, 未接通, 待回访; and how satisfied those were who were reached. What a colleague tells another office about an answer
 * opens no rows, whoever reads: they were promised that it stays a figure.
 */
final class CallBackFigures {

    static final String CALLS = "call-backs.";
    static final String RATINGS = "call-back-ratings.";
    static final String SATISFACTION = RATINGS + "rate";

    private static final String DRAWN = CALLS + "drawn";
    private static final String REACHED = CALLS + Recorded.REACHED;
    private static final List<String> ENDS = List.of(REACHED, CALLS + Recorded.UNREACHED, CALLS + Recorded.WAITING);
    private static final String SATISFIED = RATINGS + "satisfied";
    private static final String BASICALLY_SATISFIED = RATINGS + "basically-satisfied";
    private static final List<String> RATED = List.of(SATISFIED, BASICALLY_SATISFIED, RATINGS + "dissatisfied");

    private CallBackFigures() {}

    static List<Figure> of(List<Recorded> calls) {
        Map<String, Integer> counts = counts(calls);
        Set<String> hidden = hidden(counts, followsFromBelow(calls));
        List<Figure> figures = new ArrayList<>();
        counts.forEach((code, count) -> figures.add(Figure.of(code, count, hidden.contains(code))));
        // Behind the counts it is made of, in either group.
        figures.add(
                figures.size() - RATED.size(),
                Figure.share(
                        CALLS + "rate",
                        counts.get(REACHED),
                        counts.get(DRAWN),
                        hidden.contains(DRAWN) || hidden.contains(REACHED)));
        figures.add(Figure.share(
                SATISFACTION,
                counts.get(SATISFIED) + counts.get(BASICALLY_SATISFIED),
                counts.get(REACHED),
                hidden.contains(REACHED) || hidden.contains(SATISFIED) || hidden.contains(BASICALLY_SATISFIED)));
        return figures;
    }

    private static Map<String, Integer> counts(List<Recorded> calls) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(DRAWN, calls.size());
        ENDS.forEach(code -> counts.put(code, 0));
        RATED.forEach(code -> counts.put(code, 0));
        for (Recorded call : calls) {
            counts.merge(CALLS + call.cell(), 1, Integer::sum);
            if (call.rating() != null) {
                counts.merge(RATINGS + call.rating(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** From the inside: what was said is a part of who was reached, and that of who was drawn. @param told hidden for their own sake */
    private static Set<String> hidden(Map<String, Integer> counts, Set<String> told) {
        Optional<Set<String>> rated = SmallCells.hidden(only(counts, RATED), both(told, RATED));
        Set<String> andThese = both(told, ENDS);
        if (rated.isEmpty()) {
            andThese.add(REACHED);
        }
        Optional<Set<String>> ends = SmallCells.hidden(only(counts, ENDS), andThese);
        if (ends.isEmpty() || told.contains(DRAWN) || SmallCells.isSmall(counts.get(DRAWN))) {
            return counts.keySet();
        }
        Set<String> hidden = new TreeSet<>(ends.get());
        hidden.addAll(hidden.contains(REACHED) ? RATED : rated.get());
        return hidden;
    }

    /** Whoever reads this reads the tables of the units below: what those hide must not be what is left of the total. */
    private static Set<String> followsFromBelow(List<Recorded> calls) {
        Map<String, Map<String, Integer>> hiddenBelow = new TreeMap<>();
        calls.stream().collect(groupingBy(Recorded::unit)).forEach((unit, some) -> {
            Map<String, Integer> counts = counts(some);
            hidden(counts, Set.of())
                    .forEach(code -> hiddenBelow
                            .computeIfAbsent(code, one -> new TreeMap<>())
                            .put(unit, counts.get(code)));
        });
        return hiddenBelow.entrySet().stream()
                .filter(below -> below.getValue().values().stream().anyMatch(count -> count > 0))
                .filter(below -> follows(below.getValue()))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** Where all of them are as small, or as large, as small ones can be, the sum tells each. */
    private static boolean follows(Map<String, Integer> hidden) {
        int sum = hidden.values().stream().mapToInt(Integer::intValue).sum();
        return !SmallCells.isSafe(hidden, hidden.keySet()) || sum >= hidden.size() * (SmallCells.SMALLEST_SHOWN - 1);
    }

    private static Map<String, Integer> only(Map<String, Integer> counts, List<String> codes) {
        Map<String, Integer> only = new TreeMap<>(counts);
        only.keySet().retainAll(codes);
        return only;
    }

    private static Set<String> both(Set<String> some, Collection<String> others) {
        Set<String> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }
}
