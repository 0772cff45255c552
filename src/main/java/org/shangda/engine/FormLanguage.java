package org.shangda.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map.Entry;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A form in the reader's language. It is written in Chinese; what it says in another language stands beside, in the custom
 * properties of each component, which Modeler edits: {@code en.label}, {@code en.text}, {@code en.description}, {@code
 * en.dateLabel}, and of choices and columns {@code en.values.CODE} and {@code en.columns.KEY}. What has none stays Chinese.
 */
final class FormLanguage {

    private FormLanguage() {}

    /** Nothing is said otherwise where nobody reads. */
    static void speakToReader(ObjectNode form) {
        if (LocaleContextHolder.getLocaleContext() != null) {
            speak(form, LocaleContextHolder.getLocale().getLanguage());
        }
    }

    /** @param language code of two letters */
    static void speak(ObjectNode form, String language) {
        speakWithin(form, language + ".");
    }

    private static void speakWithin(JsonNode parent, String prefix) {
        for (JsonNode child : parent.path("components")) {
            if (child instanceof ObjectNode component) {
                JsonNode said = component.path("properties");
                component.remove("properties");
                for (Entry<String, JsonNode> one : said.properties()) {
                    if (one.getKey().startsWith(prefix)) {
                        say(component, one.getKey().substring(prefix.length()), one.getValue());
                    }
                }
                speakWithin(component, prefix);
            }
        }
    }

    private static void say(ObjectNode component, String what, JsonNode text) {
        int dot = what.indexOf('.');
        if (dot < 0) {
            component.set(what, text);
            return;
        }
        String list = what.substring(0, dot);
        String code = what.substring(dot + 1);
        for (JsonNode row : component.path(list)) {
            if (row instanceof ObjectNode labelled
                    && code.equals(
                            row.path(list.equals("columns") ? "key" : "value").asText())) {
                labelled.set("label", text);
            }
        }
    }
}
