package org.shangda.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A component of a form's file that is sent.
 *
 * @param list the list in whose rows it stands, or null
 */
record Field(String key, String list, JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a form, by their keys. @param form its id */
    static Map<String, Field> of(String form) {
        Map<String, Field> fields = new LinkedHashMap<>();
        try {
            collect(JSON.readTree(Path.of("forms", form + ".form").toFile()), null, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    private static void collect(JsonNode parent, String list, Map<String, Field> fields) {
        for (JsonNode component : parent.path("components")) {
            boolean isList = component.path("type").asText().equals("dynamiclist");
            String key = component.path(isList ? "path" : "key").asText();
            if (!key.isEmpty() && !component.path("disabled").asBoolean()) {
                fields.put(key, new Field(key, list, component));
            }
            collect(component, isList ? key : list, fields);
        }
    }
}
