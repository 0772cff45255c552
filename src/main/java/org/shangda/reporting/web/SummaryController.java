package org.shangda.reporting.web;

import java.security.Principal;
import java.util.List;
import org.shangda.reporting.SummaryView;
import org.shangda.reporting.SummaryView.Page;
import org.shangda.reporting.SummaryView.RowShown;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 学期总结 over HTTP: its figures, the rows behind each, and the Word file. */
@RestController
@RequestMapping("/api/summaries")
class SummaryController {

    private final SummaryView view;

    SummaryController(SummaryView view) {
        this.view = view;
    }

    @GetMapping("/{number}")
    Page page(@PathVariable String number, Principal caller) {
        return view.page(number, caller.getName());
    }

    /** @param figure code of a figure of the page */
    @GetMapping("/{number}/rows")
    List<RowShown> rows(@PathVariable String number, @RequestParam String figure, Principal caller) {
        return view.rows(number, figure, caller.getName());
    }

    @GetMapping("/{number}.docx")
    ResponseEntity<byte[]> word(@PathVariable String number, Principal caller) {
        return Files.word(number, view.word(number, caller.getName()));
    }
}
