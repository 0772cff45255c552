package org.shangda.pairing.process;

import org.shangda.engine.Step;
import org.shangda.pairing.Answers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams tell the domain. Each bean is named in a diagram; none decides anything. */
@Configuration(proxyBeanMethods = false)
class PairingDelegates {

    @Bean
    Step pairingUnanswered(Answers answers) {
        return Step.of(
                execution -> PairingLifecycle.codes(answers.unanswered(execution.getProcessBusinessKey())),
                PairingLifecycle.UNANSWERED);
    }

    @Bean
    Step pairingNotObjected(Answers answers) {
        return Step.of(
                execution -> PairingLifecycle.codes(answers.notObjected(execution.getProcessBusinessKey())),
                PairingLifecycle.next("active", "find"));
    }
}
