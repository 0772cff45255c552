package org.shangda.concern.process;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.shangda.concern.Exit;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.programme.Outcome;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** What an exit asks for fits how it ends: it names a unit where the concern goes to one, and a day where it waits for one. */
@Component
class ExitsFitTheirOutcome implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("level-exits").ifPresent(table -> {
            table.rows().forEach(row -> examine(table, row, findings));
            twice(table, findings);
        });
    }

    private static void examine(RuleTable table, Row row, Findings findings) {
        String code = row.text("code");
        Optional<Outcome> outcome = Outcome.of(row.text("outcome"));
        if (!code.isEmpty() && outcome.filter(one -> !Exit.mayLeadTo(code, one)).isPresent()) {
            findings.refuse(
                    table.file(),
                    row.name(),
                    "exit.outcome",
                    code,
                    row.text("outcome"),
                    Arrays.stream(Outcome.values())
                            .filter(one -> Exit.mayLeadTo(code, one))
                            .map(Outcome::code)
                            .collect(Sentences.listing()));
        }
    }

    /** Two rows that open the same exit in one situation would offer it twice. */
    private static void twice(RuleTable table, Findings findings) {
        for (Row one : table.rows()) {
            for (Row other : table.rows()) {
                if (one == other) {
                    break;
                }
                if (one.text("code").equals(other.text("code")) && overlap(table, one, other)) {
                    findings.refuse(table.file(), one.name(), "exit.twice", one.text("code"), other.name());
                }
            }
        }
    }

    private static boolean overlap(RuleTable table, Row one, Row other) {
        return table.inputs().stream().allMatch(input -> {
            Set<String> values = new LinkedHashSet<>(table.codesOf(input.name()));
            values.add("*");
            return values.stream()
                    .anyMatch(value -> one.accepts(input.name(), value) && other.accepts(input.name(), value));
        });
    }
}
