package org.shangda.concern;

import org.shangda.words.WordKind;

/**
 * What kind of concern it is: a row of the table of words, for which the tables of levels may have rows. The product does
 * something for two of them; {@code hazard.laboratory} is a safety hazard under a name of its own.
 */
record ConcernType(String code) {

    private static final String HAZARD = "hazard";
    private static final String SUGGESTION = "suggestion";

    static final WordKind KIND = WordKind.any("type", SUGGESTION, HAZARD);

    /** 安全隐患: goes to college and department at once, and no vacation stops its clock. */
    boolean isHazard() {
        return asked().equals(HAZARD);
    }

    /** 意见建议: rated, but not handled again. */
    boolean isSuggestion() {
        return asked().equals(SUGGESTION);
    }

    /** The code for which the tables of levels and the diagrams are asked. */
    String asked() {
        return WordKind.plain(code);
    }
}
