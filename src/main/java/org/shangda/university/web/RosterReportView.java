package org.shangda.university.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shangda.university.RosterReport;
import org.springframework.context.MessageSource;

/**
 * The report of an import as JSON.
 *
 * @param stored whether the roster is now as the files say
 * @param counts how many rows of the report have each outcome
 * @param leavers how many leave the roster
 * @param confirmation the numbers that are to be confirmed before it can be stored, or null
 */
record RosterReportView(
        boolean dryRun, boolean stored, Map<String, Long> counts, int leavers, String confirmation, List<Row> rows) {

    /**
     * @param table {@code units}, {@code people}, {@code consequences} or the name of the file
     * @param row as a spreadsheet counts, 0 where the sentence concerns no single row
     * @param subject code of the unit or staff number, may be empty
     * @param outcome {@code new}, {@code changed}, {@code unchanged}, {@code ends}, {@code follows}, {@code ignored},
     *     {@code to-confirm} or {@code problem}
     */
    record Row(String table, int row, String subject, String outcome, String message) {}

    static RosterReportView of(RosterReport report, boolean dryRun, MessageSource messages, Locale locale) {
        List<Row> rows = report.rows().stream()
                .map(row -> new Row(
                        row.table(),
                        row.number(),
                        row.subject(),
                        row.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        messages.getMessage(row.code(), row.arguments().toArray(), locale)))
                .toList();
        Map<String, Long> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.outcome(), 1L, Long::sum));
        return new RosterReportView(
                dryRun,
                report.stored(),
                counts,
                report.losses().leavers(),
                report.toConfirm() ? report.losses().confirmation() : null,
                rows);
    }
}
