package org.shangda.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.shangda.refusal.Sentences;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What diagrams call things, in the reader's language. They are named in Chinese; what something is called in another language
 * stands beside it in its extension property {@code en.name}, as in forms. What has none keeps its Chinese name.
 */
@Component
public class DrawnNames {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    DrawnNames(ObjectProvider<ProcessEngine> engine, AsTheProduct asTheProduct) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
    }

    /** Code of two letters. Where nobody reads, Chinese. */
    public static String language() {
        return Sentences.language().getLanguage();
    }

    /** The name of a process; its key where it has none. */
    public String of(ProcessDefinition definition) {
        return asTheProduct.call(() -> beside(engine.getObject()
                        .getRepositoryService()
                        .getBpmnModelInstance(definition.getId())
                        .<Process>getModelElementById(definition.getKey()))
                .orElse(inChinese(definition)));
    }

    /** The same as it is kept where it is to be read later. */
    public static String inChinese(ProcessDefinition definition) {
        String name = definition.getName();
        return name == null || name.isBlank() ? definition.getKey() : name;
    }

    /** The same, of a definition of which the id is known; null where it is of no process. */
    String ofDefinition(String id) {
        return asTheProduct
                .call(() -> engine.getObject()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .list())
                .stream()
                .map(this::of)
                .findFirst()
                .orElse(null);
    }

    /** The same, of a process of which the definition's id is known. */
    public String ofProcess(String definition) {
        return of(asTheProduct.call(
                () -> engine.getObject().getRepositoryService().getProcessDefinition(definition)));
    }

    /** What a process is called now, where the name that was kept is Chinese and the reader's language another. */
    public String known(String key, String kept) {
        return language().equals("zh")
                ? kept
                : asTheProduct
                        .call(() -> engine.getObject()
                                .getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(key)
                                .latestVersion()
                                .list())
                        .stream()
                        .map(this::of)
                        .findFirst()
                        .orElse(kept);
    }

    /** The name of an element; empty where it has none. */
    public static String of(FlowElement element) {
        String chinese = element.getName();
        return beside(element).orElse(chinese == null ? "" : chinese.strip());
    }

    private static Optional<String> beside(BaseElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return Optional.empty();
        }
        String wanted = language() + ".name";
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(all -> all.getCamundaProperties().stream())
                .filter(one -> wanted.equals(one.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}
