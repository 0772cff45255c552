package org.shangda.reporting;

import java.util.Iterator;
import org.shangda.paper.PdfPaper;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Records as a PDF file, one table for each pair, with the columns of Jilin's annex. */
@Component
class PdfRecords {

    private final Sentences sentences;

    PdfRecords(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] write(RecordFile file) {
        PdfPaper paper = new PdfPaper();
        for (Iterator<RecordSheet> sheets = file.sheets().iterator(); sheets.hasNext(); ) {
            RecordSheet sheet = sheets.next();
            Element section = paper.add(paper.body(), "section");
            if (!sheets.hasNext()) {
                section.setAttribute("class", "last");
            }
            paper.add(section, "h1", say(sheet.leader() ? "record.title.leader" : "record.title.member"));
            paper.add(section, "p", file.term()).setAttribute("class", "term");
            head(paper, section, sheet);
            contacts(paper, section, sheet);
        }
        return paper.bytes(missing -> sentences.inChinese("record.undrawn", missing));
    }

    private void head(PdfPaper paper, Element section, RecordSheet sheet) {
        Element table = table(paper, section);
        Element first = paper.add(table, "tr");
        paper.add(first, "th", say(sheet.leader() ? "record.name.leader" : "record.name.member"));
        paper.add(first, "td", sheet.carrier());
        paper.add(first, "th", say("record.post"));
        paper.add(first, "td", sheet.post());
        Element second = paper.add(table, "tr");
        paper.add(second, "th", say("record.partner")).setAttribute("rowspan", "2");
        paper.add(second, "th", say("record.branch"));
        wide(paper.add(second, "td", sheet.branch()));
        Element third = paper.add(table, "tr");
        paper.add(third, "th", say("record.person"));
        wide(paper.add(third, "td", sheet.colleague()));
    }

    /** A table of its own under the head, so that its heading is repeated on every page that it reaches. */
    private void contacts(PdfPaper paper, Element section, RecordSheet sheet) {
        Element table = table(paper, section);
        table.setAttribute("style", "margin-top: -0.6pt");
        Element heading = paper.add(paper.add(table, "thead"), "tr");
        paper.add(heading, "th", say("record.contacts"));
        paper.add(heading, "th", say("record.day"));
        wide(paper.add(heading, "th", say("record.what")));
        Element rows = paper.add(table, "tbody");
        for (RecordSheet.Row row : sheet.rows()) {
            Element line = paper.add(rows, "tr");
            paper.add(line, "td");
            paper.add(line, "td", row.day().toString()).setAttribute("class", "day");
            Element what = wide(paper.add(line, "td"));
            row.what().forEach(text -> paper.add(what, "div", text));
        }
        if (sheet.rows().isEmpty()) {
            Element line = paper.add(rows, "tr");
            paper.add(line, "td");
            paper.add(line, "td");
            wide(paper.add(line, "td", say("record.none")));
        }
    }

    private static Element table(PdfPaper paper, Element section) {
        Element table = paper.add(section, "table");
        for (String width : new String[] {"22%", "18%", "14%", "46%"}) {
            paper.add(table, "col").setAttribute("style", "width: " + width);
        }
        return table;
    }

    private static Element wide(Element cell) {
        cell.setAttribute("colspan", "2");
        return cell;
    }

    private String say(String code) {
        return sentences.inChinese(code);
    }
}
