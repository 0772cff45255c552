package org.shangda.paper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One part of a Word file as a tree: what Word would do when it is opened, and what tells of people. */
final class TemplateTree {

    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Trees are copied and written by going down into them. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_QUOTE = 40;

    /** Brings in another file, a program's object or a source of data. */
    private static final Set<String> ACTIVE = Set.of(
            "altChunk", "subDoc", "object", "OLEObject", "control", "mailMerge", "attachedTemplate", "contentPart");

    /** Fields (ISO 29500-1, 17.16.5) that ask nobody but the page. */
    private static final Set<String> FIELDS = Set.of("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES");

    /** Remarks, whose words are left out, and ties to data that are left out. */
    private static final Set<String> LEFT_OUT =
            Set.of("commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding");

    private final List<Element> leftOut = new ArrayList<>();
    private final Deque<StringBuilder> fields = new ArrayDeque<>();

    private TemplateTree() {}

    /** @throws Refusal where something in it would act, lead elsewhere, or name who changed what */
    static void keepStill(Document document) {
        TemplateTree tree = new TemplateTree();
        int depth = 0;
        Node node = document.getDocumentElement();
        while (node != null) {
            if (node instanceof Element element) {
                tree.look(element);
            }
            Node next = node.getFirstChild();
            if (next != null && ++depth > DEEPEST) {
                throw Refusal.invalid("template.not-docx");
            }
            while (next == null && node != null && node != document.getDocumentElement()) {
                next = node.getNextSibling();
                if (next == null) {
                    node = node.getParentNode();
                    depth--;
                }
            }
            node = next;
        }
        tree.fields.forEach(TemplateTree::refuseUnlessAllowed);
        tree.leftOut.forEach(one -> one.getParentNode().removeChild(one));
    }

    private void look(Element element) {
        String name = element.getLocalName();
        if (ACTIVE.contains(name)) {
            throw Refusal.invalid("template.active", name);
        }
        if (element.hasAttributeNS(WORD, "author")) {
            throw Refusal.invalid("template.tracked");
        }
        if (LEFT_OUT.contains(name)) {
            leftOut.add(element);
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (Set.of("src", "href").contains(attribute.getLocalName())
                    && !attribute.getNodeValue().isBlank()) {
                throw Refusal.invalid("template.external", attribute.getNodeValue());
            }
        }
        if (WORD.equals(element.getNamespaceURI())) {
            field(element, name);
        }
    }

    /** What a field asks for may be cut into runs, and another field may stand in it. */
    private void field(Element element, String name) {
        switch (name) {
            case "fldSimple" -> refuseUnlessAllowed(element.getAttributeNS(WORD, "instr"));
            case "fldChar" -> {
                String kind = element.getAttributeNS(WORD, "fldCharType");
                if (kind.equals("begin")) {
                    fields.push(new StringBuilder());
                } else if (kind.equals("end") && !fields.isEmpty()) {
                    refuseUnlessAllowed(fields.pop());
                }
            }
            case "instrText", "delInstrText" -> {
                if (fields.isEmpty()) {
                    fields.push(new StringBuilder());
                }
                fields.peek().append(element.getTextContent());
            }
            default -> {}
        }
    }

    private static void refuseUnlessAllowed(CharSequence instruction) {
        String said = instruction.toString().strip();
        String what = said.split("[\\s\\\\]", 2)[0];
        if (!what.isEmpty() && !FIELDS.contains(what.toUpperCase(Locale.ROOT))) {
            throw Refusal.invalid("template.field", Inputs.shortened(said, LONGEST_QUOTE));
        }
    }
}
