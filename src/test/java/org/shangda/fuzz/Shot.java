package org.shangda.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request.
 *
 * @param person who asks
 * @param path with its query
 * @param type of the body; null without one
 */
record Shot(String person, String method, String path, String type, byte[] body, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 3_000;

    static Shot of(String person, String method, String path) {
        return new Shot(person, method, path, null, null, Map.of());
    }

    Shot json(Object body) {
        try {
            return with("application/json", JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Shot with(String newType, byte[] newBody) {
        return new Shot(person, method, path, newType, newBody, headers);
    }

    Shot header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Shot(person, method, path, type, body, more);
    }

    /** The same with one thing less: a header, a part of the query, a value in the body. */
    List<Shot> smaller() {
        List<Shot> smaller = new ArrayList<>();
        headers.keySet().forEach(name -> {
            Map<String, String> fewer = new LinkedHashMap<>(headers);
            fewer.remove(name);
            smaller.add(new Shot(person, method, path, type, body, fewer));
        });
        int query = path.indexOf('?');
        if (query >= 0) {
            List<String> parts = Arrays.asList(path.substring(query + 1).split("&"));
            for (int i = 0; i < parts.size(); i++) {
                List<String> fewer = new ArrayList<>(parts);
                fewer.remove(i);
                String shorter = path.substring(0, query) + (fewer.isEmpty() ? "" : "?" + String.join("&", fewer));
                smaller.add(new Shot(person, method, shorter, type, body, headers));
            }
        }
        if (body != null && body.length > 0) {
            smaller.add(with(null, null));
            smaller.add(with(type, new byte[0]));
            try {
                JsonNode tree = JSON.readTree(body);
                without(tree, tree, smaller);
            } catch (java.io.IOException notJson) {
                // Then it is as small as it is.
            }
        }
        return smaller;
    }

    private void without(JsonNode root, JsonNode inner, List<Shot> smaller) {
        if (inner instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.remove(name);
                smaller.add(json(root.deepCopy()));
                object.set(name, value);
                without(root, value, smaller);
            }
        }
    }

    @Override
    public String toString() {
        String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return person + " " + method + " " + path + (headers.isEmpty() ? "" : " " + headers)
                + (type == null ? "" : " " + type)
                + (body == null
                        ? ""
                        : " " + body.length + " bytes: "
                                + (sent.length() > SHOWN ? sent.substring(0, SHOWN) + "…" : sent));
    }
}
