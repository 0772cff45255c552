package org.shangda.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.refusal.Refusal;

/** The fields of a form in force that send one value each, by their keys: those in a list or under a path send no such value. */
final class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private FormSchema() {}

    static FormSchema read(InputStream form) {
        try (form) {
            FormSchema schema = new FormSchema();
            schema.collect(JSON.readTree(form));
            return schema;
        } catch (IOException unreadable) {
            throw Refusal.invalid("engine.form.unknown-field");
        }
    }

    private void collect(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("path").asText().isEmpty()) {
                collect(component);
            }
            String key = component.path("key").asText();
            if (!key.isEmpty() && !component.path("disabled").asBoolean()) {
                fields.put(key, component);
            }
        }
    }

    /**
     * Those with these keys, in the order of the form.
     *
     * @throws Refusal when the form has one of them not
     */
    Map<String, JsonNode> fields(Set<String> keys) {
        if (!fields.keySet().containsAll(keys)) {
            throw Refusal.invalid("engine.form.unknown-field");
        }
        Map<String, JsonNode> some = new LinkedHashMap<>(fields);
        some.keySet().retainAll(keys);
        return some;
    }

    /** Keys that a form of this record sends. */
    static Set<String> keys(Class<? extends Record> values) {
        return Arrays.stream(values.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
    }
}
