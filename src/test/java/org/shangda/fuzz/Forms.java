package org.shangda.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is sent with a form: its fields as its file describes them, and a little otherwise. */
class Forms {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> read = new HashMap<>();

    /** @param form its id @return the body that Tasklist would send */
    ObjectNode filled(Odd odd, String form, List<String> ids) {
        ObjectNode variables = NODES.objectNode();
        fields(odd, file(form).path("components"), ids, (key, value) -> {
            ObjectNode variable = variables.putObject(key);
            if (value.isContainerNode()) {
                variable.put("value", value.toString()).put("type", "Json");
            } else {
                variable.set("value", value);
            }
            if (odd.chance(0.05)) {
                variable.put("type", odd.variableType());
            }
        });
        if (odd.chance(0.05)) {
            variables.set(odd.text(), odd.value());
        }
        return NODES.objectNode().set("variables", variables);
    }

    private interface Sink {
        void put(String key, JsonNode value);
    }

    private void fields(Odd odd, JsonNode components, List<String> ids, Sink sink) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("dynamiclist")) {
                ArrayNode rows = NODES.arrayNode();
                for (int i = odd.below(4); i > 0; i--) {
                    ObjectNode row = rows.addObject();
                    fields(odd, component.path("components"), ids, row::set);
                }
                sink.put(component.path("path").asText(), odd.chance(0.05) ? odd.value() : rows);
            } else if (component.has("components")) {
                fields(odd, component.path("components"), ids, sink);
            } else if (component.has("key") && !component.path("disabled").asBoolean() && !odd.chance(0.15)) {
                sink.put(component.path("key").asText(), field(odd, component, type, ids));
            }
        }
    }

    private static JsonNode field(Odd odd, JsonNode component, String type, List<String> ids) {
        if (odd.chance(0.1)) {
            return odd.value();
        }
        JsonNode options = component.path("values");
        if (!options.isEmpty()) {
            JsonNode value = options.get(odd.below(options.size())).path("value");
            return type.equals("checklist") || type.equals("taglist")
                    ? NODES.arrayNode().add(value)
                    : value;
        }
        return switch (type) {
            case "checkbox" -> NODES.booleanNode(odd.chance(0.7));
            case "number" -> NODES.numberNode(odd.below(40));
            case "datetime" -> NODES.textNode(odd.of(List.of("2026-03-02", "2026-02-20", "2026-04-01", "2020-01-01")));
            default -> NODES.textNode(odd.chance(0.3) ? odd.text() : odd.chance(0.5) ? odd.of(ids) : "请核实后答复。");
        };
    }

    private JsonNode file(String form) {
        return read.computeIfAbsent(form, name -> {
            Path file = Path.of("forms", name + ".form");
            try {
                return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()) : NODES.objectNode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
