package org.shangda.concern.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shangda.concern.FollowingService;
import org.shangda.concern.HandlingService;
import org.shangda.concern.SupervisionService;
import org.shangda.engine.Offering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives each new task to whom the domain offers it. */
@Configuration(proxyBeanMethods = false)
class ConcernOffers {

    private final Offering offering;

    ConcernOffers(Offering offering) {
        this.offering = offering;
    }

    // --- level-handling ---

    @Bean
    TaskListener offerHandling(HandlingService handling) {
        return task -> offering.give(task, handling.offer(number(task), handling(task), task.getId()));
    }

    /** 签收 is Tasklist's claim. */
    @Bean
    TaskListener recordReceipt(HandlingService handling) {
        return task -> {
            if (task.getAssignee() != null) {
                handling.received(number(task), task.getId(), task.getAssignee());
            }
        };
    }

    @Bean
    TaskListener offerSignature(HandlingService handling) {
        return task -> offering.give(task, handling.offerSignature(number(task), handling(task), task.getId()));
    }

    @Bean
    TaskListener offerSupplement(FollowingService following) {
        return task -> offering.give(
                task, following.offerToColleague(number(task), "supplement", instant(task, LevelHandling.WAIT_UNTIL)));
    }

    @Bean
    TaskListener offerOpinion(HandlingService handling) {
        return task -> offering.give(task, handling.offerOpinion(number(task), handling(task), task.getId()));
    }

    @Bean
    TaskListener offerDecision(HandlingService handling) {
        return task -> offering.give(task, handling.offerDecision(number(task), handling(task), task.getId()));
    }

    // --- supervision ---

    @Bean
    TaskListener offerSupervision(SupervisionService supervision) {
        return task -> offering.give(task, supervision.offer(number(task), handling(task), task.getId()));
    }

    // --- concern-escalation ---

    @Bean
    TaskListener offerToColleague(FollowingService following) {
        return task -> offering.give(task, following.offerToColleague(number(task), "my-concern", null));
    }

    @Bean
    TaskListener offerToRaiser(FollowingService following) {
        return task -> offering.give(task, following.offerToRaiser(number(task), "raised-for-colleague"));
    }

    @Bean
    TaskListener offerAnswerToRead(FollowingService following) {
        return task -> offering.give(task, following.offerToUnitInCharge(number(task), "pass-on"));
    }

    @Bean
    TaskListener offerReferral(FollowingService following) {
        return task -> offering.give(task, following.offerToUnitInCharge(number(task), "referral"));
    }

    @Bean
    TaskListener offerRating(FollowingService following) {
        return task -> offering.give(
                task, following.offerToColleague(number(task), "rate", instant(task, ConcernEscalation.RATE_BY)));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    private static long handling(DelegateTask task) {
        return ((Number) task.getVariable(LevelHandling.HANDLING)).longValue();
    }

    private static Instant instant(DelegateTask task, String variable) {
        Date date = (Date) task.getVariable(variable);
        return date == null ? null : date.toInstant();
    }
}
