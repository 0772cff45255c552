package org.shangda;

import static org.shangda.DamageKind.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What may happen to a form: to each of its fields, also in lists and groups. */
final class FormDamages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final List<Damage> all = new ArrayList<>();

    private FormDamages(String file) {
        this.file = file;
    }

    static List<Damage> of(String file) {
        FormDamages damages = new FormDamages(file);
        List<ObjectNode> fields = fields(read(ShippedDoor.FILES.get(file)));
        for (int i = 0; i < fields.size(); i++) {
            damages.of(fields.get(i), i);
        }
        damages.whole();
        return damages.all;
    }

    private static ObjectNode read(byte[] content) {
        try {
            return (ObjectNode) JSON.readTree(new String(content, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ObjectNode> fields(JsonNode parent) {
        List<ObjectNode> fields = new ArrayList<>();
        parent.path("components").forEach(field -> {
            fields.add((ObjectNode) field);
            fields.addAll(fields(field));
        });
        return fields;
    }

    private static ArrayNode parent(JsonNode form, ObjectNode field) {
        for (JsonNode one : form.path("components")) {
            if (one == field) {
                return (ArrayNode) form.get("components");
            }
            ArrayNode inner = parent(one, field);
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    private static int index(ArrayNode components, ObjectNode field) {
        int at = 0;
        while (components.get(at) != field) {
            at++;
        }
        return at;
    }

    private void form(DamageKind kind, String at, Consumer<ObjectNode> edit) {
        all.add(new Damage(kind, file, at, content -> {
            ObjectNode form = read(content);
            edit.accept(form);
            return form.toString().getBytes(StandardCharsets.UTF_8);
        }));
    }

    private void field(DamageKind kind, ObjectNode field, int number, String what, Consumer<ObjectNode> edit) {
        form(
                kind,
                (field.path("id").asText() + " "
                                + field.path("key").asText(field.path("path").asText()) + " " + what)
                        .strip(),
                form -> edit.accept(fields(form).get(number)));
    }

    private void of(ObjectNode field, int number) {
        String type = field.path("type").asText();
        String place = field.path("id").asText() + " "
                + field.path("key").asText(field.path("path").asText());
        boolean sent = (field.has("key") || type.equals("dynamiclist"))
                && !field.path("disabled").asBoolean();
        field(FIELD_LABEL_CHANGED, field, number, "", one -> one.put(one.has("text") ? "text" : "label", "另一个名称"));
        if (sent) {
            form(FIELD_REMOVED, place, form -> {
                ObjectNode gone = fields(form).get(number);
                ArrayNode components = parent(form, gone);
                components.remove(index(components, gone));
            });
            sent(field, number, type, place);
        } else if (field.has("key")) {
            field(FIELD_ENABLED, field, number, "", one -> one.remove("disabled"));
            field(
                    FIELD_REQUIRED_UNSEEN,
                    field,
                    number,
                    "shown",
                    one -> one.putObject("validate").put("required", true));
        }
        for (String source : List.of("valuesKey", "valuesExpression", "dataSource", "columnsExpression")) {
            if (field.has(source)) {
                field(FIELD_LIST_REMOVED, field, number, source, one -> one.remove(source));
                field(
                        FIELD_LIST_MISSPELT,
                        field,
                        number,
                        source,
                        one -> one.put(source, one.get(source).asText() + "s"));
            }
        }
        if (field.has("values")) {
            field(FIELD_LIST_REMOVED, field, number, "values", one -> one.remove("values"));
            field(
                    FIELD_LIST_MISSPELT,
                    field,
                    number,
                    "value",
                    one -> ((ObjectNode) one.get("values").get(0)).put("value", "nonesuch"));
            field(FIELD_LIST_REMOVED, field, number, "one value", one -> ((ArrayNode) one.get("values")).remove(0));
        }
        if (field.has("conditional")) {
            field(FIELD_CONDITION_BROKEN, field, number, "syntax", one -> hide(one, "= = ("));
            field(FIELD_CONDITION_BROKEN, field, number, "unknown", one -> hide(one, "=nonesuch = 1"));
            field(FIELD_CONDITION_BROKEN, field, number, "text", one -> hide(one, "nonesuch"));
        }
    }

    private static void hide(ObjectNode field, String condition) {
        field.putObject("conditional").put("hide", condition);
    }

    private void sent(ObjectNode field, int number, String type, String place) {
        String key = type.equals("dynamiclist") ? "path" : "key";
        field(
                FIELD_KEY_RENAMED,
                field,
                number,
                "letter",
                one -> one.put(key, one.get(key).asText() + "s"));
        field(
                FIELD_KEY_RENAMED,
                field,
                number,
                "space",
                one -> one.put(key, one.get(key).asText() + " "));
        field(FIELD_KEY_RENAMED, field, number, "empty", one -> one.put(key, ""));
        field(FIELD_KEY_RENAMED, field, number, "gone", one -> one.remove(key));
        form(FIELD_TWICE, place, form -> {
            ObjectNode one = fields(form).get(number);
            ArrayNode components = parent(form, one);
            components.insert(index(components, one), one.deepCopy().put("id", "Field_Twice"));
        });
        for (String other : List.of("textfield", "number", "checkbox", "select", "taglist", "datetime", "text")) {
            boolean alike = List.of("textfield", "textarea").contains(type) && other.equals("textfield")
                    || List.of("select", "radio").contains(type) && other.equals("select")
                    || List.of("taglist", "checklist").contains(type) && other.equals("taglist");
            if (!other.equals(type) && !alike) {
                field(FIELD_TYPE_CHANGED, field, number, other, one -> one.put("type", other));
            }
        }
        field(FIELD_HIDDEN, field, number, "", one -> hide(one, "=true"));
        field(FIELD_DISABLED, field, number, "disabled", one -> one.put("disabled", true));
        field(FIELD_DISABLED, field, number, "readonly", one -> one.put("readonly", true));
        if (!field.at("/validate/required").asBoolean()) {
            field(FIELD_REQUIRED_UNSEEN, field, number, "hidden", one -> {
                hide(one, "=true");
                validate(one).put("required", true);
            });
        }
        for (String rule : List.of("maxLength", "minLength", "pattern", "min", "max")) {
            boolean fits = rule.equals("min") || rule.equals("max")
                    ? type.equals("number")
                    : type.equals("textfield") || type.equals("textarea");
            if (fits) {
                field(FIELD_IMPOSSIBLE, field, number, rule, one -> {
                    switch (rule) {
                        case "maxLength" -> validate(one).put(rule, 0);
                        case "minLength" -> validate(one).put(rule, 1_000_000);
                        case "pattern" -> validate(one).put(rule, "(");
                        case "min" -> validate(one).put(rule, 1_000_000_000);
                        default -> validate(one).put(rule, -1_000_000_000);
                    }
                });
            }
        }
    }

    private static ObjectNode validate(ObjectNode field) {
        return field.has("validate") ? (ObjectNode) field.get("validate") : field.putObject("validate");
    }

    private void whole() {
        String own = file.replace(".form", "");
        form(FORM_RENAMED, own + "-2", form -> form.put("id", own + "-2"));
        form(FORM_RENAMED, "another", form -> form.put("id", own.equals("my-concern") ? "rate-answer" : "my-concern"));
        form(FORM_RENAMED, "none", form -> form.remove("id"));
        form(FORM_RENAMED, "number", form -> form.put("id", 5));
        form(FIELD_REMOVED, "all", form -> form.putArray("components"));
        for (String type : List.of("textfield", "textarea", "checkbox", "number")) {
            form(
                    FIELD_ADDED,
                    type,
                    form -> form.withArray("components")
                            .addObject()
                            .put("type", type)
                            .put("key", "more")
                            .put("label", "另外")
                            .put("id", "Field_More"));
        }
    }
}
