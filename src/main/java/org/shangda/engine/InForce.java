package org.shangda.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.shangda.engine.door.Definition;
import org.shangda.work.Courses;
import org.shangda.work.StartForm;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;
import org.springframework.stereotype.Component;

/** The latest version of every diagram, table and form, with its file. */
@Component
class InForce extends AbstractCamundaConfiguration implements Supplier<Collection<Definition>> {

    private final WorkItems items;
    private final Courses courses;
    private SpringProcessEngineConfiguration engine;

    /** @param items the forms that anybody can be shown are those of the tasks and of the starts */
    InForce(WorkItems items, Courses courses) {
        this.items = items;
        this.courses = courses;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        engine = configuration;
    }

    /** Whoever asks, it is the same. */
    @Override
    public Collection<Definition> get() {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(this::read));
    }

    private Collection<Definition> read(CommandContext context) {
        List<Definition> all = new ArrayList<>();
        // Not the queries' list(): it is refused to logged-in callers, because it has no upper bound.
        context.getProcessDefinitionManager()
                .findProcessDefinitionsByQueryCriteria(
                        (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl()
                                .withoutTenantId()
                                .latestVersion(),
                        null)
                .forEach(definition -> add(context, "bpmn", definition, all));
        context.getDecisionDefinitionManager()
                .findDecisionDefinitionsByQueryCriteria(
                        (DecisionDefinitionQueryImpl) new DecisionDefinitionQueryImpl()
                                .withoutTenantId()
                                .latestVersion(),
                        null)
                .forEach(definition -> add(context, "dmn", definition, all));
        Set<String> forms = new LinkedHashSet<>();
        items.withTemplates().stream().map(WorkItem::form).forEach(forms::add);
        courses.all().stream()
                .flatMap(course -> course.startForm().stream())
                .map(StartForm::id)
                .forEach(forms::add);
        for (String form : forms) {
            ResourceDefinition latest =
                    context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(form, null);
            if (latest != null) {
                add(context, "form", latest, all);
            }
        }
        return all;
    }

    private static void add(CommandContext context, String kind, ResourceDefinition definition, List<Definition> all) {
        var resource = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        if (resource != null) {
            all.add(new Definition(kind, definition.getKey(), definition.getResourceName(), resource.getBytes()));
        }
    }
}
