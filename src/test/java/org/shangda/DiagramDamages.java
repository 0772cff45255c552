package org.shangda;

import static org.shangda.DamageKind.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shangda.Damaged.Xml;
import org.w3c.dom.Element;

/** What may happen to the elements of a diagram: each is removed, renamed, led elsewhere, made something else. */
final class DiagramDamages {

    private static final List<String> TASKS = List.of("userTask", "serviceTask", "callActivity");
    private static final List<String> GATEWAYS = List.of("exclusiveGateway", "inclusiveGateway", "parallelGateway");
    private static final List<String> EVENTS =
            List.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");

    private final String file;
    private final Xml shipped;
    private final List<Damage> all = new ArrayList<>();

    private DiagramDamages(String file) {
        this.file = file;
        this.shipped = new Xml(Damaged.shipped(file));
    }

    static List<Damage> of(String file) {
        DiagramDamages damages = new DiagramDamages(file);
        for (Element element : damages.shipped.elements()) {
            damages.of(element);
        }
        damages.references();
        damages.all.addAll(DiagramValueDamages.of(file));
        return damages.all;
    }

    private void of(Element element) {
        String id = element.getAttribute("id");
        String name = element.getLocalName();
        if (name.equals("sequenceFlow")) {
            flow(element, id);
        } else if (TASKS.contains(name) || GATEWAYS.contains(name) || EVENTS.contains(name) || isInner(name)) {
            node(element, id, name);
        }
    }

    private static boolean isInner(String name) {
        return name.equals("subProcess") || name.equals("task") || name.equals("eventBasedGateway");
    }

    private void add(DamageKind kind, String at, Consumer<Xml> edit) {
        all.add(Damage.xml(kind, file, at, edit));
    }

    private void flow(Element flow, String id) {
        add(FLOW_REMOVED, id, it -> it.delete(id));
        add(FLOW_RENAMED, id, it -> rename(it, id, id + "_2"));
        String source = flow.getAttribute("sourceRef");
        if (!shipped.get(source).getLocalName().equals("startEvent")
                && !shipped.get(source).getLocalName().equals("boundaryEvent")) {
            add(FLOW_TO_ITS_SOURCE, id, it -> it.lead(id, source));
        }
        end(flow).ifPresent(end -> add(FLOW_TO_AN_END, id, it -> it.lead(id, end)));
        if (!flow.getAttribute("name").isEmpty()) {
            add(LABEL_CHANGED, id, it -> it.set(id, "name", "另一个名称"));
        }
    }

    /** Another end of the same scope than the one that it leads to. */
    private Optional<String> end(Element flow) {
        return shipped.elements().stream()
                .filter(one -> "endEvent".equals(one.getLocalName()) && one.getParentNode() == flow.getParentNode())
                .map(one -> one.getAttribute("id"))
                .filter(end -> !end.equals(flow.getAttribute("targetRef")))
                .findFirst();
    }

