package org.shangda.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A form as it would be in force.
 *
 * @param file name without folders
 */
public record FormFile(String file, String id, JsonNode json) {

    /** All components, also those inside others. */
    public List<Component> components() {
        return inside(json).map(Component::new).toList();
    }

    private static Stream<JsonNode> inside(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
    }

    /** Whatever has a key and is not disabled comes back, unless a condition hides it. */
    public List<Component> sent() {
        return components().stream()
                .filter(Predicate.not(Component::isOnlyShown))
                .toList();
    }

    public List<Component> lists() {
        return components().stream()
                .filter(component -> component.type().equals("dynamiclist"))
                .toList();
    }

    /** What is sent as the form's record, and what as the record of a row of each list that the record has. */
    Map<Class<?>, List<Component>> parts(Class<?> record) {
        Map<Class<?>, List<Component>> parts = new LinkedHashMap<>();
        List<Component> own = new ArrayList<>(sent());
        for (Component list : lists()) {
            Optional<Class<?>> row = row(record, list.key());
            if (row.isPresent()) {
                own.removeAll(list.inside());
                parts.put(
                        row.get(),
                        list.inside().stream()
                                .filter(Predicate.not(Component::isOnlyShown))
                                .toList());
            }
        }
        parts.put(record, own);
        return parts;
    }

    Optional<Class<?>> row(Class<?> record, String list) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getName().equals(list))
                .filter(component -> component.getGenericType() instanceof ParameterizedType)
                .<Class<?>>map(component ->
                        (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0])
                .filter(Class::isRecord)
                .findAny();
    }

    /** One component of a form. */
    public record Component(JsonNode json) {

        public String id() {
            return text("id");
        }

        public String type() {
            return text("type");
        }

        /** A list is sent under its path. */
        public String key() {
            return type().equals("dynamiclist") ? text("path") : text("key");
        }

        public List<Component> inside() {
            return FormFile.inside(json).map(Component::new).toList();
        }

        public String text(String name) {
            return json.path(name).asText();
        }

        boolean isOnlyShown() {
            return key().isEmpty() || json.path("disabled").asBoolean();
        }

        boolean isText() {
            return type().equals("textfield") || type().equals("textarea");
        }

        boolean isRequired() {
            return json.at("/validate/required").asBoolean();
        }

        /** How a finding names it: its id, and its label or key. */
        String place() {
            String seen = text("label").isBlank() || text("label").startsWith("=") ? key() : text("label");
            return id() + "「" + seen + "」";
        }

        /** Values that stand in the form itself. */
        List<String> values() {
            List<String> values = new ArrayList<>();
            json.path("values").forEach(value -> values.add(value.path("value").asText()));
            return values;
        }
    }
}
