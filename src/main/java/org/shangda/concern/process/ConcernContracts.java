package org.shangda.concern.process;

import org.shangda.engine.door.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagrams of concerns and the product have agreed on. */
@Configuration(proxyBeanMethods = false)
class ConcernContracts {

    private static final String[] LEAVES = Visit.LEAVING.toArray(String[]::new);

    @Bean
    Contract concernEscalationContract() {
        return Contract.of(ConcernEscalation.PROCESS)
                .mayIgnore(ConcernEscalation.TYPE, ConcernEscalation.CATEGORY)
                .steps(
                        "grantConfirmation",
                        "grantReading",
                        "passOnBySilence",
                        "referBySilence",
                        "deliverAnswer",
                        "closeUnrated")
                .alike(LEAVES);
    }

    @Bean
    Contract levelHandlingContract() {
        return Contract.of(LevelHandling.PROCESS)
                .isCalledWith(LevelHandling.STAGE)
                .gives(LevelHandling.OUTCOME, LEAVES)
                .steps("enterLevel", "checkTime", "resumeHandling", "goOn")
                .hears(LevelHandling.MERGED, LevelHandling.GOES_ON)
                .repeats("UserTask_Opinion")
                .has(LevelHandling.CLOCK.toArray(String[]::new))
                .alike(LEAVES)
                .alike("passed-up", "handle", "ask", "explain", "assist")
                .alike("extended", "received");
    }

    @Bean
    Contract supervisionContract() {
        return Contract.of(SupervisionProcess.PROCESS)
                .isCalledWith(LevelHandling.HANDLING, LevelHandling.SUPERVISE_UNTIL)
                .gives(SupervisionProcess.DECISION, MayTell.supervision(SupervisionProcess.DECISION))
                .gives(LevelHandling.OUTCOME, MayTell.supervision(LevelHandling.OUTCOME))
                .gives(LevelHandling.NEXT_AT)
                .steps("supervisionLapsed")
                .alike(MayTell.supervision(SupervisionProcess.DECISION));
    }

    @Bean
    Contract concernCollectionContract() {
        return Contract.of(ConcernCollection.PROCESS);
    }
}
