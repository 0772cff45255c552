package org.shangda.pairing.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shangda.pairing.Answers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class PairingDelegates {

    @Bean
    JavaDelegate pairingUnanswered(Answers answers) {
        return execution ->
                execution.setVariables(PairingLifecycle.codes(answers.unanswered(execution.getProcessBusinessKey())));
    }

    @Bean
    JavaDelegate pairingNotObjected(Answers answers) {
        return execution ->
                execution.setVariables(PairingLifecycle.codes(answers.notObjected(execution.getProcessBusinessKey())));
    }
}
