package org.shangda.monitoring;

import java.util.List;
import org.shangda.monitoring.StalledRows.Item;
import org.shangda.paper.ExcelTable;
import org.shangda.refusal.Sentences;

/** The list as a workbook. */
class StalledWorkbook {

    private static final List<String> COLUMNS = List.of(
            "number",
            "severity",
            "cause",
            "level",
            "unit",
            "why",
            "since",
            "stopped",
            "due",
            "left",
            "case",
            "unblock");

    private final Sentences sentences;

    StalledWorkbook(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] of(List<Item> items) {
        try (ExcelTable table = new ExcelTable(
                sentences.of("stalled.title"), COLUMNS, column -> sentences.of("stalled.column." + column))) {
            items.forEach(item -> table.row(
                    item.number(),
                    sentences.of("stalled.severity." + item.severity()),
                    item.causeLabel(),
                    item.level(),
                    item.unit(),
                    item.why(),
                    item.since(),
                    item.stoppedDays(),
                    item.due(),
                    item.daysLeft(),
                    item.caseDays(),
                    item.unblock()));
            return table.bytes();
        }
    }
}
