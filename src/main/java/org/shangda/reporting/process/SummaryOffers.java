package org.shangda.reporting.process;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shangda.engine.OfferedTasks;
import org.shangda.engine.Offering;
import org.shangda.reporting.SummaryService;
import org.shangda.university.Offer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagram tells the domain, and to whom the domain offers its tasks. */
@Configuration(proxyBeanMethods = false)
class SummaryOffers {

    @Bean
    TaskListener offerSummaryWriting(SummaryService summaries, Offering offering) {
        return task ->
                offering.give(task, summaries.offerWriting(task.getExecution().getProcessBusinessKey()));
    }

    @Bean
    TaskListener offerSummaryReview(SummaryService summaries, Offering offering) {
        return task ->
                offering.give(task, summaries.offerReview(task.getExecution().getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate remindSummary(SummaryService summaries) {
        return execution -> summaries.remindWriting(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate remindSummaryReview(SummaryService summaries) {
        return execution -> summaries.remindReview(execution.getProcessBusinessKey());
    }

    @Bean
    JavaDelegate summaryLate(SummaryService summaries) {
        return execution -> summaries.late(execution.getProcessBusinessKey());
    }

    /** Open tasks follow the roster. */
    @Bean
    OfferedTasks summaryTasks(SummaryService summaries) {
        Map<String, Function<OfferedTasks.Work, Offer>> offers = Map.of(
                SemesterSummary.WRITE, work -> summaries.offerWriting(work.number()),
                SemesterSummary.REVIEW, work -> summaries.offerReview(work.number()));
        return () -> offers;
    }
}
