package org.shangda.engine.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements and attributes that a kind of file may have, as a list in {@code door/} has them. */
class Vocabulary {

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Set<String>> elements = new HashMap<>();
    private final Map<String, String> reasons = new HashMap<>();

    /** @param list name of the list in {@code door/} */
    Vocabulary(String list) {
        Map<String, List<String>> sets = new HashMap<>();
        for (String line : lines(list)) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            String first = words.get(0);
            if (first.equals("!")) {
                reasons.put(words.get(1), words.get(2));
            } else if (first.startsWith("@")) {
                sets.put(first, expanded(words.subList(2, words.size()), sets));
            } else if (words.size() > 1 && words.get(1).equals("=")) {
                words.subList(2, words.size()).forEach(namespace -> prefixes.put(namespace, first));
            } else {
                elements.put(first, new LinkedHashSet<>(expanded(words.subList(1, words.size()), sets)));
            }
        }
    }

    private static List<String> expanded(List<String> attributes, Map<String, List<String>> sets) {
        return attributes.stream()
                .flatMap(attribute -> sets.getOrDefault(attribute, List.of(attribute)).stream())
                .toList();
    }

    private static List<String> lines(String list) {
        try (InputStream file = Vocabulary.class.getResourceAsStream("/door/" + list)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^#.*\n", "")
                    .replaceAll("\n +", " ")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasNamespace(String namespace) {
        return prefixes.containsKey(namespace);
    }

    /** The name as the list writes it: with the list's prefix, or without one when it is in no namespace. */
    String name(String namespace, String local) {
        return namespace == null ? local : prefixes.getOrDefault(namespace, "?") + ":" + local;
    }

    boolean hasElement(String element) {
        return elements.containsKey(element);
    }

    boolean hasAttribute(String element, String attribute) {
        return elements.getOrDefault(element, Set.of()).contains(attribute);
    }

    /** Why something is refused, where the list says it. */
    Optional<String> reason(String name) {
        return Optional.ofNullable(reasons.get(name));
    }

    /** Every element and attribute that some file may have. */
    Set<String> allowed() {
        Set<String> all = new LinkedHashSet<>(elements.keySet());
        elements.values().forEach(all::addAll);
        return all;
    }

    Set<String> refused() {
        return reasons.keySet();
    }
}
