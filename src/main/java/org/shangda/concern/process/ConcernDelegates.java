package org.shangda.concern.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.concern.FollowingService;
import org.shangda.concern.HandlingService;
import org.shangda.concern.SupervisionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class ConcernDelegates {

    // --- level-handling ---

    @Bean
    JavaDelegate enterLevel(HandlingService handling) {
        return execution -> execution.setVariables(CodesOf.entered(
                handling.enter(number(execution), (String) execution.getVariable(LevelHandling.LEVEL), (String)
                        execution.getVariable(LevelHandling.STAGE))));
    }

    @Bean
    JavaDelegate checkTime(HandlingService handling) {
        return execution ->
                execution.setVariables(CodesOf.time(handling.checkTime(number(execution), handling(execution))));
    }

    @Bean
    JavaDelegate resumeHandling(HandlingService handling) {
        return execution ->
                execution.setVariables(CodesOf.progress(handling.resume(number(execution), handling(execution))));
    }

    // --- supervision ---

    @Bean
    JavaDelegate supervisionLapsed(SupervisionService supervision) {
        return execution ->
                execution.setVariables(CodesOf.decided(supervision.lapse(number(execution), handling(execution))));
    }

    // --- concern-escalation ---

    @Bean
    ExecutionListener grantConfirmation(FollowingService following) {
        return execution -> execution.setVariables(Map.of(
                ConcernEscalation.CONFIRM_BY, CodesOf.date(following.confirmBy(number(execution))),
                ConcernEscalation.SECOND_RETURN, following.returnedTwice(number(execution))));
    }

    @Bean
    ExecutionListener grantReading(FollowingService following) {
        return execution -> execution.setVariables(Map.of(
                ConcernEscalation.CONFIRM_BY, CodesOf.date(following.confirmBy(number(execution))),
                ConcernEscalation.ANSWERED_LEVEL, following.levelThatAnswered(number(execution))));
    }

    @Bean
    JavaDelegate passOnBySilence(FollowingService following) {
        return execution -> following.goesOn(number(execution), true);
    }

    @Bean
    JavaDelegate referBySilence(FollowingService following) {
        return execution -> following.goesOn(number(execution), false);
    }

    @Bean
    JavaDelegate deliverAnswer(FollowingService following) {
        return execution ->
                execution.setVariable(ConcernEscalation.RATE_BY, CodesOf.date(following.answered(number(execution))));
    }

    @Bean
    JavaDelegate closeUnrated(FollowingService following) {
        return execution -> following.unrated(number(execution));
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    private static long handling(DelegateExecution execution) {
        return ((Number) execution.getVariable(LevelHandling.HANDLING)).longValue();
    }
}
