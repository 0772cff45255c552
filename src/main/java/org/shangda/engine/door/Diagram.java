package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A process as it would be in force.
 */
public final class Diagram {

    private static final Pattern ONE_NAME = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final String file;
    private final Process process;
    private final Map<Class<?>, List<? extends ModelElementInstance>> byType = new HashMap<>();
    private DataFlow flow;
    private final Map<String, List<SequenceFlow>> outgoing = new LinkedHashMap<>();
    private final Map<String, List<SequenceFlow>> incoming = new LinkedHashMap<>();
    private final Map<String, List<BoundaryEvent>> attached = new LinkedHashMap<>();

    /** @param file name without folders */
    Diagram(String file, Process process) {
        this.file = file;
        this.process = process;
        for (SequenceFlow flow : all(SequenceFlow.class)) {
            if (flow.getSource() != null && flow.getTarget() != null) {
                outgoing.computeIfAbsent(flow.getSource().getId(), any -> new ArrayList<>())
                        .add(flow);
                incoming.computeIfAbsent(flow.getTarget().getId(), any -> new ArrayList<>())
                        .add(flow);
            }
        }
        for (BoundaryEvent event : all(BoundaryEvent.class)) {
            if (event.getAttachedTo() != null) {
                attached.computeIfAbsent(event.getAttachedTo().getId(), any -> new ArrayList<>())
                        .add(event);
            }
        }
    }

    public String file() {
        return file;
    }

    public Process process() {
        return process;
    }

    /** What leaves a node, by where the flows begin: the engine looks at nothing else. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node.getId(), List.of());
    }

    List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node.getId(), List.of());
    }

    public List<BoundaryEvent> attached(FlowNode node) {
        return attached.getOrDefault(node.getId(), List.of());
    }

    public String key() {
        return process.getId();
    }

    public BpmnModelInstance model() {
        return (BpmnModelInstance) process.getModelInstance();
    }

    /** All elements of a type, also those in subprocesses. */
    public <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return byType
                .computeIfAbsent(type, any -> {
                    Collection<T> every = model().getModelElementsByType(type);
                    return every.stream().filter(this::isInside).toList();
                })
                .stream()
                .map(type::cast)
                .toList();
    }

    /** The same for all rules. */
    DataFlow flow(Contracts contracts) {
        if (flow == null) {
            flow = new DataFlow(this, contracts);
        }
        return flow;
    }

    private boolean isInside(ModelElementInstance element) {
        for (ModelElementInstance at = element; at != null; at = at.getParentElement()) {
            if (at.equals(process)) {
                return true;
            }
        }
        return false;
    }

    /** How a finding names an element: by its id, and by the name that stands in the drawing. */
    public static String place(BaseElement element) {
        String name = element instanceof FlowElement drawn ? drawn.getName() : null;
        return place(element.getId(), name);
    }

    /** @param name null or blank where there is none */
    public static String place(String id, String name) {
        return name == null || name.isBlank() ? id : id + "「" + name.strip() + "」";
    }

    /** The name in an expression that is nothing but a name. */
    public static Optional<String> name(String expression) {
        Matcher one = ONE_NAME.matcher(expression == null ? "" : expression.strip());
        return one.matches() ? Optional.of(one.group(1)) : Optional.empty();
    }

    public static List<CamundaIn> ins(CallActivity call) {
        return extensions(call, CamundaIn.class);
    }

    public static List<CamundaOut> outs(CallActivity call) {
        return extensions(call, CamundaOut.class);
    }

    /** What a call hands on as a fixed text, for example its level. */
    public static Optional<String> constant(CallActivity call, String target) {
        return ins(call).stream()
                .filter(in -> target.equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .map(CamundaIn::getCamundaSourceExpression)
                .findFirst();
    }

    static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    /** Id of the element template that an element follows, or null. */
    public static String template(BaseElement element) {
        return element.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "modelerTemplate");
    }

    /** Key of the work that a task is: its id, or, in a task that follows a template of the product's, the template. */
    static String workOf(UserTask task, Set<String> known) {
        String template = template(task);
        return template != null && known.contains(template) ? template : task.getId();
    }
}
