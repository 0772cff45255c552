package org.shangda.words;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All words of one version of the table. */
public final class Lexicon {

    public static final Lexicon EMPTY = new Lexicon(List.of());

    private final Map<String, Map<String, Word>> byKind = new LinkedHashMap<>();
    private final Set<String> languages = new HashSet<>();

    /** @param words in the order in which lists show them; of two for one code the first counts */
    public Lexicon(Collection<Word> words) {
        for (Word word : words) {
            byKind.computeIfAbsent(word.kind(), kind -> new LinkedHashMap<>()).putIfAbsent(word.code(), word);
            languages.addAll(word.names().keySet());
        }
    }

    Word word(String kind, String code) {
        return of(kind).get(code);
    }

    Map<String, Word> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    Set<String> languages() {
        return Set.copyOf(languages);
    }
}
