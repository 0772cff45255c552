package org.shangda.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.shangda.engine.door.Finding;
import org.shangda.refusal.Refusal;

/**
 * Why the engine cannot read a file that passed the door: what its parser says about an element or a line, without what the
 * layers above the parser make of it. Who edits in Modeler has nothing else to go by.
 */
final class ParserWords {

    private static final Pattern RESOURCE = Pattern.compile("resource '([^']+)'");

    /** An object of the engine, as its parser prints it whole. */
    private static final Pattern OBJECT = Pattern.compile("'?\\b[A-Z]\\w+ ?[{\\[]([^{}\\[\\]]*)[}\\]]'?");

    private static final Pattern NAMED = Pattern.compile("\\b(?:id|key|name|outputName)='(?!null')([^']+)'");
    private static final int LONGEST = 300;

    private ParserWords() {}

    /** @param files what was to be deployed, for where the engine does not say in which of them it stumbled */
    static Refusal of(ProcessEngineException failure, Collection<String> files) {
        List<Finding> findings = new ArrayList<>();
        if (failure instanceof ParseException parsing) {
            for (ResourceReport report : parsing.getResorceReports()) {
                report.getErrors()
                        .forEach(error -> findings.add(finding(
                                report.getResourceName(),
                                error.getMainElementId() == null
                                        ? error.getLine() + ":" + error.getColumn()
                                        : error.getMainElementId(),
                                error.getMessage())));
            }
        } else {
            Matcher resource = RESOURCE.matcher(String.valueOf(failure.getMessage()));
            findings.add(
                    finding(resource.find() ? resource.group(1) : String.join(", ", files), "", innermost(failure)));
        }
        return Refusal.invalid("engine.unreadable-diagram", SafeDiagrams.lines(findings));
    }

    private static Finding finding(String file, String place, String words) {
        String plain = words.replaceAll("(ENGINE|DMN)-\\d+ *", "").replaceAll("\"https?://[^\"]*\":", "");
        for (String whole = ""; !whole.equals(plain); ) {
            whole = plain;
            plain = plain.replaceAll("=\\[[^{}\\[\\]]*]", "=");
            plain = OBJECT.matcher(plain).replaceAll(object -> Matcher.quoteReplacement(name(object.group(1))));
        }
        plain = plain.replaceAll("\\b(?:\\w+\\.){2,}\\w*(Exception|Error)\\b:? *", "");
        return new Finding(
                Finding.Severity.REFUSE,
                file,
                place,
                plain.isBlank() ? "unreadable" : "parser",
                List.of(plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain));
    }

    private static String name(String properties) {
        Matcher name = NAMED.matcher(properties);
        return name.find() ? "'" + name.group(1) + "'" : "''";
    }

    /** What is wrong is said where it was found; above it only stands that something is. */
    private static String innermost(Throwable failure) {
        String words = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !(cause instanceof NullPointerException)) {
                words = cause.getMessage();
            }
        }
        return words;
    }
}
