package org.shangda.engine.door;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found, each thing once. */
public final class Findings {

    private static final int LONGEST_QUOTE = 120;

    private final Set<Finding> found = new LinkedHashSet<>();

    public void refuse(String file, String place, String code, Object... arguments) {
        add(Finding.Severity.REFUSE, file, place, code, arguments);
    }

    public void warn(String file, String place, String code, Object... arguments) {
        add(Finding.Severity.WARN, file, place, code, arguments);
    }

    private void add(Finding.Severity severity, String file, String place, String code, Object... arguments) {
        found.add(new Finding(
                severity,
                file,
                place,
                code,
                Arrays.stream(arguments).map(Findings::quoted).toList()));
    }

    private static Object quoted(Object argument) {
        String text = String.valueOf(argument);
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    public List<Finding> all() {
        return List.copyOf(found);
    }

    /** What is found in one file. */
    OfFile of(String file) {
        return new OfFile(this, file);
    }

    record OfFile(Findings findings, String file) {

        void add(String place, String code, String... arguments) {
            findings.refuse(file, place, code, (Object[]) arguments);
        }
    }
}
