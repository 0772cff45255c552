package org.shangda.pairing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.shangda.engine.Offering;
import org.shangda.pairing.PairingService;
import org.shangda.pairing.WaveService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain, and to whom it offers each new task. */
@Configuration(proxyBeanMethods = false)
class PairingDelegates {

    private final Offering offering;

    PairingDelegates(Offering offering) {
        this.offering = offering;
    }

    @Bean
    JavaDelegate pairingUnanswered(PairingService forming) {
        return execution ->
                execution.setVariables(PairingLifecycle.codes(forming.unanswered(execution.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate pairingNotObjected(PairingService forming) {
        return execution ->
                execution.setVariables(PairingLifecycle.codes(forming.notObjected(execution.getProcessBusinessKey())));
    }

    @Bean
    TaskListener offerConsent(PairingService forming) {
        return task -> offering.give(task, forming.offerToColleague(number(task), "pairing-consent"));
    }

    @Bean
    TaskListener offerTelling(PairingService forming) {
        return task -> offering.give(task, forming.offerToColleague(number(task), "pairing-tell"));
    }

    @Bean
    TaskListener offerAcceptance(PairingService forming) {
        return task -> offering.give(task, forming.offerToCarrier(number(task)));
    }

    @Bean
    TaskListener offerChoice(PairingService forming) {
        return task -> offering.give(task, forming.offerToCollege(number(task)));
    }

    @Bean
    TaskListener offerFinding(PairingService forming) {
        return task -> offering.give(task, forming.offerToSecretary(number(task)));
    }

    @Bean
    TaskListener offerWave(WaveService waves) {
        return task -> offering.give(task, waves.offer(number(task)));
    }

    private static String number(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