    private List<Element> outgoing(String id) {
        return shipped.named("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(id))
                .toList();
    }

    private List<String> incoming(String id) {
        return shipped.named("sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("targetRef").equals(id))
                .map(flow -> flow.getAttribute("id"))
                .toList();
    }

    private void node(Element node, String id, String name) {
        add(ELEMENT_REMOVED, id, it -> it.delete(id));
        if (outgoing(id).size() == 1 && !incoming(id).isEmpty()) {
            String next = outgoing(id).get(0).getAttribute("targetRef");
            add(ELEMENT_BRIDGED, id, it -> {
                incoming(id).forEach(flow -> it.lead(flow, next));
                it.delete(id);
            });
        }
        add(name.equals("userTask") ? TASK_RENAMED : ELEMENT_RENAMED, id, it -> rename(it, id, id + "_2"));
        add(LABEL_CHANGED, id, it -> it.set(id, "name", "另一个名称"));
        if (GATEWAYS.contains(name)) {
            gateway(node, id, name);
        }
        if (TASKS.contains(name)) {
            for (String other : List.of("manualTask", "userTask", "serviceTask", "receiveTask")) {
                if (!other.equals(name)) {
                    add(TASK_CHANGED, id + " " + other, it -> become(it, id, other));
                }
            }
            add(COMPENSATION, id, it -> it.set(id, "isForCompensation", "true"));
        }
        if (name.equals("boundaryEvent")) {
            boundary(node, id);
        }
        if (name.equals("startEvent")
                && ((Element) node.getParentNode())
                        .getAttribute("triggeredByEvent")
                        .equals("true")) {
            String turned = String.valueOf(node.getAttribute("isInterrupting").equals("false"));
            add(INTERRUPTING_TURNED, id, it -> it.set(id, "isInterrupting", turned));
        }
        if (name.equals("subProcess")) {
            String turned =
                    String.valueOf(!node.getAttribute("triggeredByEvent").equals("true"));
            add(BY_EVENT_TURNED, id, it -> it.set(id, "triggeredByEvent", turned));
        }
    }

    private void gateway(Element gateway, String id, String name) {
        if (outgoing(id).size() + incoming(id).size() > 2) {
            GATEWAYS.stream()
                    .filter(other -> !other.equals(name))
                    .forEach(other -> add(GATEWAY_CHANGED, id + " " + other, it -> become(it, id, other)));
        }
        String usual = gateway.getAttribute("default");
        if (!usual.isEmpty()) {
            add(DEFAULT_REMOVED, id, it -> it.unset(id, "default"));
        }
        List<Element> ways = outgoing(id);
        for (int i = 0; i + 1 < ways.size(); i++) {
            String one = ways.get(i).getAttribute("id");
            String next = ways.get(i + 1).getAttribute("id");
            String oneLeads = ways.get(i).getAttribute("targetRef");
            String nextLeads = ways.get(i + 1).getAttribute("targetRef");
            if (!name.equals("parallelGateway") && !oneLeads.equals(nextLeads)) {
                add(
                        FLOWS_SWAPPED,
                        one + "+" + next,
                        it -> it.lead(one, nextLeads).lead(next, oneLeads));
            }
            if (usual.equals(one) || usual.equals(next)) {
                String other = usual.equals(one) ? next : one;
                add(DEFAULT_MOVED, id, it -> it.set(id, "default", other));
            }
        }
    }

    private void boundary(Element event, String id) {
        String turned = String.valueOf(event.getAttribute("cancelActivity").equals("false"));
        add(INTERRUPTING_TURNED, id, it -> it.set(id, "cancelActivity", turned));
        shipped.elements().stream()
                .filter(one -> TASKS.contains(one.getLocalName()) && one.getParentNode() == event.getParentNode())
                .map(one -> one.getAttribute("id"))
                .filter(other -> !other.equals(event.getAttribute("attachedToRef")))
                .findFirst()
                .ifPresent(other -> add(ATTACHED_ELSEWHERE, id, it -> it.set(id, "attachedToRef", other)));
    }

    /** What an element refers to, and what stands inside it without an id of its own. */
    private void references() {
        Map<String, List<String>> known = new LinkedHashMap<>();
        known.put("camunda:formRef", List.of("rate-answer", "handle-concern"));
        known.put("camunda:delegateExpression", List.of("${deliverAnswer}", "${enterLevel}", "${openDutySheets}"));
        known.put("delegateExpression", List.of("${deliverAnswer}", "${enterLevel}"));
        known.put("calledElement", List.of("supervision", "contact-duty"));
        known.put(
                "messageRef",
                shipped.named("message").stream()
                        .map(one -> one.getAttribute("id"))
                        .toList());
        List<Element> elements = shipped.elements();
        for (int i = 0; i < elements.size(); i++) {
            int at = i;
            Element element = elements.get(i);
            String place = place(element);
            known.forEach((attribute, others) -> {
                String value = element.getAttribute(attribute);
                if (!value.isEmpty()) {
                    add(REFERENCE_REMOVED, place, it -> it.elements().get(at).removeAttribute(attribute));
                    add(
                            REFERENCE_MISSPELT,
                            place,
                            it -> it.elements().get(at).setAttribute(attribute, value.replaceFirst("\\w(}?)$", "$1")));
                    others.stream()
                            .filter(other -> !other.equals(value))
                            .limit(1)
                            .forEach(other -> add(
                                    REFERENCE_TO_ANOTHER,
                                    place + " " + other,
                                    it -> it.elements().get(at).setAttribute(attribute, other)));
                }
            });
            inside(element, at, place);
        }
    }

    private void inside(Element element, int at, String place) {
        String name = element.getLocalName();
        Consumer<Xml> remove = it -> {
            Element one = it.elements().get(at);
            one.getParentNode().removeChild(one);
        };
        if (name.endsWith("EventDefinition")) {
            add(EVENT_DEFINITION_REMOVED, place, remove);
        } else if (name.equals("multiInstanceLoopCharacteristics")) {
            add(LOOP_REMOVED, place, remove);
            String turned = String.valueOf(!element.getAttribute("isSequential").equals("true"));
            add(LOOP_CHANGED, place + " sequential", it -> it.elements().get(at).setAttribute("isSequential", turned));
        } else if (List.of("in", "out", "executionListener", "taskListener", "inputParameter", "outputParameter")
                .contains(name)) {
            add(EXTENSION_REMOVED, place, remove);
            for (String attribute : List.of("source", "target", "sourceExpression", "businessKey", "name", "event")) {
                if (element.hasAttribute(attribute)) {
                    add(MAPPING_MISSPELT, place + " " + attribute, it -> {
                        Element one = it.elements().get(at);
                        one.setAttribute(attribute, one.getAttribute(attribute).replaceFirst("\\w(}?)$", "x$1"));
                    });
                }
            }
        } else if (name.equals("message")) {
            add(MESSAGE_RENAMED, place, it -> it.elements().get(at).setAttribute("name", "another"));
            add(REFERENCE_REMOVED, place, it -> it.elements().get(at).removeAttribute("name"));
        }
    }

    /** Its own id, or the nearest one with what it is. */
    static String place(Element element) {
        StringBuilder inside = new StringBuilder();
        Element at = element;
        while (!at.hasAttribute("id") && at.getParentNode() instanceof Element outer) {
            String more = at.getLocalName().equals("extensionElements")
                    ? ""
                    : "/" + at.getLocalName()
                            + Stream.of("target", "event", "name")
                                    .filter(at::hasAttribute)
                                    .map(at::getAttribute)
                                    .map(value -> ":" + value)
                                    .findFirst()
                                    .orElse("");
            inside.insert(0, more);
            at = outer;
        }
        return at.getAttribute("id") + inside;
    }

    /** The id, and whatever refers to it. */
    private static void rename(Xml it, String id, String other) {
        for (Element element : it.elements()) {
            for (String attribute :
                    List.of("id", "sourceRef", "targetRef", "attachedToRef", "default", "bpmnElement", "messageRef")) {
                if (element.getAttribute(attribute).equals(id)) {
                    element.setAttribute(attribute, other);
                }
            }
            if (("incoming".equals(element.getLocalName()) || "outgoing".equals(element.getLocalName()))
                    && element.getTextContent().strip().equals(id)) {
                element.setTextContent(other);
            }
        }
    }

    /** As Modeler's "change element" does it: what the other element cannot have is gone. */
    private static void become(Xml it, String id, String other) {
        Element element = it.get(id);
        element.getOwnerDocument().renameNode(element, element.getNamespaceURI(), "bpmn:" + other);
        List<String> gone = new ArrayList<>(List.of("calledElement"));
        if (!other.equals("userTask")) {
            gone.addAll(List.of("camunda:formRef", "camunda:formRefBinding"));
        }
        if (!other.equals("serviceTask")) {
            gone.add("camunda:delegateExpression");
        }
        if (other.equals("parallelGateway")) {
            gone.add("default");
            for (Element flow : it.named("sequenceFlow")) {
                while (flow.getAttribute("sourceRef").equals(id)
                        && flow.getElementsByTagNameNS("*", "conditionExpression")
                                        .getLength()
                                > 0) {
                    flow.removeChild(flow.getElementsByTagNameNS("*", "conditionExpression")
                            .item(0));
                }
            }
        }
        gone.forEach(element::removeAttribute);
    }
}
