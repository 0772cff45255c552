package org.shangda.reporting.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.reporting.SummaryService;
import org.shangda.reporting.SummaryService.HandedUp;
import org.shangda.reporting.SummaryService.Written;
import org.shangda.reporting.SummaryView;
import org.springframework.stereotype.Component;

/** 撰写学期总结. */
@Component
class WriteSummaryForm implements TaskForm<Written> {

    private final SummaryService summaries;
    private final SummaryView view;
    private final ShownSummary shown;

    WriteSummaryForm(SummaryService summaries, SummaryView view, ShownSummary shown) {
        this.summaries = summaries;
        this.view = view;
        this.shown = shown;
    }

    @Override
    public String id() {
        return "write-summary";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(SemesterSummary.WRITE);
    }

    @Override
    public Class<Written> values() {
        return Written.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return shown.of(view.ofTask(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Written written) {
        HandedUp handedUp = summaries.handUp(task.number(), task.caller(), written);
        Map<String, Object> codes = new HashMap<>();
        codes.put(SemesterSummary.GOES_UP, handedUp.reviewBy() != null);
        if (handedUp.reviewBy() != null) {
            codes.put(SemesterSummary.REVIEW_BY, Date.from(handedUp.reviewBy()));
        }
        return codes;
    }
}
