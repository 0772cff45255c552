package org.shangda.register;

import java.util.List;
import org.shangda.concern.CaseSheets.Sheet;
import org.shangda.paper.PdfPaper;
import org.shangda.refusal.Sentences;
import org.shangda.register.CaseLayout.Drawn;
import org.shangda.register.CaseLayout.Grid;
import org.shangda.register.CaseLayout.Pair;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** 办理单 as a PDF file. */
@Component
class PdfCase {

    private final CaseLayout layout;
    private final Sentences say;

    PdfCase(CaseLayout layout, Sentences say) {
        this.layout = layout;
        this.say = say;
    }

    byte[] write(Sheet sheet) {
        Drawn drawn = layout.of(sheet);
        PdfPaper paper = new PdfPaper();
        paper.add(paper.body(), "h1", drawn.title());
        paper.add(paper.body(), "p", drawn.subtitle()).setAttribute("class", "term");
        head(paper, drawn.head());
        pairs(paper, drawn.story());
        grid(paper, drawn.visits(), "22%", "23%", "23%", "17%", "15%");
        grid(paper, drawn.steps(), "16%", "20%", "20%", "44%");
        heading(paper, drawn.outcome().get(0).label());
        pairs(paper, drawn.outcome());
        ink(paper, drawn.ink());
        return paper.bytes(missing -> say.of("record.undrawn", missing));
    }

    private static void head(PdfPaper paper, List<Pair> pairs) {
        Element table = table(paper, "17%", "33%", "17%", "33%");
        for (int at = 0; at < pairs.size(); at += 2) {
            Element row = paper.add(table, "tr");
            pair(paper, row, pairs.get(at));
            pair(paper, row, pairs.get(at + 1));
        }
    }

    private static void pairs(PdfPaper paper, List<Pair> pairs) {
        Element table = table(paper, "17%", "83%");
        table.setAttribute("style", "margin-top: -0.6pt");
        pairs.forEach(pair -> pair(paper, paper.add(table, "tr"), pair));
    }

    private static void pair(PdfPaper paper, Element row, Pair pair) {
        paper.add(row, "th", pair.label());
        cell(paper, row, CaseLayout.lines(pair.value()));
    }

    private static void grid(PdfPaper paper, Grid grid, String... widths) {
        heading(paper, grid.title());
        Element table = table(paper, widths);
        Element heading = paper.add(paper.add(table, "thead"), "tr");
        grid.columns().forEach(column -> paper.add(heading, "th", column));
        Element rows = paper.add(table, "tbody");
        grid.rows().forEach(cells -> {
            Element row = paper.add(rows, "tr");
            cells.forEach(lines -> cell(paper, row, lines));
        });
    }

    private static void ink(PdfPaper paper, List<String> signed) {
        Element table = table(paper, "14%", "19%", "14%", "19%", "14%", "20%");
        table.setAttribute("style", "margin-top: 10pt");
        Element row = paper.add(table, "tr");
        row.setAttribute("style", "height: 34pt");
        signed.forEach(one -> {
            paper.add(row, "th", one);
            paper.add(row, "td");
        });
    }

    private static void heading(PdfPaper paper, String text) {
        paper.add(paper.body(), "h2", text)
                .setAttribute(
                        "style", "font-size: 12pt; font-weight: normal; margin: 10pt 0 4pt 0; page-break-after: avoid");
    }

    private static Element table(PdfPaper paper, String... widths) {
        Element table = paper.add(paper.body(), "table");
        for (String width : widths) {
            paper.add(table, "col").setAttribute("style", "width: " + width);
        }
        return table;
    }

    private static void cell(PdfPaper paper, Element row, List<String> lines) {
        Element cell = paper.add(row, "td");
        lines.forEach(line -> paper.add(cell, "div", line));
    }
}
