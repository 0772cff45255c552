package org.shangda.engine.door.walk;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shipped files with something changed in one diagram. The drawing is left out. */
public final class Damaged {

    private final String file;
    private String xml;

    private Damaged(String file, String xml) {
        this.file = file;
        this.xml = xml;
    }

    public static Damaged diagram(String process) {
        String file = process + ".bpmn";
        String xml = new String(Shipped.files().get(file), StandardCharsets.UTF_8);
        return new Damaged(
                file,
                xml.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                        .replace(" />", "/>"));
    }

    public Damaged replace(String text, String instead) {
        if (!xml.contains(text)) {
            throw new AssertionError(file + " has no " + text);
        }
        xml = xml.replace(text, instead);
        return this;
    }

    /** Elements and flows, with what else names them. */
    public Damaged without(String... ids) {
        for (String id : ids) {
            xml = element(id).replaceFirst("");
            xml = xml.replaceAll("<bpmn:(incoming|outgoing)>" + id + "</bpmn:\\1>", "");
            xml = xml.replace(" default=\"" + id + "\"", "");
        }
        return this;
    }

    /** The flow leads to another element. */
    public Damaged lead(String flow, String target) {
        xml = xml.replaceAll("<bpmn:incoming>" + flow + "</bpmn:incoming>", "");
        String one = found(element(flow));
        return replace(one, one.replaceFirst("targetRef=\"[^\"]*\"", "targetRef=\"" + target + "\""));
    }

    /** The conditions of two flows change places; one of them may have none. */
    public Damaged swapTargets(String one, String other) {
        String first = target(one);
        String second = target(other);
        return lead(one, second).lead(other, first);
    }

    private String target(String flow) {
        Matcher target = Pattern.compile("targetRef=\"([^\"]*)\"").matcher(found(element(flow)));
        target.find();
        return target.group(1);
    }

    private Matcher element(String id) {
        return Pattern.compile("(?s)<bpmn:(\\w+) id=\"" + id + "\"(?:[^>]*/>|[^>]*>.*?</bpmn:\\1>)")
                .matcher(xml);
    }

    private static String found(Matcher element) {
        if (!element.find()) {
            throw new AssertionError("not found: " + element.pattern());
        }
        return element.group();
    }

    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>(Shipped.files());
        files.put(file, xml.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
