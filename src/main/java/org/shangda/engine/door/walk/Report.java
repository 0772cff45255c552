package org.shangda.engine.door.walk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shangda.engine.door.Diagram;
import org.shangda.engine.door.Finding;

/** What is found on a walk, each once. */
public class Report {

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"(?: name=\"([^\"&]*)\")?");

    private final Map<List<Object>, Finding> findings = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final String main;

    Report(Scenario scenario) {
        scenario.files().forEach((name, content) -> {
            if (!name.startsWith(Scenario.STUB)) {
                ID.matcher(new String(content, StandardCharsets.UTF_8))
                        .results()
                        .forEach(id -> {
                            files.putIfAbsent(id.group(1), name);
                            if (id.group(2) != null && !id.group(2).isBlank()) {
                                names.putIfAbsent(id.group(1), id.group(2).strip());
                            }
                        });
            }
        });
        main = files.getOrDefault(scenario.process(), scenario.process() + ".bpmn");
    }

    /**
     * @param place id of the element, empty for the diagram
     * @param code of the sentence, after {@code engine.door.walk.}
     */
    public void add(String place, String code, Object... arguments) {
        // What a stub stands for has no place in the proposed diagrams.
        String known = files.containsKey(place) ? Diagram.place(place, names.get(place)) : "";
        Finding finding = new Finding(
                Finding.Severity.REFUSE, files.getOrDefault(place, main), known, "walk." + code, List.of(arguments));
        findings.putIfAbsent(List.of(finding.file(), known, code, List.of(arguments)), finding);
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(findings.values());
    }
}
