package org.shangda.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.shangda.refusal.Inputs;

/** Why a pair ended or never came about. Closed: nobody writes down what they think of somebody. */
enum Reason {
    CARRIER_LEFT("carrier-left"),
    CARRIER_CHANGED_POST("carrier-changed-post"),
    CARRIER_ILL("carrier-ill"),
    COLLEAGUE_LEFT("colleague-left"),
    COLLEAGUE_MOVED("colleague-moved"),
    JOINED_THE_PARTY("joined-the-party"),
    SOMEBODY_ELSE("somebody-else"),
    FULFILLED("fulfilled"),
    BRANCH_ABOLISHED("branch-abolished"),
    DECLINED("declined"),
    NO_ANSWER("no-answer"),
    MEMBER_CANNOT("member-cannot"),
    OBJECTED("objected"),
    NOBODY_FOUND("nobody-found"),
    TAKEN_BACK("taken-back");

    /** What people may choose when they end a pair; the others are found by the product. */
    static final List<Reason> CHOSEN = List.of(
            CARRIER_LEFT,
            CARRIER_CHANGED_POST,
            CARRIER_ILL,
            COLLEAGUE_LEFT,
            COLLEAGUE_MOVED,
            JOINED_THE_PARTY,
            SOMEBODY_ELSE,
            FULFILLED);

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Reason chosen(String code) {
        return CHOSEN.stream()
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown("endReason"));
    }

    static Reason of(String code) {
        return Arrays.stream(values())
                .filter(one -> Objects.equals(one.code, code))
                .findFirst()
                .orElse(null);
    }
}
