package org.shangda.programme.process;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.springframework.stereotype.Component;

/** A code that people see has a name in the table of words; without one it is shown as it is. */
@Component
class CodesAreNamed implements Rule {

    /** Table and column → kind of word. */
    private static final Map<String, String> KINDS = Map.of(
            "level-units.level", "level",
            "level-exits.code", "exit",
            "department-routing.category", "category",
            "event-duties.occasion", "occasion",
            "contact-duties.kind", "duty",
            "pairing-eligibility.category", "group");

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("words")
                .ifPresent(words -> KINDS.forEach((place, kind) -> {
                    String column = place.substring(place.indexOf('.') + 1);
                    proposal.table(place.substring(0, place.indexOf('.')))
                            .ifPresent(table -> examine(table, column, kind, words, findings));
                }));
    }

    private static void examine(RuleTable table, String column, String kind, RuleTable words, Findings findings) {
        Set<String> named = new LinkedHashSet<>();
        words.rows().stream()
                .filter(row -> row.codesOf("kind").contains(kind))
                .forEach(row -> named.addAll(row.codesOf("code")));
        table.codesOf(column).stream()
                .map(String::strip)
                .filter(code -> !named.contains(code))
                .forEach(code -> findings.warn(table.file(), code, "word.unnamed", code, kind));
    }
}
