package org.shangda.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.refusal.Refusal;
import org.shangda.words.Choice;

/**
 * Something that people do about a row of 停滞事项 (adr/0051). A bean of this type is on the page at once. Its name is in the
 * message files under {@code stalled.act.<code>}, with {@code .note}: who reads what is written, or what follows.
 */
public interface StalledAction {

    /** Most characters of {@link Field#WORDS}, where an action takes no fewer. */
    int LONGEST_WORDS = 2_000;

    /** What is asked for before it is done. */
    enum Field {
        /** A reason. */
        WORDS,
        /** Code of a unit. */
        UNIT,
        /** A day. */
        UNTIL,
        /** A staff number, or a name that is the only one. */
        PERSON;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What was filled in; null where it was not. */
    record Said(String words, String unit, LocalDate until, String person) {}

    String code();

    default Set<Field> asks() {
        return Set.of();
    }

    /** Most characters of {@link Field#WORDS}. */
    default int longestWords() {
        return LONGEST_WORDS;
    }

    /** Whether the reader may do it about the row now: by right, and by the state of what stands still. */
    boolean may(Reader reader, Stalled row);

    /** The same for many rows in a few statements. @return subjects of those about which the reader may */
    default Set<String> open(Reader reader, List<Stalled> rows) {
        return rows.stream()
                .filter(row -> may(reader, row))
                .map(Stalled::subject)
                .collect(Collectors.toSet());
    }

    /**
     * Whether {@link #act} refuses by itself who may not, and names the state: it is then asked to act also where {@link #may}
     * says no.
     */
    default boolean saysWhyNot() {
        return false;
    }

    /** What can be filled in as {@link Field#UNIT} or {@link Field#PERSON} about the row; empty where it is typed. */
    default List<Choice> choices(Reader reader, Stalled row) {
        return List.of();
    }

    /**
     * Does it, in a transaction of its own. Right and state are checked again by what does it: the row was found a while ago.
     *
     * @return what has become of it, in a sentence
     * @throws Refusal that says why not and what to do, and nothing has changed
     */
    String act(Reader reader, Stalled row, Said said);
}
