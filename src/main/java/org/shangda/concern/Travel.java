package org.shangda.concern;

import org.shangda.words.WordKind;

/**
 * How far a concern may travel, and whether the colleague's name travels with it. The colleague decides. There are three
 * ways, each of which a school may call otherwise.
 */
record Travel(String code) {

    /** 实名办理. */
    static final String NAMED = "named";
    /** 支部以上不显示姓名. */
    static final String NAMELESS_ABOVE_BRANCH = "nameless-above-branch";
    /** 仅限首接人知悉,不上报. */
    static final String FIRST_RECEIVER_ONLY = "first-receiver-only";

    static final WordKind KIND = WordKind.named("travel", NAMED, NAMELESS_ABOVE_BRANCH, FIRST_RECEIVER_ONLY);

    boolean isNamed() {
        return WordKind.plain(code).equals(NAMED);
    }

    boolean staysWithTheFirstReceiver() {
        return WordKind.plain(code).equals(FIRST_RECEIVER_ONLY);
    }
}
