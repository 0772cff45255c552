package org.shangda.programme.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A summary that is handed up arrives at a tier that the programme has, once, and that is due later. */
@Component
class TiersHandUp implements Rule {

    private final ObjectProvider<Programmes> programmes;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    TiersHandUp(ObjectProvider<Programmes> programmes) {
        this.programmes = programmes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("summary-tiers")
                .ifPresent(table ->
                        programmes.getObject().all().forEach(programme -> examine(table, programme.code(), findings)));
    }

    private static void examine(RuleTable table, String programme, Findings findings) {
        List<Row> tiers = table.matching(Map.of("programme", programme));
        Set<String> seen = new LinkedHashSet<>();
        for (Row tier : tiers) {
            if (!seen.add(tier.text("tier"))) {
                findings.refuse(table.file(), tier.name(), "tier.twice", programme, tier.text("tier"));
            }
            if (tier.isBlank("handsUpTo")) {
                continue;
            }
            boolean arrives = tiers.stream()
                    .anyMatch(next -> next.text("tier").equals(tier.text("handsUpTo"))
                            && next.number("withinDays").orElse(0)
                                    > tier.number("withinDays").orElse(0));
            if (!arrives) {
                findings.refuse(table.file(), tier.name(), "tier.arrives-nowhere", programme, tier.text("handsUpTo"));
            }
        }
        boolean ends = tiers.isEmpty() || tiers.stream().anyMatch(tier -> tier.isBlank("handsUpTo"));
        if (!ends) {
            findings.refuse(table.file(), table.key(), "tier.never-ends", programme);
        }
    }
}
