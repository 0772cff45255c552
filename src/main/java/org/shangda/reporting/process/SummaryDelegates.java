package org.shangda.reporting.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.reporting.SummaryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagram tells the domain. Each bean is named in the diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class SummaryDelegates {

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
}
