package org.shangda.concern.process;

import org.shangda.concern.FollowingService.Confirmation;
import org.shangda.concern.HandlingService.Signature;
import org.shangda.refusal.Inputs;

/** Forms that ask for an either-or. */
final class Decisions {

    private Decisions() {}

    /** @param decision {@code approve} or {@code send-back} */
    record Signing(String decision, String words, String tried, String reason) {

        Signature signature() {
            return new Signature(yes(decision, "approve", "send-back"), words, tried, reason);
        }
    }

    /** @param decision {@code pass-on} or {@code question} */
    record PassingOn(String decision, String words) {

        Confirmation confirmation() {
            return new Confirmation(yes(decision, "pass-on", "question"), words);
        }
    }

    /** @param decision {@code refer} or {@code take-back} */
    record Referring(String decision, String words) {

        Confirmation confirmation() {
            return new Confirmation(yes(decision, "refer", "take-back"), words);
        }
    }

    private static boolean yes(String sent, String yes, String no) {
        if (yes.equals(sent) || no.equals(sent)) {
            return yes.equals(sent);
        }
        throw Inputs.unknown("decision");
    }
}
