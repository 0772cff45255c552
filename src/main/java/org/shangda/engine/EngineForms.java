package org.shangda.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the form gateway into the engine. */
@Component
class EngineForms extends AbstractCamundaConfiguration {

    private final ObjectProvider<TaskForm<?>> taskForms;
    private final ObjectProvider<StartForm<?>> startForms;
    private final RefusedRequests refused;
    private final PlatformTransactionManager transactions;

    EngineForms(
            ObjectProvider<TaskForm<?>> taskForms,
            ObjectProvider<StartForm<?>> startForms,
            RefusedRequests refused,
            PlatformTransactionManager transactions) {
        this.taskForms = taskForms;
        this.startForms = startForms;
        this.refused = refused;
        this.transactions = transactions;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setFormService(new FormGateway(taskForms, startForms, refused, transactions));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new FormsOnly());
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
