package org.shangda.concern;

import java.util.Arrays;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Inputs;
import org.shangda.words.WordKind;

/** What the university has come to about an item. */
enum Ruling {
    /** A unit is to carry it out. */
    DECIDED("decided", Outcome.DECIDED),
    /** It is put off to the next meeting. */
    LATER("later", Outcome.AGENDA),
    /** Nothing is done; the reason is the answer. */
    REFUSED("refused", Outcome.ANSWERED);

    static final WordKind KIND =
            WordKind.fixed("ruling", Arrays.stream(values()).map(Ruling::code).toArray(String[]::new));

    private final String code;
    private final Outcome outcome;

    Ruling(String code, Outcome outcome) {
        this.code = code;
        this.outcome = outcome;
    }

    static Ruling of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown("ruling"));
    }

    String code() {
        return code;
    }

    Outcome outcome() {
        return outcome;
    }
}
