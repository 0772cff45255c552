package org.shangda.concern.process;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.WeakHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.shangda.concern.Reminders;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ${workingDays(2)}} in a timer: close of business two working days from now, on the case's calendar. */
@Component("workingDays")
class WorkingDays extends AbstractProcessEnginePlugin {

    private static final String NAME = "workingDays";

    /** Which of them belongs to an engine: a function is called without an object. */
    private static final Map<ProcessEngineConfigurationImpl, WorkingDays> BY_ENGINE =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final ObjectProvider<Reminders> reminders;

    /** @param reminders provided late, because the engine's own set-up needs the domain */
    WorkingDays(ObjectProvider<Reminders> reminders) {
        this.reminders = reminders;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        BY_ENGINE.put(engine, this);
        try {
            Method function = WorkingDays.class.getDeclaredMethod("fromNow", long.class);
            function.setAccessible(true);
            engine.getExpressionManager().addFunction(NAME, function);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static Date fromNow(long days) {
        WorkingDays bean = BY_ENGINE.get(Context.getProcessEngineConfiguration());
        String number = Context.getBpmnExecutionContext().getExecution().getProcessBusinessKey();
        Instant then = bean.reminders.getObject().inWorkingDays(number, (int) days);
        return Date.from(then);
    }
}
