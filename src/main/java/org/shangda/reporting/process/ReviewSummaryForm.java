package org.shangda.reporting.process;

import java.util.Date;
import java.util.Map;
import org.shangda.engine.OpenTask;
import org.shangda.engine.TaskForm;
import org.shangda.reporting.SummaryService;
import org.shangda.reporting.SummaryService.Review;
import org.shangda.reporting.SummaryService.Reviewed;
import org.shangda.reporting.SummaryView;
import org.springframework.stereotype.Component;

/** 审阅学期总结. */
@Component
class ReviewSummaryForm implements TaskForm<Review> {

    private final SummaryService summaries;
    private final SummaryView view;
    private final ShownSummary shown;

    ReviewSummaryForm(SummaryService summaries, SummaryView view, ShownSummary shown) {
        this.summaries = summaries;
        this.view = view;
        this.shown = shown;
    }

    @Override
    public String id() {
        return "review-summary";
    }

    @Override
    public boolean belongsTo(String taskKey) {
        return taskKey.equals(SemesterSummary.REVIEW);
    }

    @Override
    public Class<Review> values() {
        return Review.class;
    }

    @Override
    public Map<String, Object> show(OpenTask task) {
        return shown.of(view.ofTask(task.number()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Review review) {
        Reviewed reviewed = summaries.review(task.number(), task.caller(), review);
        return reviewed.accepted()
                ? Map.of(SemesterSummary.ACCEPTED, true)
                : Map.of(
                        SemesterSummary.ACCEPTED, false,
                        SemesterSummary.REMIND_AT, Date.from(reviewed.remind()),
                        SemesterSummary.DUE_AT, Date.from(reviewed.due()));
    }
}
