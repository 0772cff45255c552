package org.shangda.engine.door;

import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Examines a diagram or a table: every element, every attribute, every text. */
class XmlRules {

    /** Nobody draws deeper; reading it would need a stack without end. */
    private static final int DEEPEST = 60;

    private final Vocabulary vocabulary;
    private final ValueRule values;

    /** What a value must be like. */
    interface ValueRule {

        /**
         * @param element its name as the vocabulary writes it
         * @param attribute likewise; empty for the text of the element
         */
        void examine(String element, String attribute, String value, String place, Findings.OfFile findings);
    }

    XmlRules(Vocabulary vocabulary, ValueRule values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    void examine(byte[] content, Findings.OfFile findings) {
        root(content, findings).ifPresent(root -> examine(root, "", 0, findings));
    }

    private void examine(Element element, String outer, int depth, Findings.OfFile findings) {
        String place = element.hasAttribute("id") ? element.getAttribute("id") : outer;
        String name = vocabulary.name(element.getNamespaceURI(), element.getLocalName());
        if (depth > DEEPEST) {
            findings.add(place, "depth");
        } else if (!vocabulary.hasElement(name)) {
            refuse(element, name, "element", place, findings);
        } else {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                examine(name, (Attr) element.getAttributes().item(i), place, findings);
            }
            values.examine(name, "", ownText(element), place, findings);
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element inner) {
                    examine(inner, place, depth + 1, findings);
                }
            }
        }
    }

    private void examine(String element, Attr attribute, String place, Findings.OfFile findings) {
        String name = vocabulary.name(attribute.getNamespaceURI(), attribute.getLocalName());
        if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
            return; // Declares a namespace, which harms nobody until something is in it.
        }
        if (vocabulary.hasAttribute(element, name)) {
            values.examine(element, name, attribute.getValue(), place, findings);
        } else {
            refuse(attribute, name, "attribute", place, findings);
        }
    }

    private void refuse(Node node, String name, String kind, String place, Findings.OfFile findings) {
        String namespace = node.getNamespaceURI();
        if (namespace != null && !vocabulary.hasNamespace(namespace)) {
            findings.add(place, "namespace", node.getNodeName(), namespace);
        } else {
            findings.add(place, vocabulary.reason(name).orElse(kind), node.getNodeName());
        }
    }

    /** As the engine reads it: all pieces together, whatever stands between them. */
    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static Optional<Element> root(byte[] content, Findings.OfFile findings) {
        try {
            return Optional.of(SafeXml.read(content).getDocumentElement());
        } catch (SAXParseException e) {
            findings.add(
                    "", "xml", String.valueOf(e.getLineNumber()), String.valueOf(e.getColumnNumber()), e.getMessage());
        } catch (SAXException | IOException e) {
            findings.add("", "unreadable");
        }
        return Optional.empty();
    }
}
