package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.shangda.engine.door.RuleTable.Row;

/** Every row is the answer to some question, and every question has the answers that its rows give: found by asking them all. */
final class RowsAnswer implements Rule {

    /** One row that is gone leaves many questions open; a few of them show which. */
    private static final int MISSING_SAID = 20;

    private final Collection<TableShape> shapes;

    RowsAnswer(Collection<TableShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        for (TableShape shape : shapes) {
            if (proposal.table(shape.key()).isEmpty()) {
                findings.refuse(shape.key() + ".dmn", "", "table.missing");
                continue;
            }
            RuleTable table = proposal.table(shape.key()).get();
            if (table.rows().isEmpty()) {
                findings.refuse(table.file(), table.key(), "table.empty");
            }
            boolean one = Set.of(HitPolicy.UNIQUE, HitPolicy.ANY).contains(table.policy()) && !shape.isListed();
            Set<Row> answers = new LinkedHashSet<>();
            boolean overlaps = false;
            int missing = 0;
            boolean ambiguous = false;
            for (Map<String, String> question : shape.questions(proposal)) {
                List<Row> rows = table.matching(question);
                overlaps |= rows.size() > 1;
                if (rows.isEmpty() && shape.mustAnswer() && missing++ < MISSING_SAID) {
                    findings.refuse(table.file(), String.join("/", question.values()), "row.missing");
                }
                if (rows.size() > 1 && one && !ambiguous) {
                    ambiguous = true;
                    findings.refuse(
                            table.file(),
                            rows.get(0).name(),
                            "row.overlaps",
                            rows.get(1).name(),
                            String.join(" ", question.values()),
                            table.policy().toString());
                }
                rows.stream().limit(shape.hasSeveral() ? Integer.MAX_VALUE : 1).forEach(answers::add);
            }
            table.rows().stream()
                    .filter(row -> !answers.contains(row))
                    .forEach(row -> findings.refuse(table.file(), row.name(), "row.never"));
            policy(shape, table, overlaps, findings);
        }
    }

    private static void policy(TableShape shape, RuleTable table, boolean overlaps, Findings findings) {
        if (table.aggregates()) {
            findings.refuse(table.file(), table.key(), "table.aggregates");
        }
        HitPolicy usual = shape.usual();
        if (table.policy() != usual) {
            if (shape.hasSeveral() && table.policy() == HitPolicy.FIRST && overlaps) {
                findings.refuse(
                        table.file(),
                        table.key(),
                        "table.policy",
                        table.policy().toString(),
                        usual.toString());
            } else {
                findings.warn(
                        table.file(),
                        table.key(),
                        "table.policy",
                        table.policy().toString(),
                        usual.toString());
            }
        }
    }
}
