package org.shangda.contact;

import org.shangda.words.WordKind;

/** What comes of a missed contact: a row of the table of words. One of them asks for a day. */
record MissedMeasure(String code) {

    /** 约定日期补联系. */
    private static final String MAKE_UP = "make-up";

    static final WordKind KIND = WordKind.any("missed-measure", MAKE_UP);

    boolean isMakingUp() {
        return WordKind.plain(code).equals(MAKE_UP);
    }
}
