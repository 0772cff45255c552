package org.shangda.notification;

import java.util.Set;
import org.shangda.notification.Outbox.State;

/** A way to tell people. Never called inside a transaction, and always with the recipient's language as the present one. */
interface Channel {

    String name();

    boolean isConfigured();

    /**
     * Tells of what of the letter still waits.
     *
     * @throws Unreachable when the server does not answer, so that trying other letters now would be in vain
     * @throws RuntimeException when this letter cannot be sent
     */
    Outcome deliver(Letter letter) throws Unreachable;

    /** @param told tasks that the message spoke of, if one was sent */
    record Outcome(State state, Set<String> told) {

        static Outcome sent(Set<String> told) {
            return new Outcome(State.SENT, told);
        }

        static Outcome nothingToSend(State why) {
            return new Outcome(why, Set.of());
        }
    }

    /** Its message says what is wrong in a word or two, and tells nobody's address and no secret. */
    class Unreachable extends Exception {

        Unreachable(Throwable cause) {
            this(cause.getClass().getSimpleName(), cause);
        }

        Unreachable(String trouble, Throwable cause) {
            super(trouble, cause);
        }
    }
}
