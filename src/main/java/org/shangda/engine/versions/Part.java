package org.shangda.engine.versions;

import java.util.Map;

/**
 * A row or column of a table, an element of a diagram, a component of a form; or the file itself.
 *
 * @param id by which it is the same part in another version of the file
 * @param type {@code row}, {@code column}, {@code table}, otherwise as the file calls it
 * @param name what a reader knows it by
 * @param facts everything that it says, by what is said
 */
record Part(String id, String type, String name, Map<String, String> facts) {

    Part {
        facts = Map.copyOf(facts);
    }

    boolean saysTheSameAs(Part other) {
        return other != null && type.equals(other.type) && facts.equals(other.facts);
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
