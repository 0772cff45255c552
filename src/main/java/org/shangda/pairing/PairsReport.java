package org.shangda.pairing;

import java.util.List;
import org.shangda.tables.Remark;

/**
 * What an import of pairs would do, did, or why it did nothing.
 *
 * @param stored whether the pairs are there now; false for a rehearsal and whenever there is a problem
 */
public record PairsReport(boolean stored, List<Row> rows) {

    /**
     * @param number row as a spreadsheet counts, 0 where the sentence concerns no single row
     * @param subject the colleague as written, may be empty
     * @param problem whether it stops the whole import
     * @param code of the sentence in the message files
     */
    public record Row(int number, String subject, boolean problem, String code, List<Object> arguments) {

        static Row taken(int number, String subject) {
            return new Row(number, subject, false, "pairing.import.taken", List.of());
        }

        /** What the reader of tables says. */
        static Row of(Remark remark) {
            return new Row(remark.row(), "", remark.kind() == Remark.Kind.PROBLEM, remark.code(), remark.arguments());
        }

        static Row problem(int number, String subject, String code, Object... arguments) {
            return new Row(number, subject, true, code, List.of(arguments));
        }
    }

    public boolean clean() {
        return rows.stream().noneMatch(Row::problem);
    }
}
