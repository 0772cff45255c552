package org.shangda.programme.process;

import java.util.List;
import java.util.Set;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** Who arranges pairs for the holder of a post is written {@code post:who}, for a post of the row; and no limit is above another. */
@Component
class ArrangersAreKnown implements Rule {

    private static final Set<String> WHO = Set.of("self", "own-college", "organization-department");
    private static final List<String> POSTS = List.of(
            "any-member", "university-leader", "college-head", "administrative-head", "branch-secretary", "talent");

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("pairing-eligibility")
                .ifPresent(table -> table.rows().forEach(row -> examine(table, row, findings)));
    }

    private static void examine(RuleTable table, Row row, Findings findings) {
        for (String pair : row.codes("arrangedBy")) {
            String[] parts = pair.split("[:\uFF1A]", 2);
            if (parts.length < 2 || !POSTS.contains(parts[0]) || !WHO.contains(parts[1])) {
                findings.refuse(table.file(), row.name(), "pairs.arranged-by", pair, Sentences.listed(WHO));
            }
        }
        if (row.number("minPerCarrier").isPresent()
                && row.number("maxPerCarrier").isPresent()
                && row.number("minPerCarrier").get()
                        > row.number("maxPerCarrier").get()) {
            findings.refuse(
                    table.file(),
                    row.name(),
                    "pairs.least-above-most",
                    row.cell("minPerCarrier"),
                    row.cell("maxPerCarrier"));
        }
    }
}
