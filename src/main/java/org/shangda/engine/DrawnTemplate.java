package org.shangda.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * That a user task follows an element template, and what an administrator has filled in there. Kept with the element while
 * its diagram is parsed, so that nobody has to read the diagram again.
 *
 * @param id of the template
 * @param settings what it says, by name; {@code name} is what the element is called
 */
record DrawnTemplate(String id, Map<String, String> settings) {

    private static final String PROPERTY = "shangda.template";

    static Optional<DrawnTemplate> read(Element element) {
        String id = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "modelerTemplate");
        if (id == null) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>();
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            properties
                    .elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")
                    .forEach(property -> {
                        if (property.attribute("name") != null && property.attribute("value") != null) {
                            settings.put(property.attribute("name"), property.attribute("value"));
                        }
                    });
        }
        if (element.attribute("name") != null) {
            settings.put("name", element.attribute("name"));
        }
        return Optional.of(new DrawnTemplate(id, Map.copyOf(settings)));
    }

    void keepWith(ActivityImpl activity) {
        activity.setProperty(PROPERTY, this);
    }

    static Optional<DrawnTemplate> of(PvmActivity activity) {
        return Optional.ofNullable(activity).map(element -> (DrawnTemplate) element.getProperty(PROPERTY));
    }
}
