package org.shangda.pairing;

import java.util.Arrays;
import org.shangda.words.WordKind;

/** Why a pair ended or never came about, as far as the product finds it out. What else there is, is in the table of words. */
enum Reason {
    CARRIER_LEFT("carrier-left", true),
    CARRIER_CHANGED_POST("carrier-changed-post", true),
    COLLEAGUE_LEFT("colleague-left", true),
    COLLEAGUE_MOVED("colleague-moved", true),
    JOINED_THE_PARTY("joined-the-party", true),
    SOMEBODY_ELSE("somebody-else", true),
    BRANCH_ABOLISHED("branch-abolished", false),
    DECLINED("declined", false),
    NO_ANSWER("no-answer", false),
    MEMBER_CANNOT("member-cannot", false),
    OBJECTED("objected", false),
    NOBODY_FOUND("nobody-found", false),
    TAKEN_BACK("taken-back", false);

    static final WordKind KIND = WordKind.any(
            "pair-reason", Arrays.stream(values()).map(Reason::code).toArray(String[]::new));

    private final String code;
    private final boolean chosen;

    /** @param chosen whether people may say so as well when they end a pair */
    Reason(String code, boolean chosen) {
        this.code = code;
        this.chosen = chosen;
    }

    String code() {
        return code;
    }

    /** Whether people may give this reason. Nobody writes down what they think of somebody: it is one of a list. */
    static boolean mayBeChosen(String code) {
        return Arrays.stream(values()).allMatch(one -> one.chosen || !one.code.equals(WordKind.plain(code)));
    }
}
