package org.shangda.pairing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shangda.tables.Grid;
import org.shangda.tables.GridReader;
import org.shangda.tables.Unreadable;
import org.springframework.core.io.InputStreamSource;

/** Reads a list of pairs, or of colleagues with their categories, from a file or from what was pasted. */
final class ListReader {

    /** A column; the first heading is the documented one. */
    enum Column {
        CARRIER("党员", "党员工号", "党员姓名", "结对党员", "联系领导", "联系人"),
        COLLEAGUE("联系对象", "联系对象工号", "联系对象姓名", "结对对象", "群众", "姓名", "工号"),
        SINCE("结对日期", "结对时间", "开始日期", "起始日期"),
        CATEGORY("类别", "对象类别", "人员类别");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        boolean fits(String heading) {
            return headings.contains(clean(heading).replaceAll("[\\s*:]|\\(.*?\\)", ""));
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

    private ListReader() {}

    static List<Row> read(InputStreamSource content, long size) throws Unreadable {
        List<Grid> grids = GridReader.read(content, size, ListReader::isHeading);
        return rows(grids.get(0), null);
    }

    /** @param order of the columns where no row of headings was pasted along */
    static List<Row> pasted(String text, List<Column> order) throws Unreadable {
        return rows(GridReader.pasted(text), order);
    }

    private static List<Row> rows(Grid grid, List<Column> order) throws Unreadable {
        int headings = headings(grid);
        Map<Column, Integer> at = new EnumMap<>(Column.class);
        if (headings > 0) {
            columns(grid.rows().get(headings - 1), at);
        } else if (order != null) {
            order.forEach(column -> at.put(column, at.size()));
        }
        if (!at.containsKey(Column.COLLEAGUE)) {
            throw new Unreadable("heading.missing", Column.COLLEAGUE.headings.get(0));
        }
        List<Row> rows = new ArrayList<>();
        for (int number = headings + 1; number <= grid.rows().size(); number++) {
            Map<Column, String> cells = cells(grid, number, at);
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(number, cells));
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("table.empty");
        }
        return rows;
    }

    /** Number of the row that names at least two columns, or one alone in its row; 0 where there is none. */
    private static int headings(Grid grid) {
        for (int number = 1;
                number <= Math.min(GridReader.WITHIN_ROWS, grid.rows().size());
                number++) {
            Map<Column, Integer> at = new EnumMap<>(Column.class);
            columns(grid.rows().get(number - 1), at);
            if (at.containsKey(Column.COLLEAGUE)) {
                return number;
            }
        }
        return 0;
    }

    private static void columns(List<String> cells, Map<Column, Integer> at) {
        for (int index = 0; index < cells.size(); index++) {
            for (Column column : Column.values()) {
                if (column.fits(cells.get(index))) {
                    at.putIfAbsent(column, index);
                }
            }
        }
    }

    private static Map<Column, String> cells(Grid grid, int number, Map<Column, Integer> at) throws Unreadable {
        List<String> row = grid.rows().get(number - 1);
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (Map.Entry<Column, Integer> column : at.entrySet()) {
            String cell = column.getValue() < row.size() ? row.get(column.getValue()) : "";
            if (cell.equals(Grid.FORMULA)) {
                throw new Unreadable("cell.formula", Grid.address(column.getValue(), number));
            }
            cells.put(column.getKey(), clean(cell));
        }
        return cells;
    }

    private static boolean isHeading(String text) {
        for (Column column : Column.values()) {
            if (column.fits(text)) {
                return true;
            }
        }
        return false;
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\uFEFF', ' ')
                .strip();
    }
}
