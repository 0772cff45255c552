package org.shangda.reporting;

import java.util.List;
import org.shangda.paper.WordPaper;
import org.shangda.refusal.Sentences;
import org.shangda.reporting.SummaryView.FigureShown;
import org.shangda.reporting.SummaryView.Page;
import org.springframework.stereotype.Component;

/** 学期总结 as a Word file: the table, then what was written. */
@Component
class WordSummary {

    private final Sentences sentences;

    WordSummary(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] write(Page page) {
        try (WordPaper paper = new WordPaper()) {
            paper.title(page.title());
            paper.centred(page.term() + "  " + page.who());
            paper.heading(sentences.of("summary.word.figures"));
            figures(paper, page.figures());
            if (!page.hidden().isEmpty()) {
                paper.small(page.hidden());
            }
            written(paper, "summary.word.practice", page.practice());
            written(paper, "summary.word.problems", page.problems());
            written(paper, "summary.word.plans", page.plans());
            paper.small(sentences.of("summary.word.foot", page.number(), page.state()));
            return paper.bytes();
        }
    }

    private void figures(WordPaper paper, List<FigureShown> figures) {
        WordPaper.Table table = paper.table(2600, 4070, 2400);
        table.row()
                .repeated()
                .label(sentences.of("summary.word.group"))
                .label(sentences.of("summary.word.figure"))
                .label(sentences.of("summary.word.value"));
        String group = "";
        for (FigureShown figure : figures) {
            WordPaper.Table.Row row = table.row();
            if (figure.group().equals(group)) {
                row.below();
            } else {
                group = figure.group();
                row.labelAbove(group);
            }
            row.value(1, figure.label()).value(1, figure.value());
        }
    }

    private void written(WordPaper paper, String heading, String text) {
        paper.heading(sentences.of(heading));
        paper.text(text.isEmpty() ? sentences.of("summary.word.empty") : text);
    }
}
