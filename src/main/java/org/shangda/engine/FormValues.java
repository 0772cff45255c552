package org.shangda.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/** Between what a form sends and shows, and what the domain takes and gives. */
final class FormValues {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private FormValues() {}

    /** Tasklist sends exactly the form's keys; anything else was not sent by a form of ours. */
    static <V extends Record> V read(Map<String, Object> sent, Class<V> type) {
        ObjectNode values = JSON.createObjectNode();
        sent.keySet().forEach(key -> values.set(key, node(value(sent, key))));
        try {
            return JSON.treeToValue(values, type);
        } catch (PropertyBindingException unknown) {
            throw Refusal.invalid("engine.form.unknown-field");
        } catch (JsonProcessingException wrong) {
            throw Refusal.invalid("engine.form.wrong-kind", Inputs.label(field(wrong)));
        }
    }

    /** The engine reads a value when it is asked for it, and fails in many ways on what a client made up. */
    static Object value(Map<String, Object> sent, String key) {
        try {
            return sent.get(key);
        } catch (RuntimeException unreadable) {
            throw Refusal.invalid("engine.form.unreadable");
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof String text && text.isBlank()) {
            // An emptied date or select arrives as text of no length.
            return NullNode.getInstance();
        }
        try {
            JsonNode node =
                    value instanceof SpinJsonNode json ? JSON.readTree(json.toString()) : JSON.valueToTree(value);
            node.forEach(FormValues::emptyCells);
            return node;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw Refusal.invalid("engine.form.unreadable");
        }
    }

    /** In a row of a list, as outside one. */
    private static void emptyCells(JsonNode row) {
        if (row instanceof ObjectNode cells) {
            cells.properties().stream()
                    .filter(cell -> cell.getValue().isTextual()
                            && cell.getValue().textValue().isBlank())
                    .forEach(cell -> cell.setValue(NullNode.getInstance()));
        }
    }

    /** The innermost that has a name: in a list, the cell's. */
    private static String field(JsonProcessingException wrong) {
        return wrong instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .reduce("form", (outer, inner) -> inner)
                : "form";
    }

    /** The same without types, for who reads JSON: lists and rows of text, numbers, booleans. */
    static Map<String, Object> plain(Map<String, Object> shown) {
        Map<String, Object> values = new TreeMap<>();
        shown.forEach((key, value) -> values.put(
                key,
                value instanceof Collection<?> || value instanceof Map<?, ?>
                        ? JSON.convertValue(value, Object.class)
                        : value instanceof Boolean || value instanceof Number
                                ? value
                                : value == null ? "" : value.toString()));
        return values;
    }

    /** Typed, because the engine's API would otherwise send text without its type and lists not at all. */
    static VariableMap write(Map<String, Object> shown) {
        VariableMap variables = Variables.createVariables();
        shown.forEach((key, value) -> {
            if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
                variables.putValueTyped(
                        key,
                        SpinValues.jsonValue(JSON.valueToTree(value).toString()).create());
            } else if (value instanceof Boolean bool) {
                variables.putValueTyped(key, Variables.booleanValue(bool));
            } else if (value instanceof Number number) {
                variables.putValueTyped(key, Variables.longValue(number.longValue()));
            } else {
                variables.putValueTyped(key, Variables.stringValue(value == null ? "" : value.toString()));
            }
        });
        return variables;
    }
}
