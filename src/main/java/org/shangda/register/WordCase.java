package org.shangda.register;

import java.util.List;
import org.shangda.concern.CaseSheets.Sheet;
import org.shangda.paper.WordPaper;
import org.shangda.register.CaseLayout.Drawn;
import org.shangda.register.CaseLayout.Grid;
import org.shangda.register.CaseLayout.Pair;
import org.springframework.stereotype.Component;

/** 办理单 as a Word file. */
@Component
class WordCase {

    private final CaseLayout layout;

    WordCase(CaseLayout layout) {
        this.layout = layout;
    }

    byte[] write(Sheet sheet) {
        Drawn drawn = layout.of(sheet);
        try (WordPaper paper = new WordPaper()) {
            paper.title(drawn.title());
            paper.centred(drawn.subtitle());
            head(paper, drawn.head());
            paper.small("");
            pairs(paper, drawn.story());
            grid(paper, drawn.visits(), 1700, 2350, 2350, 1470, 1200);
            grid(paper, drawn.steps(), 1700, 1850, 1850, 3670);
            paper.heading(drawn.outcome().get(0).label());
            pairs(paper, drawn.outcome());
            paper.small("");
            ink(paper, drawn.ink());
            return paper.bytes();
        }
    }

    private static void head(WordPaper paper, List<Pair> pairs) {
        WordPaper.Table table = paper.table(1500, 3035, 1500, 3035);
        for (int at = 0; at < pairs.size(); at += 2) {
            Pair left = pairs.get(at);
            Pair right = pairs.get(at + 1);
            table.row()
                    .label(left.label())
                    .value(1, left.value())
                    .label(right.label())
                    .value(1, right.value());
        }
    }

    private static void pairs(WordPaper paper, List<Pair> pairs) {
        WordPaper.Table table = paper.table(1500, 7570);
        pairs.forEach(pair -> table.row().label(pair.label()).lines(1, CaseLayout.lines(pair.value())));
    }

    private static void grid(WordPaper paper, Grid grid, int... widths) {
        paper.heading(grid.title());
        WordPaper.Table table = paper.table(widths);
        WordPaper.Table.Row heading = table.row().repeated();
        grid.columns().forEach(heading::label);
        grid.rows().forEach(cells -> {
            WordPaper.Table.Row row = table.row();
            cells.forEach(lines -> row.lines(1, lines));
        });
    }

    private static void ink(WordPaper paper, List<String> signed) {
        WordPaper.Table.Row row =
                paper.table(1300, 1723, 1300, 1723, 1300, 1724).row();
        signed.forEach(one -> row.label(one).lines(1, List.of("", "")));
    }
}
