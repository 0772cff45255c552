package org.shangda.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.shangda.numbering.Submissions;
import org.shangda.work.AddedFields;
import org.shangda.work.Courses;
import org.shangda.work.Gate;
import org.shangda.work.WorkItems;
import org.shangda.work.WorkTitles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts into the engine what stands before forms and tasks: gateway, gate, and the listener that offers every task. */
@Component
class EngineForms extends AbstractCamundaConfiguration {

    private final WorkItems items;
    private final Courses courses;
    private final Gate gate;
    private final WorkTitles titles;
    private final Offering offering;
    private final ObjectProvider<Submissions> submissions;
    private final AddedFields added;
    private final RefusedRequests refused;
    private final FormTransaction transaction;

    EngineForms(
            WorkItems items,
            Courses courses,
            Gate gate,
            WorkTitles titles,
            Offering offering,
            ObjectProvider<Submissions> submissions,
            AddedFields added,
            RefusedRequests refused,
            FormTransaction transaction) {
        this.items = items;
        this.courses = courses;
        this.gate = gate;
        this.titles = titles;
        this.offering = offering;
        this.submissions = submissions;
        this.added = added;
        this.refused = refused;
        this.transaction = transaction;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setFormService(new FormGateway(items, courses, gate, titles, submissions, added, transaction));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new ClaimGate(gate, refused)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new ClaimGate(gate, refused)));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new FormsOnly(items, courses));
        listeners.add(new WorkListener(items, offering));
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    private static List<CommandInterceptor> with(List<CommandInterceptor> present, CommandInterceptor one) {
        List<CommandInterceptor> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(one);
        return all;
    }
}
