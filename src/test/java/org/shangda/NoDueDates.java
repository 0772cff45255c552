package org.shangda;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.util.ReflectionUtils;

/** The function of the shipped timers, for an engine without the product: a day that does not come. */
public final class NoDueDates {

    private NoDueDates() {}

    public static ProcessEngine in(ProcessEngine engine) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getExpressionManager()
                .addFunction(
                        "dueDate", ReflectionUtils.findMethod(NoDueDates.class, "dueDate", DelegateExecution.class));
        return engine;
    }

    public static Date dueDate(DelegateExecution execution) {
        return Date.from(Instant.parse("2100-01-01T00:00:00Z"));
    }
}
