package org.shangda.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests for every operation of an OpenAPI document: as it describes them, and a little otherwise. */
class Operations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 4;

    private final JsonNode document;
    private final List<Operation> all = new ArrayList<>();

    record Operation(String method, String path, JsonNode description) {

        boolean uploads() {
            return description.path("requestBody").path("content").has("multipart/form-data");
        }
    }

    Operations(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> !path.getKey().startsWith("/api/probe"))
                        .forEach(operation -> all.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
    }

    List<Operation> all() {
        return all;
    }

    /** @param ids what there is, to stand in an address now and then */
    Shot shot(Odd odd, String person, Operation operation, String prefix, List<String> ids) {
        StringBuilder address = new StringBuilder(prefix);
        for (String part : operation.path().substring(1).split("/", -1)) {
            address.append('/')
                    .append(part.startsWith("{") ? Odd.encoded(odd.chance(0.5) ? odd.of(ids) : odd.text()) : part);
        }
        List<String> query = new ArrayList<>();
        if (operation.method().equals("GET") && odd.chance(0.8)) {
            query.add("maxResults=5");
        }
        List<JsonNode> parameters = new ArrayList<>();
        operation.description().path("parameters").forEach(parameter -> {
            if (resolved(parameter).path("in").asText().equals("query")) {
                parameters.add(resolved(parameter));
            }
        });
        for (int i = odd.below(4); i > 0 && !parameters.isEmpty(); i--) {
            JsonNode parameter = odd.of(parameters);
            JsonNode value = value(odd, parameter.path("schema"), ids, 0);
            query.add(parameter.path("name").asText() + "="
                    + Odd.encoded(value.isTextual() ? value.textValue() : value.toString()));
        }
        Shot shot =
                Shot.of(person, operation.method(), address + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        JsonNode schema = operation
                .description()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? shot : shot.json(value(odd, schema, ids, 0));
    }

    private JsonNode value(Odd odd, JsonNode reference, List<String> ids, int depth) {
        JsonNode schema = resolved(reference);
        if (depth > 0 && odd.chance(0.15)) {
            return odd.value();
        }
        JsonNode options = schema.path("enum");
        if (!options.isEmpty() && odd.chance(0.8)) {
            return options.get(odd.below(options.size()));
        }
        JsonNode parts = schema.path("allOf");
        if (!parts.isEmpty()) {
            ObjectNode whole = NODES.objectNode();
            parts.forEach(part -> {
                if (value(odd, part, ids, depth) instanceof ObjectNode object) {
                    whole.setAll(object);
                }
            });
            return whole;
        }
        return switch (schema.path("type").asText(schema.has("properties") ? "object" : "string")) {
            case "object" -> object(odd, schema, ids, depth);
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = odd.below(3); i > 0; i--) {
                    array.add(value(odd, schema.path("items"), ids, depth + 1));
                }
                yield array;
            }
            case "integer" -> NODES.numberNode(odd.of(List.of(0, 1, 5, -1, Integer.MAX_VALUE)));
            case "number" -> NODES.numberNode(odd.of(List.of(0.0, 1.5, -1.0)));
            case "boolean" -> NODES.booleanNode(odd.chance(0.7));
            default -> NODES.textNode(odd.chance(0.4) ? odd.of(ids) : odd.text());
        };
    }

    private ObjectNode object(Odd odd, JsonNode schema, List<String> ids, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        boolean all = names.size() < 8 && odd.chance(0.7);
        for (int i = all ? names.size() : odd.below(4); i > 0 && !names.isEmpty() && depth < DEEPEST; i--) {
            String name = all ? names.get(i - 1) : odd.of(names);
            object.set(name, value(odd, schema.path("properties").path(name), ids, depth + 1));
        }
        if (schema.has("additionalProperties")
                && schema.path("additionalProperties").isObject()
                && depth < DEEPEST) {
            object.set(
                    odd.chance(0.5) ? "exit" : odd.text(),
                    value(odd, schema.path("additionalProperties"), ids, depth + 1));
        }
        return object;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual()
                ? resolved(document.at(reference.textValue().substring(1)))
                : node;
    }
}
