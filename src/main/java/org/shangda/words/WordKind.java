package org.shangda.words;

import java.util.List;

/**
 * A kind of codes, and which there can be of it. Some the product does something for; whether there can be others, a school
 * says in the table of words (adr/0049).
 *
 * @param name as the table of words names it, for example {@code rating}
 * @param acted codes that the product does something for
 */
public record WordKind(String name, List<String> acted, More more) {

    /** What a row of the table of words may add. */
    public enum More {
        /** Any code; one that the product does nothing for is a name and no more. */
        ANY,
        /** Another name for one that is there: {@code dissatisfied.slow} works as {@code dissatisfied} does. */
        NAMES,
        /** Nothing: there are as many as the product tells apart. */
        NOTHING
    }

    public WordKind {
        acted = List.copyOf(acted);
    }

    public static WordKind any(String name, String... acted) {
        return new WordKind(name, List.of(acted), More.ANY);
    }

    public static WordKind named(String name, String... acted) {
        return new WordKind(name, List.of(acted), More.NAMES);
    }

    public static WordKind fixed(String name, String... acted) {
        return new WordKind(name, List.of(acted), More.NOTHING);
    }

    /** Whether there can be such a code. */
    public boolean takes(String code) {
        return switch (more) {
            case ANY -> true;
            case NAMES -> acted.contains(plain(code));
            case NOTHING -> acted.contains(code);
        };
    }

    /** As what a code works: what stands before the dot; itself, where there is none. */
    public static String plain(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
