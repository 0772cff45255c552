package org.shangda.programme.process;

import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Under every programme some department is called first in an emergency, and it has a number for that. */
@Component
class SomebodyIsCalledInDanger implements Rule {

    private final ObjectProvider<Programmes> programmes;
    private final ObjectProvider<University> university;

    /** @param programmes provided late, as the university is, because the engine's own set-up needs the rules */
    SomebodyIsCalledInDanger(ObjectProvider<Programmes> programmes, ObjectProvider<University> university) {
        this.programmes = programmes;
        this.university = university;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("department-routing").ifPresent(table -> {
            programmes.getObject().all().forEach(programme -> examine(table, programme, findings));
            table.rows().stream()
                    .filter(row -> row.flag("emergency"))
                    .forEach(row -> university.getObject().units().stream()
                            .filter(unit -> unit.code().equals(row.text("unit")) && unit.dutyTelephone() == null)
                            .map(Unit::name)
                            .forEach(unit ->
                                    findings.warn(table.file(), row.name(), "routing.no-duty-telephone", unit)));
        });
    }

    private static void examine(RuleTable table, Programme programme, Findings findings) {
        boolean somebody = table.rows().stream()
                .anyMatch(row -> row.flag("emergency") && row.accepts("programme", programme.code()));
        if (!somebody) {
            findings.warn(table.file(), programme.code(), "routing.nobody-in-danger");
        }
    }
}
