package org.shangda.pairing;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.tables.GridReader;
import org.shangda.tables.Table;
import org.shangda.tables.Unreadable;
import org.springframework.core.io.InputStreamSource;

/** Reads a list of pairs, or of colleagues with their categories, from a file or from what was pasted. */
final class ListReader {

    /** A column; the first heading is the documented one. */
    enum Column implements org.shangda.tables.Column {
        CARRIER("党员", "党员工号", "党员姓名", "结对党员", "联系领导", "联系人"),
        COLLEAGUE("联系对象", "联系对象工号", "联系对象姓名", "结对对象", "群众", "姓名", "工号"),
        SINCE("结对日期", "结对时间", "开始日期", "起始日期"),
        CATEGORY("类别", "对象类别", "人员类别");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        @Override
        public List<String> headings() {
            return headings;
        }

        @Override
        public boolean date() {
            return this == SINCE;
        }
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet counts
     */
    record Row(int number, Map<Column, String> cells) {

        String text(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    private static final Set<Column> COLUMNS = Set.of(Column.values());

    private ListReader() {}

    /** A file of pairs, with all that is to be said about it. */
    static Table<Column> read(InputStreamSource content, long size) throws Unreadable {
        return Table.find(GridReader.read(content, size, COLUMNS), COLUMNS, Set.of(Column.CARRIER, Column.COLLEAGUE));
    }

    /** @param order of the columns where no row of headings was pasted along */
    static List<Row> pasted(String text, List<Column> order) throws Unreadable {
        return rows(Table.pasted(GridReader.pasted(text, COLUMNS), COLUMNS, Set.of(Column.COLLEAGUE), order)
                .orRefuse());
    }

    static List<Row> rows(Table<Column> table) {
        return table.rows().stream()
                .map(row -> {
                    Map<Column, String> cells = new EnumMap<>(row.cells());
                    cells.replaceAll((column, cell) -> clean(cell));
                    return new Row(row.number(), cells);
                })
                .toList();
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
