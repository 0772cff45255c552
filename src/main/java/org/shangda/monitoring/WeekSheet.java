package org.shangda.monitoring;

import static org.shangda.paper.WordPaper.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.shangda.paper.SmallCells;
import org.shangda.paper.WordPaper;
import org.shangda.refusal.Sentences;

/**
 * 停滞事项一周情况 on one page of A4: what came, what was settled and what is late, and the three that stand longest. Units in the
 * order of nothing at all: there are none but those of the three. Counts of one to four are stars.
 */
class WeekSheet {

    /** Rows of causes in each half of the table, and of levels; with more, the rest is one row. */
    private static final int CAUSES = 40;

    private static final int LEVELS = 8;

    /** Four columns twice. */
    private static final int[] WIDTHS = {2255, 760, 760, 760, 2255, 760, 760, 760};

    private static final int MARGINS = 100;

    /** No cell is wide enough for more digits in every font; a number that is cut would be another number. */
    private static final int MOST = 9_999;

    private static final int LINE = WordPaper.WIDTH - MARGINS;

    private static final List<ToIntFunction<Count>> FIGURES = List.of(Count::came, Count::settled, Count::late);

    private final Sentences sentences;

    WeekSheet(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Of one cause or level: found anew in the week, gone from the list in the week, and late now. */
    record Count(int came, int settled, int late) {

        Count and(Count other) {
            return new Count(came + other.came, settled + other.settled, late + other.late);
        }
    }

    /**
     * What is on it.
     *
     * @param causes by label
     * @param levels by label
     * @param longest of at most three
     */
    record Week(
            String who,
            String from,
            String to,
            String proof,
            Map<String, Count> causes,
            Map<String, Count> levels,
            List<Longest> longest) {}

    /** One of those that stand longest. @param since and for how many working days, in words */
    record Longest(String where, String cause, String since, String unblock) {}

    byte[] write(Week week) {
        try (WordPaper paper = WordPaper.inSmallPrint()) {
            paper.title(sentences.of("stalled.week.title"));
            paper.centred(fit(week.who(), LINE));
            paper.centred(sentences.of("stalled.week.days", week.from(), week.to()));
            paper.small(fit(week.proof(), 2 * LINE));
            paper.heading(sentences.of("stalled.week.by-cause"));
            table(paper, atMost(CAUSES, week.causes()));
            paper.heading(sentences.of("stalled.week.by-level"));
            table(paper, atMost(LEVELS, week.levels()));
            paper.heading(sentences.of("stalled.week.longest"));
            if (week.longest().isEmpty()) {
                paper.small(sentences.of("stalled.week.none"));
            }
            for (Longest one : week.longest()) {
                paper.small(fit(one.where() + "　" + one.cause() + "　" + one.since(), LINE));
                paper.small(fit(sentences.of("stalled.week.unblock", one.unblock()), 2 * LINE));
            }
            paper.small(sentences.of("stalled.week.foot"));
            return paper.bytes();
        }
    }

    /** What is beyond is together in one row. */
    private Map<String, Count> atMost(int most, Map<String, Count> parts) {
        if (parts.size() <= most) {
            return parts;
        }
        Map<String, Count> fewer = new LinkedHashMap<>();
        parts.forEach((label, count) -> fewer.merge(
                fewer.size() < most - 1 || fewer.containsKey(label) ? label : sentences.of("stalled.week.others"),
                count,
                Count::and));
        return fewer;
    }

    private void table(WordPaper paper, Map<String, Count> parts) {
        List<List<String>> rows = rows(parts);
        int half = (rows.size() + 1) / 2;
        WordPaper.Table table = paper.table(WIDTHS);
        WordPaper.Table.Row head = table.row();
        for (int side = 0; side < 2; side++) {
            for (String column : List.of("what", "came", "settled", "late")) {
                head.label(sentences.of("stalled.week." + column));
            }
        }
        for (int at = 0; at < half; at++) {
            WordPaper.Table.Row row = table.row();
            List<String> cells = new ArrayList<>(rows.get(at));
            cells.addAll(half + at < rows.size() ? rows.get(half + at) : List.of("", "", "", ""));
            cells.forEach(cell -> row.value(1, cell));
        }
    }

    /** The parts in their order, and what they make together. */
    private List<List<String>> rows(Map<String, Count> parts) {
        List<Map<String, String>> columns =
                FIGURES.stream().map(figure -> shown(parts, figure)).toList();
        List<List<String>> rows = new ArrayList<>();
        for (String label : parts.keySet()) {
            rows.add(row(label, columns, column -> column.get(label)));
        }
        rows.add(row(sentences.of("stalled.week.all"), columns, column -> column.get("")));
        return rows;
    }

    private static List<String> row(
            String label, List<Map<String, String>> columns, Function<Map<String, String>, String> cell) {
        List<String> row = new ArrayList<>(List.of(fit(label, WIDTHS[0] - MARGINS)));
        columns.forEach(column -> row.add(cell.apply(column)));
        return row;
    }

    /** As the reports hide small cells: nothing between one and four can be read or reckoned. @return with the sum under "" */
    private static Map<String, String> shown(Map<String, Count> parts, ToIntFunction<Count> figure) {
        Map<String, Integer> values = new LinkedHashMap<>();
        parts.forEach((label, count) -> values.put(label, figure.applyAsInt(count)));
        int sum = values.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Set<String>> hidden = SmallCells.isSmall(sum) ? Optional.empty() : SmallCells.hidden(values, Set.of());
        Map<String, String> shown = new LinkedHashMap<>();
        values.forEach((label, value) -> shown.put(
                label, value > 0 && hidden.map(some -> some.contains(label)).orElse(true) ? "*" : number(value)));
        shown.put("", hidden.isPresent() ? number(sum) : "*");
        return shown;
    }

    private static String number(int count) {
        return count > MOST ? MOST + "+" : Integer.toString(count);
    }
}
