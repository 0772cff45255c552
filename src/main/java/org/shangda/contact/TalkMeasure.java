package org.shangda.contact;

import org.shangda.words.WordKind;

/** What comes of an event talk that is late. There are three, each of which a school may call otherwise. */
record TalkMeasure(String code) {

    /** 约定新的日期. */
    private static final String NEW_DAY = "new-day";
    /** 由书记本人谈话. */
    private static final String TAKE_OVER = "take-over";
    /** 已不需要. */
    private static final String NOT_NEEDED = "not-needed";

    static final WordKind KIND = WordKind.named("talk-measure", NEW_DAY, TAKE_OVER, NOT_NEEDED);

    boolean isTakingOver() {
        return WordKind.plain(code).equals(TAKE_OVER);
    }

    boolean isNotNeeded() {
        return WordKind.plain(code).equals(NOT_NEEDED);
    }
}
