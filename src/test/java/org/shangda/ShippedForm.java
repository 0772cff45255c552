package org.shangda;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form as it is written.
 *
 * @param components all of them, also those inside others
 */
record ShippedForm(String id, List<Component> components) {

    static ShippedForm read(File file) {
        try {
            JsonNode json = new ObjectMapper().readTree(file);
            return new ShippedForm(
                    json.path("id").asText(), inside(json).map(Component::new).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> inside(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
    }

    /** Whatever has a key and is not disabled comes back, unless a condition hides it. */
    List<Component> sent() {
        return components.stream().filter(Predicate.not(Component::isOnlyShown)).toList();
    }

    List<Component> lists() {
        return components.stream()
                .filter(component -> component.type().equals("dynamiclist"))
                .toList();
    }

    /** What is sent as the form's record, and what as the record of a row of each of its lists. */
    Map<Class<?>, List<Component>> parts(Class<?> record) {
        Map<Class<?>, List<Component>> parts = new HashMap<>();
        List<Component> own = new ArrayList<>(sent());
        for (Component list : lists()) {
            own.removeAll(list.inside());
            parts.put(
                    row(record, list.key()),
                    list.inside().stream()
                            .filter(Predicate.not(Component::isOnlyShown))
                            .toList());
        }
        parts.put(record, own);
        return parts;
    }

    private static Class<?> row(Class<?> record, String list) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(list))
                .map(component -> (ParameterizedType) component.getGenericType())
                .map(type -> (Class<?>) type.getActualTypeArguments()[0])
                .findAny()
                .orElseGet(() -> fail(record + " has no list " + list));
    }

    @Override
    public String toString() {
        return id;
    }

    record Component(JsonNode json) {

        String type() {
            return text("type");
        }

        /** A list is sent under its path. */
        String key() {
            return type().equals("dynamiclist") ? text("path") : text("key");
        }

        List<Component> inside() {
            return ShippedForm.inside(json).map(Component::new).toList();
        }

        String text(String name) {
            return json.path(name).asText();
        }

        /** Whatever it says in Chinese, by the name that a translation of it has in {@code properties}. */
        Map<String, String> said() {
            Map<String, String> said = new LinkedHashMap<>();
            Stream.of("label", "text", "description", "dateLabel", "timeLabel")
                    .forEach(what -> said.put(what, text(what)));
            json.path("values")
                    .forEach(value -> said.put(
                            "values." + value.path("value").asText(),
                            value.path("label").asText()));
            json.path("columns")
                    .forEach(column -> said.put(
                            "columns." + column.path("key").asText(),
                            column.path("label").asText()));
            said.values().removeIf(text -> text.codePoints().noneMatch(Character::isIdeographic));
            return said;
        }

        boolean isOnlyShown() {
            return key().isEmpty() || json.path("disabled").asBoolean();
        }

        boolean isText() {
            return type().equals("textfield") || type().equals("textarea");
        }
    }
}
