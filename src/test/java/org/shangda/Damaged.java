package org.shangda;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.shangda.engine.door.Finding;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A shipped file with one small edit, as an administrator could make it in Modeler. */
final class Damaged {

    private Damaged() {}

    static String shipped(String file) {
        return new String(ShippedDoor.FILES.get(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> one(String file, String content) {
        return new TreeMap<>(Map.of(file, content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** @throws AssertionError when the edit changes nothing: then the shipped file is another one by now */
    static UnaryOperator<String> replace(String was, String is) {
        return content -> {
            if (!content.contains(was)) {
                throw new AssertionError("not in the file: " + was);
            }
            return content.replace(was, is);
        };
    }

    static UnaryOperator<String> replaceFirst(String pattern, String is) {
        return content -> {
            String changed = java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.DOTALL)
                    .matcher(content)
                    .replaceFirst(is);
            if (changed.equals(content)) {
                throw new AssertionError("not in the file: " + pattern);
            }
            return changed;
        };
    }

    static UnaryOperator<String> xml(Consumer<Xml> edit) {
        return content -> {
            Xml xml = new Xml(content);
            edit.accept(xml);
            return xml.text();
        };
    }

    static List<Finding> examine(String file, UnaryOperator<String> edit) {
        Map<String, byte[]> files = one(file, edit.apply(shipped(file)));
        return ShippedDoor.open().examine(files);
    }

    static String said(Finding finding) {
        return finding.file() + " " + finding.place() + " " + finding.code() + " " + finding.arguments();
    }

    static UnaryOperator<String> cell(String row, String column, String content) {
        return xml(it -> it.cell(row, column, content));
    }

    static UnaryOperator<String> form(
            java.util.function.Consumer<java.util.ArrayList<com.fasterxml.jackson.databind.JsonNode>> edit) {
        return content -> {
            try {
                var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
                var json = (com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(content);
                var all = new java.util.ArrayList<com.fasterxml.jackson.databind.JsonNode>();
                json.get("components").forEach(all::add);
                edit.accept(all);
                var components = mapper.createArrayNode();
                all.forEach(components::add);
                json.set("components", components);
                return mapper.writeValueAsString(json);
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** A diagram or table, edited by ids. */
    static final class Xml {

        private final Document document;

        Xml(String content) {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content.getBytes("UTF-8")));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        String text() {
            try {
                StringWriter text = new StringWriter();
                TransformerFactory.newInstance()
                        .newTransformer()
                        .transform(new DOMSource(document), new StreamResult(text));
                return text.toString();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        List<Element> elements() {
            List<Element> all = new ArrayList<>();
            var nodes = document.getElementsByTagName("*");
            for (int i = 0; i < nodes.getLength(); i++) {
                all.add((Element) nodes.item(i));
            }
            return all;
        }

        Element get(String id) {
            return elements().stream()
                    .filter(element -> element.getAttribute("id").equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + id));
        }

        List<Element> named(String name) {
            return elements().stream()
                    .filter(element -> name.equals(element.getLocalName()))
                    .toList();
        }

        /** With its flows, what is attached to it, and the drawing of all of these. */
        Xml delete(String id) {
            Element element = get(id);
            List<String> gone = new ArrayList<>(List.of(id));
            elements().stream()
                    .filter(one -> isInside(one, element) && one.hasAttribute("id"))
                    .forEach(one -> gone.add(one.getAttribute("id")));
            elements().stream()
                    .filter(one -> gone.contains(one.getAttribute("attachedToRef")))
                    .forEach(one -> gone.add(one.getAttribute("id")));
            elements().stream()
                    .filter(one -> gone.contains(one.getAttribute("sourceRef"))
                            || gone.contains(one.getAttribute("targetRef")))
                    .forEach(one -> gone.add(one.getAttribute("id")));
            for (Element one : elements()) {
                if (gone.contains(one.getAttribute("default"))) {
                    one.removeAttribute("default");
                }
                boolean refers = ("incoming".equals(one.getLocalName()) || "outgoing".equals(one.getLocalName()))
                        && gone.contains(one.getTextContent().strip());
                if (one.getParentNode() != null
                        && (refers
                                || gone.contains(one.getAttribute("id"))
                                || gone.contains(one.getAttribute("bpmnElement")))) {
                    one.getParentNode().removeChild(one);
                }
            }
            return this;
        }

        private static boolean isInside(Node node, Node outer) {
            for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
                if (at == outer) {
                    return true;
                }
            }
            return false;
        }

        /** The flow leads elsewhere. */
        Xml lead(String flow, String target) {
            Element moved = get(flow);
            moved.setAttribute("targetRef", target);
            for (Element one : named("incoming")) {
                if (one.getTextContent().strip().equals(flow)) {
                    one.getParentNode().removeChild(one);
                }
            }
            Element incoming = document.createElementNS(moved.getNamespaceURI(), "bpmn:incoming");
            incoming.setTextContent(flow);
            Element to = get(target);
            Node before = null;
            for (Node child = to.getFirstChild(); child != null; child = child.getNextSibling()) {
                String name = child.getLocalName();
                if (child instanceof Element && !"documentation".equals(name) && !"extensionElements".equals(name)) {
                    before = child;
                    break;
                }
            }
            to.insertBefore(incoming, before);
            return this;
        }

        Xml set(String id, String attribute, String value) {
            Element element = get(id);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                if (element.getAttributes().item(i).getNodeName().equals(attribute)) {
                    element.getAttributes().item(i).setNodeValue(value);
                    return this;
                }
            }
            if (attribute.startsWith("camunda:")) {
                element.setAttributeNS("http://camunda.org/schema/1.0/bpmn", attribute, value);
            } else {
                element.setAttribute(attribute, value);
            }
            return this;
        }

        Xml unset(String id, String attribute) {
            get(id).removeAttribute(attribute);
            return this;
        }

        Xml deleteInside(String id, String name) {
            Element outer = get(id);
            elements().stream()
                    .filter(one -> name.equals(one.getLocalName()) && isInside(one, outer))
                    .forEach(one -> one.getParentNode().removeChild(one));
            return this;
        }

        /** The cell of a row, by the name of its column. */
        Xml cell(String row, String column, String content) {
            List<String> columns = new ArrayList<>();
            named("inputExpression")
                    .forEach(one -> columns.add(one.getTextContent().strip()));
            named("output").forEach(one -> columns.add(one.getAttribute("name")));
            Element rule = get(row);
            List<Element> cells = elements().stream()
                    .filter(one ->
                            one.getParentNode() == rule && one.getLocalName().endsWith("Entry"))
                    .toList();
            Element text = (Element) cells.get(columns.indexOf(column))
                    .getElementsByTagNameNS("*", "text")
                    .item(0);
            text.setTextContent(content);
            return this;
        }

        /** A copy of a row becomes the first one. */
        Xml copyToTop(String row, String id) {
            Element copy = (Element) get(row).cloneNode(true);
            copy.setAttribute("id", id);
            var inner = copy.getElementsByTagName("*");
            for (int i = 0; i < inner.getLength(); i++) {
                Element one = (Element) inner.item(i);
                if (one.hasAttribute("id")) {
                    one.setAttribute("id", one.getAttribute("id") + "_" + id);
                }
            }
            Element first = named("rule").get(0);
            first.getParentNode().insertBefore(copy, first);
            return this;
        }
    }
}
