package org.shangda.reporting.web;

import java.security.Principal;
import java.util.List;
import org.shangda.paper.SavedFile;
import org.shangda.reporting.SummaryService;
import org.shangda.reporting.SummaryService.Draft;
import org.shangda.reporting.SummaryView;
import org.shangda.reporting.SummaryView.Page;
import org.shangda.reporting.SummaryView.RowShown;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 学期总结 over HTTP: its figures, the rows behind each, and the Word file. */
@RestController
@RequestMapping("/api/summaries")
class SummaryController {

    private final SummaryView view;
    private final SummaryService summaries;

    SummaryController(SummaryView view, SummaryService summaries) {
        this.view = view;
        this.summaries = summaries;
    }

    @GetMapping("/{number}")
    Page page(@PathVariable String number, Principal caller) {
        return view.page(number, caller.getName());
    }

    /** Keeps what the caller has written of it so far; the form shows it to the caller again, and to nobody else. */
    @PutMapping("/{number}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void saveDraft(@PathVariable String number, @RequestBody Draft draft, Principal caller) {
        summaries.saveDraft(number, caller.getName(), draft);
    }

    /** @param figure code of a figure of the page */
    @GetMapping("/{number}/rows")
    List<RowShown> rows(@PathVariable String number, @RequestParam String figure, Principal caller) {
        return view.rows(number, figure, caller.getName());
    }

    @GetMapping("/{number}.docx")
    SavedFile word(@PathVariable String number, Principal caller) {
        return SavedFile.word(number, view.word(number, caller.getName()));
    }
}
