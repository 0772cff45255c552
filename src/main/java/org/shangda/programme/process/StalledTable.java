package org.shangda.programme.process;

import java.util.Locale;
import java.util.Map;
import org.shangda.programme.StalledWhen;
import org.shangda.refusal.Misconfigured;
import org.springframework.stereotype.Component;

/** What the table {@code stalled-when} says. */
@Component
class StalledTable implements StalledWhen {

    private static final String KEY = "stalled-when";

    private final DeployedTables tables;

    StalledTable(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Threshold of(Cause cause, String programme, String level, String type) {
        return tables
                .table(KEY)
                .rows(Map.of("programme", programme, "level", level, "type", type, "cause", cause.code()))
                .stream()
                .findFirst()
                .map(row -> new Threshold(row.number("n"), severity(row), row.text("told")))
                .orElseThrow(() -> Misconfigured.withoutRow(KEY, cause.code()));
    }

    private static Severity severity(DeployedTable.Row row) {
        try {
            return Severity.valueOf(row.text("severity").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Misconfigured(KEY + ": severity " + row.text("severity") + " is not known");
        }
    }
}
