package org.shangda.programme.process;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Findings;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.RuleTable.Row;
import org.shangda.programme.Programmes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every category that somebody may choose goes to a department in every programme, to none twice. */
@Component
class CategoriesHaveADepartment implements Rule {

    private final ObjectProvider<Programmes> programmes;

    /** @param programmes provided late, because the engine's own set-up needs the rules */
    CategoriesHaveADepartment(ObjectProvider<Programmes> programmes) {
        this.programmes = programmes;
    }

    @Override
    public void examine(Proposal proposal, Findings findings) {
        proposal.table("department-routing").ifPresent(table -> {
            Set<String> offered = new LinkedHashSet<>(table.codesOf("category"));
            proposal.forms()
                    .forEach(form -> form.components().stream()
                            .filter(component -> component.key().equals("category"))
                            .forEach(component -> component
                                    .json()
                                    .path("values")
                                    .forEach(value ->
                                            offered.add(value.path("value").asText()))));
            proposal.table("words")
                    .ifPresent(words -> words.rows().stream()
                            .filter(row -> row.cell("kind").equals("\"category\"")
                                    && !row.cell("inUse").equals("false"))
                            .forEach(row -> offered.add(row.cell("code").replace("\"", ""))));
            for (var programme : programmes.getObject().all()) {
                for (String category : offered) {
                    Map<String, String> question = Map.of("programme", programme.code(), "category", category);
                    if (table.matching(question).isEmpty()) {
                        findings.refuse(table.file(), programme.code() + "/" + category, "routing.none", category);
                    }
                    Set<String> units = new LinkedHashSet<>();
                    for (Row row : table.matching(question)) {
                        if (!units.add(row.text("unit"))) {
                            findings.refuse(table.file(), row.name(), "routing.twice", category, row.text("unit"));
                        }
                    }
                }
            }
        });
    }
}
