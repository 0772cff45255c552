package org.shangda.concern.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** What an administrator has filled in at an element of a diagram: its properties, by name. */
final class Settings {

    private Settings() {}

    static Map<String, String> of(BaseElement element) {
        Map<String, String> settings = new HashMap<>();
        var extensions = element.getExtensionElements();
        if (extensions != null) {
            extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(properties -> properties.getCamundaProperties().stream())
                    .filter(property -> property.getCamundaName() != null && property.getCamundaValue() != null)
                    .forEach(property -> settings.put(
                            property.getCamundaName(),
                            property.getCamundaValue().strip()));
        }
        return settings;
    }
}
