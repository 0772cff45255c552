package org.shangda.refusal;

import java.util.Arrays;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what went wrong unexpectedly. Messages of exceptions quote what users wrote (a constraint's violation names the
 * value), so only class names and the product's own frames are logged, under a number that the user is told. Of
 * {@link Misconfigured} the message is logged as well, which says what the administrator has to mend, and of a
 * {@link Refusal} its code.
 */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int DEPTH = 20;

    private Failures() {}

    /**
     * Logs the failure.
     *
     * @return the number under which it was logged, eight hexadecimal digits
     */
    public static String report(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}: {}", reference, describe(failure));
        Tally.failed();
        return reference;
    }

    /** The classes of the failure and of its causes, what is misconfigured, and the product's own frames. */
    public static String describe(Throwable failure) {
        StringBuilder description = new StringBuilder();
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEPTH; cause = cause.getCause(), depth++) {
            description.append(depth == 0 ? "" : " <- ").append(cause.getClass().getName());
            if (cause instanceof Misconfigured) {
                description.append(" (").append(cause.getMessage()).append(")");
            } else if (cause instanceof Refusal refusal) {
                description.append(" (").append(refusal.code()).append(")");
            }
            Arrays.stream(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.shangda."))
                    .limit(5)
                    .forEach(frame -> description.append(" at ").append(frame));
        }
        return description.toString();
    }
}
