package org.shangda.refusal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counts what this node has answered with a no, since its start, for those who watch from outside (adr/0058). By the code of
 * the sentence: a closed list, and no word of what was asked.
 */
public final class Tally {

    private static final Counter FAILURES = Counter.builder("shangda.failures")
            .description("What went wrong unexpectedly and is in the log under a number")
            .register(Metrics.globalRegistry);

    private static final Counter CONFLICTS = Counter.builder("shangda.conflicts")
            .description("Two at work on the same thing at once, of whom one had to try again")
            .register(Metrics.globalRegistry);

    private static final Counter WRONG_PASSWORDS = Counter.builder("shangda.logins.failed")
            .description("Wrong passwords")
            .register(Metrics.globalRegistry);

    private Tally() {}

    /** To be called at the start, so that what has not happened yet is there with 0. */
    public static void fromZero() {
        // Whatever is counted begins with this class.
    }

    /**
     * A request was answered with a sentence instead of what it asked for.
     *
     * @param status 400 to 599
     * @param code of the sentence
     */
    public static void refused(int status, String code) {
        Counter.builder("shangda.refusals")
                .description("Requests that were answered with a sentence, by its code")
                .tag("status", String.valueOf(status))
                .tag("code", code)
                .register(Metrics.globalRegistry)
                .increment();
    }

    static void failed() {
        FAILURES.increment();
    }

    /** Somebody else was faster. */
    public static void conflict() {
        CONFLICTS.increment();
    }

    public static void wrongPassword() {
        WRONG_PASSWORDS.increment();
    }
}
