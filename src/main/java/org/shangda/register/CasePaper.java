package org.shangda.register;

import org.shangda.concern.CaseSheets;
import org.shangda.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办理单: one concern on paper, for whoever may read it and as much of it as they may read. */
@Service
@Transactional(readOnly = true)
public class CasePaper {

    private final CaseSheets sheets;
    private final WordCase word;
    private final PdfCase pdf;

    CasePaper(CaseSheets sheets, WordCase word, PdfCase pdf) {
        this.sheets = sheets;
        this.word = word;
        this.pdf = pdf;
    }

    /** @throws Refusal for whoever may not read the concern, as for one that does not exist */
    public byte[] word(String number, String person) {
        return word.write(sheets.sheet(number, person));
    }

    /** As {@link #word}. */
    public byte[] pdf(String number, String person) {
        return pdf.write(sheets.sheet(number, person));
    }
}
