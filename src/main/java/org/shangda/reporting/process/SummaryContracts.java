package org.shangda.reporting.process;

import org.shangda.engine.door.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagram of summaries and the product have agreed on. */
@Configuration(proxyBeanMethods = false)
class SummaryContracts {

    @Bean
    Contract semesterSummaryContract() {
        return Contract.of(SemesterSummary.PROCESS)
                .mayIgnore(SemesterSummary.REMIND_AT, SemesterSummary.REVIEW_BY)
                .steps("summaryLate")
                .mayLeaveOut("remindSummary", "remindSummaryReview");
    }
}
