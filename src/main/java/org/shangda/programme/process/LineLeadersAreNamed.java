package org.shangda.programme.process;

import java.util.List;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a level belongs to the leader in charge (分管), the roster says for every unit who that is. */
@Component
class LineLeadersAreNamed implements Rule {

    private static final List<String> IN_CHARGE_OF = List.of("college", "department");

    private final ObjectProvider<University> university;

    /** @param university provided late, because the engine's own set-up needs the rules */
    LineLeadersAreNamed(ObjectProvider<University> university) {
        this.university = university;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("level-units")
                .ifPresent(table -> table.rows().stream()
                        .filter(row -> row.text("rule").equals("line-leader"))
                        .forEach(row -> {
                            List<String> without = university.getObject().units().stream()
                                    .filter(unit ->
                                            IN_CHARGE_OF.contains(unit.kind().replaceFirst("\\..*", "")))
                                    .filter(unit -> unit.lineLeaders().isEmpty())
                                    .map(Unit::name)
                                    .toList();
                            if (!without.isEmpty()) {
                                findings.warn(
                                        table.file(), row.name(), "unit.no-line-leader", Sentences.listed(without));
                            }
                        }));
    }
}
