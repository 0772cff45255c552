package org.shangda.engine;

import java.util.Locale;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Two at work on the same thing at once: one of them goes first, and the other may try again. */
final class Conflicts {

    private Conflicts() {}

    /** Whether a failure, or one of its causes, is a conflict. */
    static boolean among(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockingException
                    || isKnownKey(cause)
                    || hasMovedOn(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Only keys that two people at once can meet; a value too long for its column is the product's mistake. */
    private static boolean isKnownKey(Throwable cause) {
        return cause instanceof DataIntegrityViolationException
                && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("concern_idempotency");
    }

    /**
     * A timer's commit fell between reading the task and reading its execution, so that the two do not fit together. The
     * engine finds that out before it compares versions.
     */
    private static boolean hasMovedOn(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof PvmException && message.endsWith("it has no current activity")
                || cause instanceof NullPointerException && message.contains("ScopeImpl.isScope()");
    }
}
