package org.shangda.engine.versions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.shangda.engine.door.SafeXml;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reading and writing diagrams and tables as trees. */
final class Xml {

    /** What the standards mean where nothing is said: some programs write it, others leave it out. */
    private static final Map<String, Set<String>> UNSAID = Map.ofEntries(
            Map.entry("behavior", Set.of("All")),
            Map.entry("cancelActivity", Set.of("true")),
            Map.entry("completionQuantity", Set.of("1")),
            Map.entry("gatewayDirection", Set.of("Unspecified")),
            Map.entry("hitPolicy", Set.of("UNIQUE")),
            Map.entry("implementation", Set.of("##unspecified", "##WebService")),
            Map.entry("isClosed", Set.of("false")),
            Map.entry("isForCompensation", Set.of("false")),
            Map.entry("isInterrupting", Set.of("true")),
            Map.entry("isSequential", Set.of("false")),
            Map.entry("isStartableInTasklist", Set.of("true")),
            Map.entry("parallelMultiple", Set.of("false")),
            Map.entry("preferredOrientation", Set.of("Rule-as-Row")),
            Map.entry("processType", Set.of("None")),
            Map.entry("startQuantity", Set.of("1")),
            Map.entry("triggeredByEvent", Set.of("false")));

    private Xml() {}

    static Document read(byte[] content) {
        try {
            return SafeXml.read(content);
        } catch (SAXException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] write(Document document) {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            var text = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    /** Attributes by their local names, but for ids, declarations of namespaces, and what goes without saying. */
    static TreeMap<String, String> attributes(Element element) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            boolean declares = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            boolean unsaid =
                    UNSAID.getOrDefault(attribute.getLocalName(), Set.of()).contains(attribute.getValue());
            if (!declares && !unsaid && !attribute.getLocalName().equals("id")) {
                attributes.put(attribute.getLocalName(), attribute.getValue());
            }
        }
        return attributes;
    }

    /** Everything in it that is not layout, as a reader can read it. */
    static String text(Element element) {
        List<Element> children = children(element);
        if (children.size() == 1 && children.get(0).getLocalName().equals("text")) {
            return children.get(0).getTextContent().strip();
        }
        if (children.isEmpty() && !element.getTextContent().isBlank()) {
            return element.getTextContent().strip();
        }
        String attributes = attributes(element).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
        String inside = children.stream()
                .map(child -> child.getLocalName() + "(" + text(child) + ")")
                .collect(Collectors.joining(", "));
        return attributes.isEmpty() || inside.isEmpty() ? attributes + inside : attributes + ", " + inside;
    }

    static void copyAttributes(Element from, Element to) {
        while (to.getAttributes().getLength() > 0) {
            to.removeAttributeNode((Attr) to.getAttributes().item(0));
        }
        for (int i = 0; i < from.getAttributes().getLength(); i++) {
            to.setAttributeNodeNS(
                    (Attr) to.getOwnerDocument().importNode(from.getAttributes().item(i), true));
        }
    }

    /** After another, on a line of its own; at the beginning of its parent when there is none. */
    static void insert(Element what, Element parent, Element after) {
        Node next = after == null ? parent.getFirstChild() : after.getNextSibling();
        parent.insertBefore(what, next);
        parent.insertBefore(parent.getOwnerDocument().createTextNode("\n"), what);
    }
}
