package org.shangda.engine.door;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found in one file. */
class Findings {

    private static final int LONGEST_QUOTE = 120;

    private final String file;
    private final Set<List<Object>> seen = new LinkedHashSet<>();

    Findings(String file) {
        this.file = file;
    }

    void add(String place, String code, String... arguments) {
        List<Object> finding = new java.util.ArrayList<>(List.of(place, code));
        for (String argument : arguments) {
            finding.add(argument.length() > LONGEST_QUOTE ? argument.substring(0, LONGEST_QUOTE) + "…" : argument);
        }
        seen.add(finding);
    }

    List<Finding> all() {
        return seen.stream()
                .map(finding -> new Finding(
                        file,
                        finding.get(0).toString(),
                        finding.get(1).toString(),
                        finding.subList(2, finding.size()).toArray()))
                .toList();
    }
}
