package org.shangda.pairing.process;

import org.shangda.engine.door.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of pairs and the product have agreed on. */
@Configuration(proxyBeanMethods = false)
class PairingContracts {

    @Bean
    Contract pairingLifecycleContract() {
        return Contract.of(PairingLifecycle.PROCESS)
                .steps("pairingUnanswered", "pairingNotObjected")
                .mayIgnore("pairingUnanswered." + PairingLifecycle.NEXT)
                .hears(PairingLifecycle.CARRIER_GONE, PairingLifecycle.OVER);
    }

    @Bean
    Contract pairingWaveContract() {
        return Contract.of(PairingWave.PROCESS);
    }

    @Bean
    Contract pairingChangeContract() {
        return Contract.of(PairingChange.PROCESS);
    }
}
