package org.shangda.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells running cases for the domain that something has happened. */
@Component
public class CaseMessages {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    CaseMessages(ObjectProvider<ProcessEngine> engine, AsTheProduct asTheProduct) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
    }

    /** Whether a case waits for the message now. */
    public boolean isHeard(String number, String message) {
        return asTheProduct.call(() -> engine.getObject()
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(number)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0);
    }

    /** Whether a case, or a part of it, is suspended: it hears nothing until it is resumed. */
    public boolean isSuspended(String number) {
        return asTheProduct.call(() -> engine.getObject()
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(number)
                        .suspended()
                        .count()
                > 0);
    }

    /** In the surrounding transaction, when everything else in it is done. */
    public void tellAtItsEnd(String number, String message) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                tell(number, message);
            }
        });
    }

    /** In the surrounding transaction. A case that does not wait for the message hears nothing of it. */
    public void tell(String number, String message) {
        asTheProduct.run(() -> engine.getObject()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAll());
    }
}
