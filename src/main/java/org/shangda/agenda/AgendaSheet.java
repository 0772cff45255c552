package org.shangda.agenda;

import java.util.List;
import org.shangda.paper.ExcelTable;
import org.springframework.stereotype.Service;

/**
 * Writes the sheet. Once the meeting has decided about one of the items, there are four columns more, which stay empty for the
 * others.
 */
@Service
public class AgendaSheet {

    private final SheetTemplates templates;
    private final SheetWords words;

    AgendaSheet(SheetTemplates templates, SheetWords words) {
        this.templates = templates;
        this.words = words;
    }

    /** On the page that the office has drawn, where it has drawn one. @return a .docx */
    public byte[] word(AgendaHead head, List<AgendaRow> rows) {
        boolean after = isAfter(rows);
        return templates
                .inUse(after)
                .fill(
                        words.head(head),
                        rows.stream().map(row -> words.row(row, after)).toList());
    }

    /** The same columns and rows; no cell is ever worked out. @return an .xlsx of one sheet, which is called after the paper */
    public byte[] excel(List<AgendaRow> rows) {
        List<Column> columns = Column.of(isAfter(rows));
        try (ExcelTable table =
                new ExcelTable(words.title(), columns.stream().map(words::name).toList(), name -> name)) {
            rows.forEach(row -> table.row(
                    columns.stream().map(column -> words.cell(row, column)).toArray()));
            return table.bytes();
        }
    }

    private static boolean isAfter(List<AgendaRow> rows) {
        return rows.stream().anyMatch(row -> row.after() != null);
    }

    /**
     * Why a template of the office is not in use though it is in place, in the language of the present request: one sentence for
     * each, none when all is well. The shipped one is taken instead.
     */
    public List<String> notInUse() {
        return templates.notInUse();
    }
}
