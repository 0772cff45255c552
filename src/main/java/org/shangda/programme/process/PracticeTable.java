package org.shangda.programme.process;

import java.util.Map;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Misconfigured;
import org.springframework.stereotype.Component;

/** What the table {@code practice-days} says. */
@Component
class PracticeTable implements PracticeDays {

    private static final String KEY = "practice-days";

    private final DeployedTables tables;

    PracticeTable(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public int of(What what) {
        return tables.table(KEY).rows(Map.of("what", what.code())).stream()
                .findFirst()
                .map(row -> row.number("days"))
                .orElseThrow(() -> Misconfigured.withoutRow(KEY, what.code()));
    }
}
