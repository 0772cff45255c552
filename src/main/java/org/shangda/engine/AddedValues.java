package org.shangda.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.work.AddedField;

/**
 * What a form sends beyond its record: text for fields that an administrator has added to it. Each is checked against the
 * form in force. What no field of the form asks for is refused, as ever.
 */
final class AddedValues {

    /** A number of more digits than these nobody types. */
    private static final int DIGITS = 30;

    private AddedValues() {}

    /** What the record does not know is taken out of what was sent. */
    static Map<String, Object> takenOut(Map<String, Object> sent, Class<? extends Record> values) {
        Map<String, Object> beyond = new HashMap<>();
        for (String key : List.copyOf(sent.keySet())) {
            if (!FormSchema.keys(values).contains(key)) {
                beyond.put(key, FormValues.value(sent, key));
            }
        }
        beyond.keySet().forEach(sent::remove);
        return beyond;
    }

    /**
     * @param beyond what was sent, by key
     * @param form is read only when something was
     */
    static List<AddedField> read(Map<String, Object> beyond, Supplier<InputStream> form) {
        if (beyond.isEmpty()) {
            return List.of();
        }
        if (beyond.size() > AddedField.MOST) {
            throw Refusal.invalid("engine.form.too-many-added", AddedField.MOST);
        }
        List<AddedField> fields = new ArrayList<>();
        FormSchema.read(form.get()).fields(beyond.keySet()).forEach((key, field) -> {
            String label = label(field, key);
            String text = text(field, label, beyond.get(key));
            if (!text.isBlank()) {
                fields.add(new AddedField(key, label, text));
            } else if (field.path("validate").path("required").asBoolean()) {
                throw Refusal.invalid("text.missing", label);
            }
        });
        return fields;
    }

    /** One that is calculated in the browser has no words here. */
    private static String label(JsonNode field, String key) {
        String label = field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label")
                .asText()
                .strip();
        String shown = label.isEmpty() || label.startsWith("=") ? key : label;
        return Inputs.shortened(shown, AddedField.LONGEST_LABEL);
    }

    private static String text(JsonNode field, String label, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            return "";
        }
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" -> words(field, label, value);
            case "number" -> number(field, label, value);
            case "checkbox" -> yesOrNo(label, value);
            case "select", "radio" -> choice(field, label, value);
            case "datetime" -> date(field, label, value);
            default -> throw Refusal.invalid("engine.form.unknown-field");
        };
    }

    private static String words(JsonNode field, String label, Object value) {
        if (!(value instanceof String text)) {
            throw wrongKind(label);
        }
        int most = Math.min(
                AddedField.LONGEST, field.path("validate").path("maxLength").asInt(AddedField.LONGEST));
        String problem = Text.Validator.problem(text, most, false);
        if (problem != null) {
            throw Refusal.invalid(problem, label, most);
        }
        return text.strip();
    }

    private static String number(JsonNode field, String label, Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            throw wrongKind(label);
        }
        String typed = value.toString().strip();
        try {
            BigDecimal number = typed.length() > DIGITS ? null : new BigDecimal(typed);
            JsonNode limits = field.path("validate");
            if (number == null
                    || Math.abs((long) number.scale()) > DIGITS
                    || limits.path("min").isNumber()
                            && number.compareTo(limits.path("min").decimalValue()) < 0
                    || limits.path("max").isNumber()
                            && number.compareTo(limits.path("max").decimalValue()) > 0) {
                throw wrongKind(label);
            }
            return number.toPlainString();
        } catch (NumberFormatException none) {
            throw wrongKind(label);
        }
    }

    private static String yesOrNo(String label, Object value) {
        if (!(value instanceof Boolean yes)) {
            throw wrongKind(label);
        }
        return yes ? "是" : "否";
    }

    /** A choice is among those that the form itself lists. */
    private static String choice(JsonNode field, String label, Object value) {
        Map<String, String> labels = new HashMap<>();
        field.path("values")
                .forEach(one ->
                        labels.put(one.path("value").asText(), one.path("label").asText()));
        String chosen = labels.get(value.toString());
        if (chosen == null) {
            throw Refusal.invalid("code.unknown", label);
        }
        return words(field, label, chosen);
    }

    private static String date(JsonNode field, String label, Object value) {
        if (!field.path("subtype").asText().equals("date")) {
            throw Refusal.invalid("engine.form.unknown-field");
        }
        try {
            return LocalDate.parse(value.toString()).toString();
        } catch (DateTimeParseException none) {
            throw wrongKind(label);
        }
    }

    private static Refusal wrongKind(String label) {
        return Refusal.invalid("engine.form.wrong-kind", label);
    }
}
