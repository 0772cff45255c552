package org.shangda.paper;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parts of a total are hidden, so that no part of one to four can be read from the table (requirements: 单元格少于五的不显示).
 *
 * <p>Hiding the small parts is not enough: where the total is shown, what is hidden adds up to the total less what is
 * shown. So larger parts are hidden with them until at least two are hidden, they add up to five or more, and no small
 * one follows from the others being at least one. Which of the hidden are the small ones is not shown.
 */
public final class SmallCells {

    public static final int SMALLEST_SHOWN = 5;

    private SmallCells() {}

    public static boolean isSmall(int count) {
        return count > 0 && count < SMALLEST_SHOWN;
    }

    /**
     * @param parts counts, which together make a total that is shown; a part of nothing is shown as such
     * @param andThese hidden for reasons of their own
     * @return the hidden parts, or empty when the total, too, must not be shown
     */
    public static Optional<Set<String>> hidden(Map<String, Integer> parts, Set<String> andThese) {
        Set<String> hidden = new TreeSet<>(andThese);
        parts.forEach((part, count) -> {
            if (isSmall(count)) {
                hidden.add(part);
            }
        });
        while (!hidden.isEmpty() && !isSafe(parts, hidden)) {
            Optional<String> next = parts.entrySet().stream()
                    .filter(part -> part.getValue() > 0 && !hidden.contains(part.getKey()))
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                    .map(Map.Entry::getKey);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            hidden.add(next.get());
        }
        return Optional.of(hidden);
    }

    public static boolean isSafe(Map<String, Integer> parts, Set<String> hidden) {
        int sum = hidden.stream().mapToInt(parts::get).sum();
        return hidden.size() > 1 && sum >= SMALLEST_SHOWN && sum > hidden.size();
    }
}
