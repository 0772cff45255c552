package org.shangda.contact.process;

import java.util.List;
import java.util.Map;
import org.shangda.contact.ContactView.Row;
import org.shangda.contact.ContactView.SheetPage;

/** Rows of duties under the keys of the forms' tables. */
final class ShownRows {

    private ShownRows() {}

    static List<Map<String, String>> of(List<Row> rows) {
        return rows.stream()
                .map(row -> Map.of(
                        "name", row.name(),
                        "what", row.what(),
                        "progress", row.done() + "/" + row.atLeast(),
                        "clause", row.clause()))
                .toList();
    }

    /** What was missed on a sheet, without the rest. */
    static Map<String, Object> missed(SheetPage page) {
        return Map.of(
                "number", page.sheet().number(),
                "carrierName", page.carrier(),
                "periodLabel", page.sheet().period(),
                "missedRows",
                        of(page.sheet().rows().stream()
                                .filter(row -> row.done() < row.atLeast())
                                .toList()));
    }
}
