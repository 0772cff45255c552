package org.shangda.reporting.process;

import org.shangda.engine.Step;
import org.shangda.reporting.SummaryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagram tells the domain. Each bean is named in the diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class SummaryDelegates {

    @Bean
    Step remindSummary(SummaryService summaries) {
        return Step.of(execution -> summaries.remindWriting(execution.getProcessBusinessKey()));
    }

    @Bean
    Step remindSummaryReview(SummaryService summaries) {
        return Step.of(execution -> summaries.remindReview(execution.getProcessBusinessKey()));
    }

    @Bean
    Step summaryLate(SummaryService summaries) {
        return Step.of(execution -> summaries.late(execution.getProcessBusinessKey()));
    }
}
