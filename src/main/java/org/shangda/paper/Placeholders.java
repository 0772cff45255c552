package org.shangda.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The places of one paragraph that are filled in, written {@code {{name}}}; a Chinese keyboard writes the brackets wide. Word cuts a
 * text into runs wherever somebody has stopped typing, so what belongs together is found in the text of all of them.
 */
final class Placeholders {

    private static final Pattern PLACE = Pattern.compile("[{｛]{2}([^{}｛｝]*)[}｝]{2}");
    private static final Pattern LOOSE = Pattern.compile("[{｛]{2}|[}｝]{2}");

    private final List<Element> texts = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final String text;

    private Placeholders(Element paragraph) {
        StringBuilder all = new StringBuilder();
        for (Element one : elements(paragraph, "t")) {
            if (above(one, "p") == paragraph) {
                texts.add(one);
                starts.add(all.length());
                all.append(one.getTextContent());
            }
        }
        text = all.toString();
    }

    static Placeholders of(Element paragraph) {
        return new Placeholders(paragraph);
    }

    static List<Element> paragraphs(Element within) {
        return elements(within, "p");
    }

    static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS(TemplateTree.WORD, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    /** The innermost element of that name around it, or null. */
    static Element above(Node node, String name) {
        Node above = node.getParentNode();
        while (above != null
                && !(name.equals(above.getLocalName()) && TemplateTree.WORD.equals(above.getNamespaceURI()))) {
            above = above.getParentNode();
        }
        return (Element) above;
    }

    List<String> names() {
        return PLACE.matcher(text).results().map(Placeholders::name).toList();
    }

    private static String name(MatchResult place) {
        return place.group(1).strip();
    }

    /** Whether brackets are left over that are closed or opened nowhere in the paragraph. */
    boolean isLoose() {
        return LOOSE.matcher(PLACE.matcher(text).replaceAll("")).find();
    }

    String text() {
        return text;
    }

    /** What is filled in is never looked at again, whatever it looks like. @param values nothing where there is none */
    void fill(Map<String, String> values) {
        List<MatchResult> places = PLACE.matcher(text).results().toList();
        // From the end, so that what is before keeps its place.
        for (int at = places.size() - 1; at >= 0; at--) {
            MatchResult place = places.get(at);
            put(place.start(), place.end(), legal(values.getOrDefault(name(place), "")));
        }
        if (!places.isEmpty()) {
            texts.forEach(Placeholders::breakLines);
        }
    }

    private void put(int start, int end, String value) {
        for (int at = 0; at < texts.size(); at++) {
            int first = starts.get(at);
            int after = at + 1 < texts.size() ? starts.get(at + 1) : text.length();
            if (first < end && start < after) {
                String was = texts.get(at).getTextContent();
                String before = was.substring(0, Math.max(0, start - first));
                String behind = was.substring(Math.min(end, after) - first);
                texts.get(at).setTextContent(before + (first <= start ? value : "") + behind);
            }
        }
    }

    /** Lines of a text are lines of the paragraph. */
    private static void breakLines(Element text) {
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        String[] lines = text.getTextContent().split("\\R", -1);
        text.setTextContent(lines[0]);
        Node next = text.getNextSibling();
        for (int line = 1; line < lines.length; line++) {
            text.getParentNode().insertBefore(beside(text, "br"), next);
            Element more = (Element) text.cloneNode(false);
            more.setTextContent(lines[line]);
            text.getParentNode().insertBefore(more, next);
        }
    }

    private static Element beside(Element text, String name) {
        String prefix = text.getPrefix() == null ? "" : text.getPrefix() + ":";
        return text.getOwnerDocument().createElementNS(TemplateTree.WORD, prefix + name);
    }

    /** Without what no XML file may have; POI writes the same sign into workbooks. */
    private static String legal(String value) {
        StringBuilder legal = new StringBuilder(value.length());
        value.codePoints().forEach(letter -> legal.appendCodePoint(isLegal(letter) ? letter : '?'));
        return legal.toString();
    }

    /** XML 1.0, production 2. */
    private static boolean isLegal(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || letter >= ' ' && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
