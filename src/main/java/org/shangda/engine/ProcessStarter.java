package org.shangda.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts a process for the domain, where no start form does: the domain has checked the input and who may. */
@Component
public class ProcessStarter {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    ProcessStarter(ObjectProvider<ProcessEngine> engine, AsTheProduct asTheProduct) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
    }

    /** In the surrounding transaction. @param codes codes, ids, dates and booleans; never a story */
    public void start(String process, String number, Map<String, Object> codes) {
        asTheProduct.run(() -> FormGateway.whileSubmitting(
                process,
                () -> engine.getObject().getRuntimeService().startProcessInstanceByKey(process, number, codes)));
    }
}
