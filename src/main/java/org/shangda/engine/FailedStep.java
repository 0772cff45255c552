package org.shangda.engine;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Misconfigured;
import org.shangda.refusal.Refusal;

/**
 * Why a step failed, as its job and its incident say it: first what the domain said, so that it is read in Cockpit's narrow
 * column, then the number under which the log has it, then classes.
 *
 * @param code of the sentence; {@value #RULES} when the rules are incomplete, null when something else went wrong
 * @param argument code of a unit, or what is wrong with the rules; empty where the sentence needs none. Never what somebody
 *     wrote, and no person
 * @param reference eight hexadecimal digits, empty where the log has none
 */
public record FailedStep(String code, String argument, String reference, String classes) {

    /** Code of the sentence for rules that say nothing where the product has to know. */
    public static final String RULES = "engine.rules-incomplete";

    /** Refusals of these are about units: their argument is the code of one. */
    private static final String ABOUT_UNITS = "university.unit.";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern MESSAGE =
            Pattern.compile("(?s)(?:([a-z][a-z.-]*\\.[a-z.-]+)(?: (.*?))? \\| )?(?:([0-9a-f]{8}): )?(.*)");

    static FailedStep of(Throwable failure, String reference) {
        String code = null;
        String argument = "";
        for (Throwable cause = failure; cause != null && code == null; cause = cause.getCause()) {
            Refusal refusal = cause instanceof RefusedRequest request
                    ? request.refusal()
                    : cause instanceof Refusal said ? said : null;
            if (refusal != null) {
                code = refusal.code();
                argument = unit(refusal);
            } else if (cause instanceof Misconfigured) {
                code = RULES;
                argument = cause.getMessage();
            }
        }
        return new FailedStep(code, argument, reference, Failures.describe(failure));
    }

    private static String unit(Refusal refusal) {
        boolean named = refusal.code().startsWith(ABOUT_UNITS)
                && refusal.arguments().length > 0
                && refusal.arguments()[0] instanceof String given
                && CODE.matcher(given).matches();
        return named ? (String) refusal.arguments()[0] : "";
    }

    /** Reads what {@link #message} has written; of anything else all is classes. */
    public static FailedStep read(String message) {
        Matcher read = MESSAGE.matcher(message == null ? "" : message);
        return read.matches()
                ? new FailedStep(read.group(1), orEmpty(read.group(2)), orEmpty(read.group(3)), read.group(4))
                : new FailedStep(null, "", "", message);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    String message() {
        String said = code == null ? "" : (code + " " + argument).strip() + " | ";
        return said + (reference.isEmpty() ? "" : reference + ": ") + classes;
    }

    /** The same for whatever failed for the same reason: what was said, or else the classes without the places. */
    public String cause() {
        return code != null
                ? code + " " + argument
                : Arrays.stream(classes.split(" <- "))
                        .map(one -> one.replaceFirst("(?s) at .*", ""))
                        .collect(Collectors.joining(" <- "));
    }
}
