package org.shangda.concern.process;

import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/** Reads a form's either-or. */
final class Decisions {

    private Decisions() {}

    static boolean yes(String sent, String yes, String no) {
        if (yes.equals(sent) || no.equals(sent)) {
            return yes.equals(sent);
        }
        throw Refusal.invalid("code.unknown", Inputs.label("decision"));
    }
}
