package org.shangda.notification;

import java.util.Set;
import org.shangda.notification.Outbox.State;

/** A way to tell people. Never called inside a transaction, and always with the recipient's language as the present one. */
interface Channel {

    String name();

    boolean isConfigured();

    /** Whether the server that is {@link Closed} is so to one recipient alone, and others can be told. */
    default boolean closesForOne() {
        return false;
    }

    /**
     * Tells of what of the letter still waits.
     *
     * @throws Unreachable when the server does not answer, so that trying other letters now would be in vain
     * @throws Refused when the server does not take this letter, now or later
     * @throws RuntimeException when this letter cannot be sent now
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

    /** The server answers, and takes nothing now. */
    class Closed extends Unreachable {

        Closed(String trouble) {
            super(trouble, null);
        }
    }

    /** Another letter may be another matter. Its message says why in a word or two, as that of {@link Unreachable}. */
    class Refused extends RuntimeException {

        Refused(String trouble) {
            super(trouble);
        }
    }
}
