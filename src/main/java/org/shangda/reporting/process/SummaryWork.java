package org.shangda.reporting.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.shangda.reporting.SummaryService;
import org.shangda.reporting.SummaryService.HandedUp;
import org.shangda.reporting.SummaryService.Review;
import org.shangda.reporting.SummaryService.Reviewed;
import org.shangda.reporting.SummaryService.Written;
import org.shangda.reporting.SummaryView;
import org.shangda.work.Course;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people do for a summary. */
@Configuration(proxyBeanMethods = false)
class SummaryWork {

    private final SummaryService summaries;
    private final SummaryView view;
    private final ShownSummary shown;

    SummaryWork(SummaryService summaries, SummaryView view, ShownSummary shown) {
        this.summaries = summaries;
        this.view = view;
        this.shown = shown;
    }

    @Bean
    Course semesterSummary() {
        return Course.of(SemesterSummary.PROCESS)
                .setsOutWith(SemesterSummary.SET_OUT)
                .withTasks(SemesterSummary.WRITE, SemesterSummary.REVIEW)
                .rememberedFor(3650);
    }

    /** 撰写学期总结. */
    @Bean
    WorkItem<Written> writeSummary() {
        return WorkItem.of(SemesterSummary.WRITE, "write-summary", Written.class)
                .showsAddedFieldsOf("write-summary", "review-summary")
                .mayLack("problems", "plans")
                .offeredTo(work -> summaries.offerWriting(work.number()))
                .readAhead(numbers -> summaries.readAhead(numbers))
                .shows(work -> shown.of(view.toWrite(work.number(), work.caller())))
                .takes((work, written) -> codes(summaries.handUp(work.number(), work.caller(), written)))
                .answers(SemesterSummary.HANDED_UP);
    }

    private static Map<String, Object> codes(HandedUp handedUp) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(SemesterSummary.GOES_UP, handedUp.reviewBy() != null);
        if (handedUp.reviewBy() != null) {
            codes.put(SemesterSummary.REVIEW_BY, Date.from(handedUp.reviewBy()));
        }
        return codes;
    }

    /** 审阅学期总结. */
    @Bean
    WorkItem<Review> reviewSummary() {
        return WorkItem.of(SemesterSummary.REVIEW, "review-summary", Review.class)
                .showsAddedFieldsOf("write-summary", "review-summary")
                .offeredTo(work -> summaries.offerReview(work.number()))
                .readAhead(numbers -> summaries.readAhead(numbers))
                .shows(work -> shown.of(view.ofTask(work.number(), work.caller())))
                .takes((work, review) -> codes(summaries.review(work.number(), work.caller(), review)))
                .answers(SemesterSummary.REVIEWED);
    }

    private static Map<String, Object> codes(Reviewed reviewed) {
        return reviewed.accepted()
                ? Map.of(SemesterSummary.ACCEPTED, true)
                : Map.of(
                        SemesterSummary.ACCEPTED, false,
                        SemesterSummary.REMIND_AT, Date.from(reviewed.remind()),
                        SemesterSummary.DUE_AT, Date.from(reviewed.due()));
    }
}
