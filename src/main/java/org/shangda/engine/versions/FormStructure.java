package org.shangda.engine.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Forms: every component by its id. */
final class FormStructure extends Structure {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where a component stands, what is in it, and by which program the form was written. */
    private static final Set<String> NOT_SAID_HERE = Set.of(
            "id",
            "components",
            "layout",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion",
            "schemaVersion",
            "$schema");

    private static final int LONGEST_NAME = 24;

    private final ObjectNode form;
    private final Map<String, ObjectNode> components = new HashMap<>();
    private final Map<String, String> outer = new HashMap<>();

    FormStructure(byte[] content) {
        try {
            if (!(JSON.readTree(content) instanceof ObjectNode read)) {
                throw new IllegalArgumentException("not a form");
            }
            form = read;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
        read(form, form.path("id").asText("form"), "form", "");
    }

    private void read(ObjectNode component, String id, String type, String parent) {
        Map<String, String> facts = new TreeMap<>();
        component.properties().forEach(one -> {
            if (!NOT_SAID_HERE.contains(one.getKey())) {
                facts.put(
                        one.getKey(),
                        one.getValue().isTextual()
                                ? one.getValue().asText()
                                : one.getValue().toString());
            }
        });
        facts.put("in", parent);
        components.put(id, component);
        outer.put(id, parent);
        add(new Part(id, type, name(component, id), facts));
        int at = 0;
        for (JsonNode inner : component.path("components")) {
            at++;
            String innerType = inner.path("type").asText();
            String innerId = inner.path("id").asText(inner.path("key").asText(innerType + " " + at));
            if (inner instanceof ObjectNode one) {
                read(one, innerId, innerType, id);
            }
        }
    }

    private static String name(ObjectNode component, String id) {
        for (String what : new String[] {"label", "text", "key"}) {
            String said = component.path(what).asText("").strip();
            if (!said.isEmpty()) {
                return said.codePointCount(0, said.length()) <= LONGEST_NAME
                        ? said
                        : said.substring(0, said.offsetByCodePoints(0, LONGEST_NAME)) + "…";
            }
        }
        return id;
    }

    @Override
    byte[] with(Structure other, Set<String> ids) {
        FormStructure changed = (FormStructure) other;
        FormStructure copy = new FormStructure(bytes());
        for (String id : changed.parts().keySet()) {
            if (ids.contains(id)) {
                copy.take(id, changed);
            }
        }
        ids.stream().filter(id -> !changed.parts().containsKey(id)).forEach(copy::leaveOut);
        return copy.bytes();
    }

    private void take(String id, FormStructure changed) {
        ObjectNode there = changed.components.get(id).deepCopy();
        ObjectNode here = components.get(id);
        if (here == null) {
            if (there.has("components")) {
                there.putArray("components");
            }
            siblings(changed.outer.get(id)).insert(place(id, changed), there);
            components.put(id, there);
            outer.put(id, changed.outer.get(id));
            return;
        }
        if (!outer.get(id).equals(changed.outer.get(id))) {
            throw new CannotPatch(id);
        }
        there.remove("components");
        here.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !NOT_SAID_HERE.contains(key))
                .toList()
                .forEach(here::remove);
        there.properties().stream()
                .filter(one -> !NOT_SAID_HERE.contains(one.getKey()))
                .forEach(one -> here.set(one.getKey(), one.getValue()));
    }

    private void leaveOut(String id) {
        ObjectNode here = components.get(id);
        if (here == null || here.path("components").size() > 0) {
            throw new CannotPatch(id);
        }
        ArrayNode siblings = siblings(outer.get(id));
        for (int i = 0; i < siblings.size(); i++) {
            if (siblings.get(i) == here) {
                siblings.remove(i);
                return;
            }
        }
    }

    private ArrayNode siblings(String parent) {
        ObjectNode there = components.get(parent);
        if (there == null) {
            throw new CannotPatch(parent);
        }
        return there.withArray("components");
    }

    /** After the last of its elder sisters that is here too. */
    private int place(String id, FormStructure changed) {
        ArrayNode siblings = siblings(changed.outer.get(id));
        int place = 0;
        for (JsonNode sister : changed.components.get(changed.outer.get(id)).path("components")) {
            String sisterId = sister.path("id").asText();
            if (sisterId.equals(id)) {
                break;
            }
            for (int i = 0; i < siblings.size(); i++) {
                if (siblings.get(i).path("id").asText().equals(sisterId)) {
                    place = i + 1;
                }
            }
        }
        return place;
    }

    private byte[] bytes() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
