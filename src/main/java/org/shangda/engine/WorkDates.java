package org.shangda.engine;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import java.util.WeakHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.shangda.work.Work;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.stereotype.Component;

/** {@code ${dueDate(execution)}} in a timer at a user task: the day by which its work is to be done, as its module says. */
@Component("dueDate")
class WorkDates extends AbstractProcessEnginePlugin {

    private static final String NAME = "dueDate";

    /** Whose work it is that an engine asks about: a function is called without an object. */
    private static final Map<ProcessEngineConfigurationImpl, WorkDates> BY_ENGINE =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final WorkItems items;

    WorkDates(WorkItems items) {
        this.items = items;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        BY_ENGINE.put(engine, this);
        try {
            Method function = WorkDates.class.getDeclaredMethod("of", DelegateExecution.class);
            function.setAccessible(true);
            engine.getExpressionManager().addFunction(NAME, function);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    static Date of(DelegateExecution execution) {
        Work work = OpenTasks.work(execution);
        WorkListener.requireNumber(work);
        return BY_ENGINE
                .get(Context.getProcessEngineConfiguration())
                .items
                .of(work.key())
                .filter(WorkItem::isDated)
                .map(item -> Date.from(item.due(work)))
                .orElseThrow(() -> new IllegalStateException(work.key() + " has no day"));
    }
}
