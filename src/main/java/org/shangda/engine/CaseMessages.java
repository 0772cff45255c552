package org.shangda.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

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

    /** In the surrounding transaction. A case that does not wait for the message hears nothing of it. */
    public void tell(String number, String message) {
        asTheProduct.run(() -> engine.getObject()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAll());
    }
}
