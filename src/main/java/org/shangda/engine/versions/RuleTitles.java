package org.shangda.engine.versions;

import java.util.HashMap;
import java.util.Map;
import org.shangda.refusal.Sentences;

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
                .ifPresent(part -> titles.put(key, inTheReadersLanguage(part, key))));
        Map<String, Map<String, String>> tasks = new HashMap<>();
        structures.values().stream()
                .filter(DiagramStructure.class::isInstance)
                .forEach(diagram -> diagram.parts().values().stream()
                        .filter(part -> part.facts().containsKey("formRef"))
                        .forEach(part -> tasks.computeIfAbsent("form " + part.fact("formRef"), form -> new HashMap<>())
                                .put(nameOf(part, diagram), "")));
        tasks.forEach((form, names) ->
                titles.put(form, names.keySet().stream().sorted().collect(Sentences.listing())));
    }

    /** Tables have their names in other languages as sentences: they have no place for them that Modeler shows. */
    private String inTheReadersLanguage(Part part, String key) {
        String code = key.replace("dmn ", "engine.table.");
        return Sentences.language().getLanguage().equals("zh") || !say.knows(code) ? named(part) : say.of(code);
    }

    private static String named(Part part) {
        String beside = part.fact("property " + Sentences.language().getLanguage() + ".name");
        return beside.isEmpty() ? part.name() : beside;
    }

    private static String nameOf(Part part, Structure diagram) {
        Part process = diagram.parts().get(part.fact("in"));
        return named(part.type().equals("startEvent") && process != null ? process : part);
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
