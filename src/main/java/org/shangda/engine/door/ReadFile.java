package org.shangda.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * A file with what it defines. The last ones are kept, because what is in force is read again with every deployment and
 * rarely another one.
 *
 * @param name without folders
 * @param problem why it cannot be read, or null
 */
record ReadFile(
        String name,
        List<String> keys,
        Map<String, Diagram> diagrams,
        Map<String, RuleTable> tables,
        FormFile form,
        String problem) {

    private static final int KEPT = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Content, ReadFile> LAST = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, ReadFile> eldest) {
            return size() > KEPT;
        }
    };

    /** Whoever reads them is alone: a model of a diagram must not be read by two at once. */
    static ReadFile of(String name, byte[] content) {
        synchronized (LAST) {
            return LAST.computeIfAbsent(new Content(name, content), key -> read(name, content));
        }
    }

    private static ReadFile read(String name, byte[] content) {
        String file = Definition.plain(name);
        List<String> keys = new ArrayList<>();
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        Map<String, RuleTable> tables = new LinkedHashMap<>();
        FormFile form = null;
        try {
            switch (Definition.kind(name)) {
                case "bpmn" -> {
                    for (Process process : Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                            .getModelElementsByType(Process.class)) {
                        keys.add(process.getId());
                        diagrams.put(process.getId(), new Diagram(file, process));
                    }
                }
                case "dmn" -> {
                    for (Decision decision : Dmn.readModelFromStream(new ByteArrayInputStream(content))
                            .getModelElementsByType(Decision.class)) {
                        keys.add(decision.getId());
                        RuleTable.of(file, decision).ifPresent(table -> tables.put(table.key(), table));
                    }
                }
                case "form" -> {
                    JsonNode json = JSON.readTree(content);
                    if (json != null && json.path("id").isTextual()) {
                        keys.add(json.get("id").asText());
                        form = new FormFile(file, json.get("id").asText(), json);
                    }
                }
                default -> {}
            }
            return new ReadFile(file, keys, diagrams, tables, form, null);
        } catch (IOException | RuntimeException e) {
            return new ReadFile(file, List.of(), Map.of(), Map.of(), null, innermost(e));
        }
    }

    private static String innermost(Throwable failure) {
        String words = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                words = cause.getMessage().replaceAll("\"https?://[^\"]*\":", "");
            }
        }
        return words;
    }

    /** Files are the same when their bytes are. */
    private record Content(String name, byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && name.equals(content.name) && Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + 31 * Arrays.hashCode(bytes);
        }
    }
}
