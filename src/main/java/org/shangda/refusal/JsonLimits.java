package org.shangda.refusal;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Why reading JSON stopped, where the limits of {@code web.RequestSize} and of the parser stopped it. */
public final class JsonLimits {

    private JsonLimits() {}

    /** Whether there was too much of it. */
    public static boolean isExceeded(Throwable failure) {
        return says(failure, "Document length");
    }

    /** Whether there were objects within objects without end. */
    public static boolean isNestedTooDeeply(Throwable failure) {
        return says(failure, "nesting depth");
    }

    /** What was exceeded is told by the words only. */
    private static boolean says(Throwable failure, String what) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException exceeded
                    && exceeded.getOriginalMessage().contains(what)) {
                return true;
            }
        }
        return false;
    }
}
