package org.shangda.reporting.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.refusal.Sentences;
import org.shangda.reporting.SummaryView.FigureShown;
import org.shangda.reporting.SummaryView.Page;
import org.springframework.stereotype.Component;

/** A summary's page as the keys that its forms show. */
@Component
class ShownSummary {

    private final Sentences sentences;

    ShownSummary(Sentences sentences) {
        this.sentences = sentences;
    }

    Map<String, Object> of(Page page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("title", page.title());
        shown.put("term", page.term());
        shown.put("who", page.who());
        shown.put("stateLabel", page.state());
        shown.put("due", page.due().toString());
        shown.put("clause", page.clause());
        shown.put("figures", table(page));
        shown.put("hiddenWhy", literally(page.hidden()));
        shown.put("below", page.below());
        shown.put("remarkShown", page.remark());
        shown.put("practice", page.practice());
        shown.put("problems", page.problems());
        shown.put("plans", page.plans());
        return shown;
    }

    /** In Markdown; made of codes, their labels and numbers, so that nothing in it was written by anybody. */
    private String table(Page page) {
        StringBuilder table = new StringBuilder("| %s | %s | %s |\n|---|---|---:|\n"
                .formatted(
                        sentences.of("summary.word.group"),
                        sentences.of("summary.word.figure"),
                        sentences.of("summary.word.value")));
        String group = "";
        for (FigureShown figure : page.figures()) {
            String value = literally(figure.value());
            table.append("| ")
                    .append(figure.group().equals(group) ? "" : figure.group())
                    .append(" | ")
                    .append(figure.label())
                    .append(" | ")
                    .append(
                            figure.rows()
                                    ? "[" + value + "](../../../../reports/summary.html?number=" + page.number()
                                            + "&figure=" + figure.code() + ")"
                                    : value)
                    .append(" |\n");
            group = figure.group();
        }
        return table.toString();
    }

    /** Where a star stands for itself. */
    private static String literally(String text) {
        return text.replace("*", "\\*");
    }
}
