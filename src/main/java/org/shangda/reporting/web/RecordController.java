package org.shangda.reporting.web;

import java.security.Principal;
import org.shangda.paper.SavedFile;
import org.shangda.reporting.RecordSheets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 党员工作手册 and 党员领导干部联系党支部、联系师生工作记录表 as files: of a person (staff number), a branch or a college (code of
 * the unit), for a term (its code; without one, the term under way).
 */
@RestController
@RequestMapping("/api/records")
class RecordController {

    private final RecordSheets records;

    RecordController(RecordSheets records) {
        this.records = records;
    }

    @GetMapping("/{whose}.docx")
    SavedFile word(@PathVariable String whose, @RequestParam(required = false) String term, Principal caller) {
        return SavedFile.word(whose, records.word(whose, term, caller.getName()));
    }

    @GetMapping("/{whose}.pdf")
    SavedFile pdf(@PathVariable String whose, @RequestParam(required = false) String term, Principal caller) {
        return SavedFile.pdf(whose, records.pdf(whose, term, caller.getName()));
    }
}
