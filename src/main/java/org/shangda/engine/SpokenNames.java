package org.shangda.engine;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.shangda.refusal.Sentences;
import org.shangda.work.WorkCards.WorkCard;

/**
 * Names in what the engine answers, in the reader's language: of lists by the properties that stand beside, of processes by
 * their diagrams, of tables by their sentences, of tasks as at the desk. What is known under no other name keeps its own.
 */
class SpokenNames {

    private static final String NAME = "name";

    private final IdentityService identity;
    private final WaitingWork waiting;
    private final DrawnNames drawn;
    private final Sentences say;

    SpokenNames(IdentityService identity, WaitingWork waiting, DrawnNames drawn, Sentences say) {
        this.identity = identity;
        this.waiting = waiting;
        this.drawn = drawn;
        this.say = say;
    }

    /** @return whether anything is called otherwise now */
    boolean speak(JsonNode answer) {
        List<ObjectNode> tasks = new ArrayList<>();
        boolean spoken = speak(answer, tasks);
        return speakOfTasks(tasks) || spoken;
    }

    private boolean speak(JsonNode answer, List<ObjectNode> tasks) {
        boolean spoken = answer instanceof ObjectNode one && speakOf(one, tasks);
        for (JsonNode inside : answer) {
            spoken |= inside.isContainerNode() && speak(inside, tasks);
        }
        return spoken;
    }

    private boolean speakOf(ObjectNode one, List<ObjectNode> tasks) {
        if (one.has("taskDefinitionKey")) {
            tasks.add(one);
            return false;
        }
        if (one.path("properties").isObject()) {
            return speakOfList(one, (ObjectNode) one.get("properties"));
        }
        String id = one.path("id").asText();
        String key = one.path("key").asText();
        if (key.isEmpty() || !id.startsWith(key + ":") || !one.has(NAME)) {
            return false;
        }
        String table = "engine.table." + key;
        return put(one, say.knows(table) ? say.of(table) : drawn.ofDefinition(id));
    }

    private static boolean speakOfList(ObjectNode list, ObjectNode properties) {
        String prefix = DrawnNames.language() + ".";
        if (properties.has(prefix + NAME)) {
            list.set(NAME, properties.get(prefix + NAME));
            properties.set("description", properties.path(prefix + "description"));
            properties.path("variables").forEach(one -> {
                if (one.has(prefix + "label")) {
                    ((ObjectNode) one).set("label", one.get(prefix + "label"));
                }
            });
            return true;
        }
        return false;
    }

    /** Whoever is not offered a task reads what it is stored under. */
    private boolean speakOfTasks(List<ObjectNode> tasks) {
        if (tasks.isEmpty() || identity.getCurrentAuthentication() == null) {
            return false;
        }
        List<String> ids = tasks.stream().map(task -> task.path("id").asText()).toList();
        Map<String, WorkCard> cards = waiting
                .ofTasks(identity.getCurrentAuthentication().getUserId(), ids)
                .stream()
                .collect(toMap(WorkCard::task, card -> card, (one, other) -> one));
        boolean spoken = false;
        for (ObjectNode task : tasks) {
            WorkCard card = cards.get(task.path("id").asText());
            if (card != null) {
                spoken |= put(task, card.kind() + " " + card.number());
                task.at("/_embedded/variable").forEach(shown -> speakOfValue(shown, card));
            }
        }
        return spoken;
    }

    /** What a card shows beside the name. */
    private static void speakOfValue(JsonNode shown, WorkCard card) {
        if (shown.path(NAME).asText().equals("category")) {
            ((ObjectNode) shown).put("value", card.about());
        }
    }

    private static boolean put(ObjectNode one, String name) {
        if (name == null || name.equals(one.path(NAME).asText())) {
            return false;
        }
        one.put(NAME, name);
        return true;
    }
}
