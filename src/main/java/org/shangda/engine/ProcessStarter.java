package org.shangda.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.shangda.work.Courses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts a process for the domain, where no start form does: the domain has checked the input and who may. */
@Component
public class ProcessStarter {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;
    private final Courses courses;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    ProcessStarter(ObjectProvider<ProcessEngine> engine, AsTheProduct asTheProduct, Courses courses) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
        this.courses = courses;
    }

    /** In the surrounding transaction. @param codes codes, ids, dates and booleans; never a story */
    public void start(String process, String number, Map<String, Object> codes) {
        asTheProduct.run(() -> FormGateway.whileSubmitting(
                process,
                () -> engine.getObject()
                        .getRuntimeService()
                        .startProcessInstanceByKey(process, number, settingOut(process, codes))));
    }

    /**
     * The same, in the middle of the diagram.
     *
     * @param elements ids of those at which it sets out
     */
    public void startAt(String process, String number, Map<String, Object> codes, List<String> elements) {
        asTheProduct.run(() -> FormGateway.whileSubmitting(process, () -> {
            var start = engine.getObject()
                    .getRuntimeService()
                    .createProcessInstanceByKey(process)
                    .businessKey(number)
                    .setVariables(settingOut(process, codes));
            elements.forEach(start::startBeforeActivity);
            return start.execute();
        }));
    }

    /** Work is over otherwise than through its form, in the surrounding transaction. @param codes as those of {@link #start} */
    public void complete(String task, Map<String, Object> codes) {
        asTheProduct.run(() -> FormGateway.whileSubmitting(task, () -> {
            engine.getObject().getTaskService().complete(task, codes);
            return null;
        }));
    }

    private Map<String, Object> settingOut(String process, Map<String, Object> codes) {
        return courses.of(process).map(course -> course.settingOut(codes)).orElse(codes);
    }

    /**
     * Starts many, in the surrounding transaction and as one command: what the engine writes goes to the database in
     * batches.
     *
     * @param codesByNumber for each number what {@link #start} takes
     */
    public void startAll(String process, Map<String, Map<String, Object>> codesByNumber) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        asTheProduct.run(() -> configuration.getCommandExecutorTxRequired().execute(context -> {
            codesByNumber.forEach((number, codes) -> start(process, number, codes));
            return null;
        }));
    }
}
