package org.shangda.programme.process;

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

/** Who may be paired in a programme owes contacts there, and who owes contacts may be paired; each contact once. */
@Component
class PairsHaveSomethingToDo implements Rule {

    private final ObjectProvider<Programmes> programmes;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    PairsHaveSomethingToDo(ObjectProvider<Programmes> programmes) {
        this.programmes = programmes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        if (proposal.table("contact-duties").isEmpty()
                || proposal.table("pairing-eligibility").isEmpty()) {
            return;
        }
        RuleTable duties = proposal.table("contact-duties").get();
        RuleTable pairs = proposal.table("pairing-eligibility").get();
        for (var programme : programmes.getObject().all()) {
            for (String relation : List.of("member-person", "leader-person", "leader-branch")) {
                Map<String, String> question = Map.of("programme", programme.code(), "relation", relation);
                List<Row> owed = duties.matching(question);
                boolean paired = pairs.codesOf("category").stream()
                        .anyMatch(category -> pairs.first(Map.of(
                                        "programme", programme.code(), "relation", relation, "category", category))
                                .isPresent());
                if (paired && owed.isEmpty()) {
                    findings.refuse(
                            duties.file(), programme.code() + "/" + relation, "pairs.owe-nothing", programme.code());
                } else if (!paired && !owed.isEmpty()) {
                    findings.refuse(pairs.file(), programme.code() + "/" + relation, "pairs.nobody", programme.code());
                }
                Set<String> kinds = new java.util.LinkedHashSet<>();
                owed.stream()
                        .filter(row -> !kinds.add(row.text("kind")))
                        .forEach(row -> findings.warn(duties.file(), row.name(), "pairs.twice", row.text("kind")));
            }
        }
    }
}
