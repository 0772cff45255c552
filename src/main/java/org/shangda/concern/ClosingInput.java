package org.shangda.concern;

import java.util.List;

/** What a form says beside the words of an answer, where {@code level-answers} asks for it. */
interface ClosingInput {

    /** Code of what became of the matter: a word of the kind {@code settled}. */
    String settled();

    /** Why it was not adopted. */
    String settledBecause();

    /** Codes of what holds of the answer: words of the kind {@code closing-check}. */
    List<String> checks();

    /** Why what is asked and not named in {@link #checks} does not hold. */
    String checksBecause();
}
