package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Diagrams: every element that has an id, without how it is drawn. */
final class DiagramStructure extends Structure {

    private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

    /** How elements hang together. What changes these is a change of the drawing, and is never put into another drawing. */
    private static final Set<String> TIES = Set.of("in", "sourceRef", "targetRef", "attachedToRef");

    private static final Set<String> NOT_SAID_HERE = Set.of("incoming", "outgoing");

    private final Document document;
    private final Map<String, Element> elements = new HashMap<>();

    DiagramStructure(byte[] content) {
        document = Xml.read(content);
        Xml.children(document.getDocumentElement()).forEach(child -> read(child, ""));
        // Names of flows are those of what they connect, which stand anywhere in the file.
        List.copyOf(parts().values()).stream()
                .filter(part -> part.type().equals("sequenceFlow"))
                .forEach(flow -> add(new Part(flow.id(), flow.type(), nameOf(flow), flow.facts())));
    }

    private void read(Element element, String outer) {
        if (DRAWING.equals(element.getNamespaceURI())) {
            return;
        }
        String id = element.getAttribute("id");
        Map<String, String> facts = Xml.attributes(element);
        facts.put("in", outer);
        List<Element> inside = new ArrayList<>();
        for (Element child : Xml.children(element)) {
            if (child.getLocalName().equals("extensionElements")) {
                extensions(child, facts);
            } else if (child.hasAttribute("id")) {
                inside.add(child);
            } else if (!NOT_SAID_HERE.contains(child.getLocalName())) {
                facts.merge(child.getLocalName(), Xml.text(child), (one, more) -> one + ", " + more);
            }
        }
        elements.put(id, element);
        add(new Part(id, element.getLocalName(), element.getAttribute("name"), facts));
        inside.forEach(child -> read(child, id));
    }

    /** Each for itself, so that a difference names it. */
    private static void extensions(Element extensions, Map<String, String> facts) {
        for (Element one : Xml.children(extensions)) {
            if (one.getLocalName().equals("properties")) {
                Xml.children(one)
                        .forEach(property ->
                                facts.put("property " + property.getAttribute("name"), property.getAttribute("value")));
                continue;
            }
            Map<String, String> says = Xml.attributes(one);
            String which = says.getOrDefault("target", says.getOrDefault("name", says.getOrDefault("event", "")));
            facts.merge(
                    which.isEmpty() ? one.getLocalName() : one.getLocalName() + " " + which,
                    Xml.text(one),
                    (first, next) -> first + ", " + next);
        }
    }

    private String nameOf(Part flow) {
        return flow.name().isBlank()
                ? nameOf(flow.fact("sourceRef")) + " → " + nameOf(flow.fact("targetRef"))
                : flow.name();
    }

    private String nameOf(String id) {
        Part part = parts().get(id);
        return part == null || part.name().isBlank() ? id : part.name();
    }

    /** The order in which elements stand in the file says nothing. */
    @Override
    List<String> inOrder() {
        return List.of();
    }

    @Override
    byte[] with(Structure other, Set<String> ids) {
        DiagramStructure changed = (DiagramStructure) other;
        DiagramStructure copy = new DiagramStructure(Xml.write(document));
        for (String id : ids) {
            Part here = parts().get(id);
            Part there = changed.parts().get(id);
            if (here == null
                    || there == null
                    || !here.type().equals(there.type())
                    || TIES.stream().anyMatch(tie -> !here.fact(tie).equals(there.fact(tie)))) {
                throw new CannotPatch(id);
            }
            copy.patch(copy.elements.get(id), changed.elements.get(id));
        }
        return Xml.write(copy.document);
    }

    private void patch(Element here, Element there) {
        Xml.copyAttributes(there, here);
        Xml.children(here).stream().filter(DiagramStructure::isOfThePart).forEach(here::removeChild);
        Element last = null;
        for (Element child : Xml.children(there)) {
            if (isOfThePart(child)) {
                Element taken = (Element) document.importNode(child, true);
                boolean first = Set.of("documentation", "extensionElements").contains(child.getLocalName());
                if (first) {
                    Xml.insert(taken, here, last);
                    last = taken;
                } else {
                    here.appendChild(taken);
                }
            }
        }
    }

    private static boolean isOfThePart(Element child) {
        return child.getLocalName().equals("extensionElements")
                || !child.hasAttribute("id") && !NOT_SAID_HERE.contains(child.getLocalName());
    }
}
