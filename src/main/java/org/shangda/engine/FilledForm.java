package org.shangda.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A start form with what it shows. Tasklist asks for the values of a task's form, but never for those of a start form: what
 * it would read by {@code valuesKey}, {@code key} and <code>{{name}}</code> is written into the form itself.
 */
final class FilledForm {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    /** Markdown's signs, and those by which HTML begins. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~&]");

    private FilledForm() {}

    /** @param shown lists of choices, values, and texts by the names that the form reads */
    static void fill(JsonNode parent, Map<String, Object> shown) {
        for (JsonNode child : parent.path("components")) {
            if (child instanceof ObjectNode component) {
                fillOne(component, shown);
                fill(component, shown);
            }
        }
    }

    private static void fillOne(ObjectNode component, Map<String, Object> shown) {
        Object list = shown.get(component.path("valuesKey").asText());
        if (list != null) {
            component.remove("valuesKey");
            component.set("values", JSON.valueToTree(list));
            if (list instanceof Collection<?> choices && choices.isEmpty()) {
                // Nothing to choose from, nothing to look at.
                component.set("conditional", JSON.createObjectNode().put("hide", "=true"));
            }
        }
        Object preset = shown.get(component.path("key").asText());
        if (preset != null) {
            component.set("defaultValue", JSON.valueToTree(preset));
        }
        if (component.path("text").isTextual()) {
            component.put("text", NAMED.matcher(component.path("text").asText()).replaceAll(name -> {
                Object text = shown.get(name.group(1));
                return Matcher.quoteReplacement(text == null ? name.group() : escaped(text.toString()));
            }));
        }
    }

    static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
    }
}
