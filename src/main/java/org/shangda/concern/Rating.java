package org.shangda.concern;

import org.shangda.words.WordKind;

/**
 * The colleague's verdict on the answer. The four are counted apart: silence is not satisfaction. A school may have further
 * names for those that are given; figures count what stands before the dot.
 */
record Rating(String code) {

    /** 满意. */
    private static final String SATISFIED = "satisfied";
    /** 基本满意. */
    private static final String BASICALLY_SATISFIED = "basically-satisfied";
    /** 不满意. */
    private static final String DISSATISFIED = "dissatisfied";

    /** 未评价: nothing was said within the time for rating. */
    static final Rating UNRATED = new Rating("unrated");

    static final WordKind GIVEN = WordKind.named("rating", SATISFIED, BASICALLY_SATISFIED, DISSATISFIED);
    static final WordKind KIND = WordKind.named("rating", SATISFIED, BASICALLY_SATISFIED, DISSATISFIED, UNRATED.code());

    boolean isDissatisfied() {
        return WordKind.plain(code).equals(DISSATISFIED);
    }
}
