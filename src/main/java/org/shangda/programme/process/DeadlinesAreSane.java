package org.shangda.programme.process;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The days of one row go together: received and reminded before the deadline, extended beyond it, moved up only after supervision; and what is signed is an exit there. */
@Component
class DeadlinesAreSane implements Rule {

    private final ObjectProvider<Programmes> programmes;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    DeadlinesAreSane(ObjectProvider<Programmes> programmes) {
        this.programmes = programmes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("level-deadlines").ifPresent(table -> {
            table.rows().forEach(row -> days(table, row, findings));
            proposal.table("level-exits").ifPresent(exits -> signatures(proposal, table, exits, findings));
        });
    }

    private static void days(RuleTable table, Row row, Findings findings) {
        int handle = row.number("handleDays").orElse(0);
        if (handle == 0) {
            return;
        }
        String place = row.name();
        if (row.number("receiveDays").filter(days -> days > handle).isPresent()) {
            findings.refuse(table.file(), place, "deadline.receive", row.cell("receiveDays"), row.cell("handleDays"));
        }
        if (row.number("receiveDays").isPresent() && row.number("receiveHours").isPresent()) {
            findings.refuse(table.file(), place, "deadline.receive-twice");
        }
        if (row.number("remindDaysBefore").filter(days -> days >= handle).isPresent()) {
            findings.refuse(
                    table.file(), place, "deadline.remind", row.cell("remindDaysBefore"), row.cell("handleDays"));
        }
        if (row.number("extendedDays").filter(days -> days <= handle).isPresent()) {
            findings.refuse(table.file(), place, "deadline.extended", row.cell("extendedDays"), row.cell("handleDays"));
        }
        boolean moves = row.text("onOverdue").equals("move-up");
        if (moves && row.isBlank("moveAfterDays")) {
            findings.refuse(table.file(), place, "deadline.move-when");
        }
        if (!moves && !row.isBlank("moveAfterDays")) {
            findings.refuse(table.file(), place, "deadline.moves-not", row.cell("moveAfterDays"));
        }
    }

    private void signatures(Proposal proposal, RuleTable deadlines, RuleTable exits, Findings findings) {
        for (var programme : programmes.getObject().all()) {
            for (String level : Levels.known(proposal)) {
                for (String stage : TableShapes.STAGES) {
                    for (String type : TableShapes.types(proposal)) {
                        Map<String, String> question =
                                Map.of("programme", programme.code(), "level", level, "stage", stage, "type", type);
                        Set<String> offered = exits.matching(question).stream()
                                .map(row -> row.text("code"))
                                .collect(Collectors.toCollection(LinkedHashSet::new));
                        if (!offered.isEmpty()) {
                            deadlines
                                    .first(question)
                                    .ifPresent(row -> row.codes("signedExits").stream()
                                            .filter(code -> !offered.contains(code))
                                            .forEach(code -> findings.refuse(
                                                    deadlines.file(), row.name(), "deadline.signs", code, level)));
                        }
                    }
                }
            }
        }
    }
}
