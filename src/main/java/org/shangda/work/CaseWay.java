package org.shangda.work;

import java.util.List;

/** The way of a kind of case, step by step, where it keeps what people see of it afterwards. */
public interface CaseWay {

    /** Whether this is the way of the case. */
    boolean isOf(String number);

    /**
     * A time during which a clock of the case stood still.
     *
     * @param from day and time, in digits
     * @param to the same; empty while it still does
     * @param why in the reader's language
     */
    record Rest(String from, String to, String why) {}

    /** When clocks of the case stood still and why, the latest first; no story, so whoever knows of the case may read it. */
    List<Rest> rests(String number);

    /** Number of the last step so far, 0 before there is one. */
    long last(String number);

    /**
     * Whoever may read the step may read the words, and nobody else.
     *
     * @param after number of the last step before the form was handed in
     */
    void add(String number, long after, String person, String words);

    /**
     * The case goes on along another version of a diagram.
     *
     * @param diagram what the diagram is called, at most 64 characters
     * @param person who moved it
     * @param reason why, for those to read who follow the case
     */
    void movedToVersion(String number, String diagram, String person, String reason);
}
