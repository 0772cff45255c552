package org.shangda.concern.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.RuleTable;
import org.shangda.programme.Outcome;

/** Every visit that the tables know, asked for in every situation. */
final class TableVisits {

    /** Whatever the tables do not name falls to the rows for all. */
    private static final String OTHER = "other";

    private TableVisits() {}

    /** None when a table is missing, which is refused before. */
    static List<Visit> of(Proposal proposal) {
        Set<Visit> visits = new LinkedHashSet<>();
        proposal.table("level-exits")
                .ifPresent(exits -> proposal.table("level-deadlines")
                        .ifPresent(deadlines -> situations(exits, deadlines)
                                .forEach(situation -> visits.add(visit(situation, exits, deadlines)))));
        return List.copyOf(visits);
    }

    private static List<Map<String, String>> situations(RuleTable exits, RuleTable deadlines) {
        Set<String> types = new LinkedHashSet<>(exits.codesOf("type"));
        types.addAll(deadlines.codesOf("type"));
        types.add(OTHER);
        Set<String> programmes = new LinkedHashSet<>(exits.codesOf("programme"));
        programmes.add(OTHER);
        List<Map<String, String>> situations = new ArrayList<>();
        for (String programme : programmes) {
            for (String level : exits.codesOf("level")) {
                for (String stage : List.of(Visit.FIRST, "again", "review")) {
                    for (String type : types) {
                        situations.add(Map.of("programme", programme, "level", level, "stage", stage, "type", type));
                    }
                }
            }
        }
        return situations;
    }

    private static Visit visit(Map<String, String> situation, RuleTable exits, RuleTable deadlines) {
        List<String> signed =
                deadlines.first(situation).map(row -> row.codes("signedExits")).orElse(List.of());
        return new Visit(
                situation.get("level"),
                situation.get("stage"),
                situation.get("type"),
                exits.matching(situation).stream()
                        // Another outcome is refused as a cell.
                        .filter(row -> Outcome.of(row.text("outcome")).isPresent())
                        .map(row -> new Visit.Exit(
                                row.text("code"), row.text("outcome"), signed.contains(row.text("code"))))
                        .toList());
    }
}
