package org.shangda.programme.process;

import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.springframework.stereotype.Component;

/** A fixed unit is named, and only a fixed one; nobody supervises themselves. */
@Component
class UnitsFitTheirRule implements Rule {

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("level-units").ifPresent(table -> table.rows().forEach(row -> examine(table, row, findings)));
    }

    private static void examine(RuleTable table, Row row, Findings findings) {
        named(table, row, "rule", "unit", findings);
        named(table, row, "supervisionRule", "supervisionUnit", findings);
        boolean own = row.text("rule").equals("fixed")
                        && row.text("supervisionRule").equals("fixed")
                        && row.text("unit").equals(row.text("supervisionUnit"))
                || row.text("rule").equals("own-college")
                        && row.text("supervisionRule").equals("own-college");
        if (own) {
            findings.refuse(table.file(), row.name(), "unit.supervises-itself");
        }
        boolean first = row.cell("stage").equals("\"first\"");
        if (row.text("rule").equals("same") && first) {
            findings.refuse(table.file(), row.name(), "unit.same-as-nobody");
        }
        if (row.cell("stage").equals("\"review\"") && isTheSameUnit(table, row)) {
            findings.refuse(table.file(), row.name(), "unit.reviews-itself");
        }
    }

    /** Whoever the colleague is dissatisfied with does not look through it. */
    private static boolean isTheSameUnit(RuleTable table, Row review) {
        String rule = review.text("rule");
        return rule.equals("same")
                || rule.startsWith("own-")
                        && table.rows().stream()
                                .filter(row -> row.cell("stage").equals("\"first\""))
                                .filter(row -> row.cell("level").equals(review.cell("level")))
                                .anyMatch(row -> row.text("rule").equals(rule));
    }

    private static void named(RuleTable table, Row row, String rule, String unit, Findings findings) {
        boolean fixed = row.text(rule).equals("fixed");
        if (fixed && row.isBlank(unit)) {
            findings.refuse(table.file(), row.name(), "unit.blank", rule, unit);
        } else if (!fixed && !row.isBlank(unit)) {
            findings.warn(table.file(), row.name(), "unit.unread", rule, unit);
        }
    }
}
