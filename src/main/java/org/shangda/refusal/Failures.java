package org.shangda.refusal;

import java.util.Arrays;
import java.util.Set;
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

    /** What stands in the place of a number where nothing has failed that anybody has to look for. */
    private static final String NO_NUMBER = "-";

    /**
     * How Tomcat and Spring say that the client is gone. By these alone: a connection to the database or to a mail server that
     * breaks ends in the same words of the machine, and is a failure.
     */
    private static final Set<String> HUNG_UP = Set.of(
            "org.apache.catalina.connector.ClientAbortException",
            "org.springframework.web.context.request.async.AsyncRequestNotUsableException");

    private Failures() {}

    /**
     * Whether the client went away, or was cut off because its body did not come (adr/0027): nobody hears an answer.
     *
     * @return true also where that is a cause, up to the twentieth
     */
    public static boolean isHungUp(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEPTH; cause = cause.getCause(), depth++) {
            if (HUNG_UP.contains(cause.getClass().getName())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Logs and counts the failure. A client that has hung up is none.
     *
     * @return the number under which it was logged, eight hexadecimal digits; {@code -} of a client that has hung up
     */
    public static String report(Throwable failure) {
        if (isHungUp(failure)) {
            LOG.debug("The client has hung up: {}", describe(failure));
            return NO_NUMBER;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}: {}", reference, describe(failure));
        Tally.failed();
        return reference;
    }

    /** @return one line: the classes of the failure and of its causes, what is misconfigured, and the product's own frames */
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
