package org.shangda.pairing.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.pairing.PairingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class PairingDelegates {

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
}
