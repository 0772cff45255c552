package org.shangda.words;

import java.util.Map;

/**
 * A row of the table of words.
 *
 * @param kind what the code is a code of, for example {@code category}
 * @param code as the other tables and the records write it
 * @param names what it is called, by language ({@code zh}, {@code en}); a language may be missing
 * @param inUse whether lists still offer it; what bears it keeps its name
 */
public record Word(String kind, String code, Map<String, String> names, boolean inUse) {

    static final String CHINESE = "zh";
    static final String ENGLISH = "en";

    public Word {
        names = Map.copyOf(names);
    }

    /** In this language; else in Chinese, which everybody here reads; else the code. */
    String in(String language) {
        String name = names.get(language);
        return name != null ? name : names.getOrDefault(CHINESE, code);
    }
}
