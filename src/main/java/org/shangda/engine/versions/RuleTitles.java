package org.shangda.engine.versions;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.refusal.Sentences;
import org.springframework.context.i18n.LocaleContextHolder;

/** What files are called in words: diagrams and tables say it themselves, a form is called as the task that shows it. */
final class RuleTitles {

    private final Map<String, String> titles = new HashMap<>();
    private final Sentences say;

    /** @param structures of everything in force, by kind and key */
    RuleTitles(Map<String, Structure> structures, Sentences say) {
        this.say = say;
        structures.forEach((key, structure) -> structure.parts().values().stream()
                .filter(part -> key.endsWith(" " + part.id()))
                .findFirst()
                .ifPresent(part -> titles.put(key, inTheReadersLanguage(part.name()))));
        Map<String, Map<String, String>> tasks = new HashMap<>();
        structures.values().stream()
                .filter(DiagramStructure.class::isInstance)
                .forEach(diagram -> diagram.parts().values().stream()
                        .filter(part -> part.facts().containsKey("formRef"))
                        .forEach(part -> tasks.computeIfAbsent("form " + part.fact("formRef"), form -> new HashMap<>())
                                .put(nameOf(part, diagram), "")));
        tasks.forEach((form, names) ->
                titles.put(form, names.keySet().stream().sorted().collect(Collectors.joining("、"))));
    }

    private static String nameOf(Part part, Structure diagram) {
        Part process = diagram.parts().get(part.fact("in"));
        return part.type().equals("startEvent") && process != null ? process.name() : part.name();
    }

    /** Tables are called in both languages, with a slash between. */
    private static String inTheReadersLanguage(String name) {
        String[] both = name.split(" / ", 2);
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return both[english ? both.length - 1 : 0];
    }

    String of(String kind, String key) {
        String title = titles.getOrDefault(kind + " " + key, "");
        if (!title.isBlank() && !title.equals(key)) {
            return title;
        }
        // The form of a template, which no diagram names yet, is called as the work is.
        return say.knows("work." + key) ? say.of("work." + key) : key;
    }
}
