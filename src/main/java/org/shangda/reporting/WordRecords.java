package org.shangda.reporting;

import org.shangda.paper.WordPaper;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** Records as a Word file, one table for each pair, with the columns of Jilin's annex. */
@Component
class WordRecords {

    private final Sentences sentences;

    WordRecords(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] write(RecordFile file) {
        try (WordPaper paper = new WordPaper()) {
            for (RecordSheet sheet : file.sheets()) {
                paper.title(say(sheet.leader() ? "record.title.leader" : "record.title.member"));
                paper.centred(file.term());
                table(paper, sheet);
                paper.newPage();
            }
            return paper.bytes();
        }
    }

    private void table(WordPaper paper, RecordSheet sheet) {
        WordPaper.Table table = paper.table(2170, 1600, 1300, 4000);
        table.row()
                .label(say(sheet.leader() ? "record.name.leader" : "record.name.member"))
                .value(1, sheet.carrier())
                .label(say("record.post"))
                .value(1, sheet.post());
        table.row()
                .labelAbove(say("record.partner"))
                .label(say("record.branch"))
                .value(2, sheet.branch());
        table.row().below().label(say("record.person")).value(2, sheet.colleague());
        table.row().labelAbove(say("record.contacts")).label(say("record.day")).label(2, say("record.what"));
        for (RecordSheet.Row row : sheet.rows()) {
            table.row().below().value(1, row.day().toString()).lines(2, row.what());
        }
        if (sheet.rows().isEmpty()) {
            table.row().below().value(1, "").value(2, say("record.none"));
        }
    }

    private String say(String code) {
        return sentences.inChinese(code);
    }
}
