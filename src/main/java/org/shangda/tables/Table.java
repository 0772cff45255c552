package org.shangda.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.tables.Remark.Kind;

/**
 * The rows of a grid under its headings.
 *
 * @param <C> its columns
 */
public final class Table<C extends Enum<C> & Column> {

    /**
     * One row.
     *
     * @param number as a spreadsheet counts
     * @param cells certain ones, not trimmed; empty, never null, for a column that the table has
     */
    public record Row<C>(int number, Map<C, String> cells) {}

    private final Grid grid;
    private final Set<C> columns;
    private final Set<C> required;
    private final Map<C, Integer> at;
    private final int headings;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Row<C>> rows = new ArrayList<>();

    private Table(Grid grid, Set<C> columns, Set<C> required) {
        this.grid = grid;
        this.columns = columns;
        this.required = required;
        Map<C, Integer> most = new EnumMap<>(type(columns));
        int best = 0;
        for (int number = 1;
                number <= Math.min(GridReader.WITHIN_ROWS, grid.rows().size());
                number++) {
            Map<C, Integer> found = headingsIn(number, new ArrayList<>());
            if (found.size() > most.size()) {
                most = found;
                best = number;
            }
        }
        at = most;
        headings = best;
    }

    private Table(Grid grid, List<C> order, Set<C> required) {
        this.grid = grid;
        this.columns = Set.copyOf(order);
        this.required = required;
        at = new EnumMap<>(type(order));
        order.forEach(column -> at.put(column, at.size()));
        headings = 0;
    }

    /**
     * The one sheet that has these columns; among several that lack something, the one that lacks least.
     *
     * @param required without these a table is refused
     * @throws Unreadable when two visible sheets fit, or none can be seen
     */
    public static <C extends Enum<C> & Column> Table<C> find(List<Grid> grids, Set<C> columns, Set<C> required)
            throws Unreadable {
        List<Table<C>> seen = grids.stream()
                .filter(grid -> !grid.hidden())
                .map(grid -> new Table<>(grid, columns, required))
                .toList();
        if (seen.isEmpty()) {
            throw new Unreadable("sheet.all-hidden");
        }
        Table<C> best = null;
        for (Table<C> table : seen) {
            if (best != null && best.fits() && table.fits()) {
                throw new Unreadable("sheet.competing", best.grid.name(), table.grid.name());
            }
            if (best == null || !best.fits() && (table.fits() || table.at.size() > best.at.size())) {
                best = table;
            }
        }
        Grid taken = best.grid;
        best.remarks.addAll(leftOut(grids.stream().filter(grid -> grid != taken).toList()));
        best.read();
        return best;
    }

    /** Names the sheets that are not read, but those on which nothing stands. */
    public static List<Remark> leftOut(Collection<Grid> grids) {
        return grids.stream()
                .filter(grid -> grid.hidden() || !grid.blank())
                .map(grid -> Remark.of(0, Kind.IGNORED, grid.hidden() ? "sheet.hidden" : "sheet.ignored", grid.name()))
                .toList();
    }

    /** @param order of the columns where no row of headings was pasted along; null where there must be one */
    public static <C extends Enum<C> & Column> Table<C> pasted(
            Grid grid, Set<C> columns, Set<C> required, List<C> order) {
        Table<C> table = new Table<>(grid, columns, required);
        if (order != null && !table.missing().isEmpty()) {
            table = new Table<>(grid, order, required);
        }
        table.read();
        return table;
    }

    /** Certain only when no remark is a problem. */
    public List<Row<C>> rows() {
        return rows;
    }

    public List<Remark> remarks() {
        return remarks;
    }

    /** @throws Unreadable for the first problem */
    public Table<C> orRefuse() throws Unreadable {
        for (Remark remark : remarks) {
            if (remark.kind() == Kind.PROBLEM) {
                throw new Unreadable(remark);
            }
        }
        return this;
    }

    /** Has all that is needed, and at least one row below. */
    private boolean fits() {
        if (!missing().isEmpty()) {
            return false;
        }
        for (int number = headings + 1; number <= grid.rows().size(); number++) {
            if (!blank(number)) {
                return true;
            }
        }
        return false;
    }

    private List<String> missing() {
        return required.stream()
                .filter(column -> !at.containsKey(column))
                .sorted()
                .map(Column::heading)
                .toList();
    }

    private void read() {
        if (headings > 0) {
            List<C> doubled = new ArrayList<>();
            headingsIn(headings, doubled);
            doubled.forEach(column -> problem(headings, "heading.doubled", column.heading()));
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            problem(Math.max(headings, 1), "heading.missing", String.join("、", missing));
        }
        ignoredHeadings();
        if (remarks.stream().anyMatch(remark -> remark.kind() == Kind.PROBLEM)) {
            return;
        }
        for (int number = headings + 1; number <= grid.rows().size(); number++) {
            if (!blank(number) && !repeatsHeadings(number)) {
                rows.add(row(number));
            }
        }
        if (rows.isEmpty()) {
            problem(0, "table.empty");
        } else if (rows.size() > GridReader.MAX_ROWS) {
            problem(0, "file.too-many-rows", GridReader.MAX_ROWS);
        }
    }

    private Map<C, Integer> headingsIn(int number, List<C> doubled) {
        Map<C, Integer> found = new EnumMap<>(type(columns));
        for (C column : columns) {
            int known = Integer.MAX_VALUE;
            for (int index = 0; index < grid.rows().get(number - 1).size(); index++) {
                int fit = column.fit(grid.at(number, index).text());
                if (fit >= 0 && fit < known) {
                    known = fit;
                    found.put(column, index);
                    doubled.remove(column);
                } else if (fit >= 0 && fit == known && !doubled.contains(column)) {
                    doubled.add(column);
                }
            }
        }
        return found;
    }

    private void ignoredHeadings() {
        if (headings == 0) {
            return;
        }
        for (int index = 0; index < grid.rows().get(headings - 1).size(); index++) {
            Cell heading = grid.at(headings, index);
            if (!heading.blank() && heading != Cell.COVERED && !at.containsValue(index)) {
                String name = heading.fault() == null ? heading.text().strip() : Grid.address(index, headings);
                remarks.add(Remark.of(headings, Kind.IGNORED, "heading.ignored", name));
            }
        }
    }

    private boolean blank(int number) {
        return at.values().stream().allMatch(index -> grid.at(number, index).blank());
    }

    /** As printed lists have them on every page, and cells that are merged downwards. */
    private boolean repeatsHeadings(int number) {
        return headings > 0
                && at.entrySet().stream()
                        .allMatch(entry -> entry.getKey()
                                        .fit(grid.at(number, entry.getValue()).text())
                                >= 0);
    }

    private Row<C> row(int number) {
        Map<C, String> cells = new EnumMap<>(type(columns));
        boolean covered = false;
        for (Map.Entry<C, Integer> entry : at.entrySet()) {
            Cell cell = grid.at(number, entry.getValue()).in(entry.getKey());
            String address = Grid.address(entry.getValue(), number);
            if (cell.fault() != null && !(covered && cell == Cell.COVERED)) {
                problem(number, cell.fault(), address, cell.detail());
            } else if (Characters.privateUse(cell.text())) {
                remarks.add(Remark.of(number, Kind.DOUBT, "cell.private-use", address));
            }
            covered |= cell == Cell.COVERED;
            cells.put(entry.getKey(), cell.text());
        }
        if (grid.separated() && headings > 0 && width(number) > width(headings)) {
            problem(number, "row.too-wide", Grid.address(width(number) - 1, number));
        }
        return new Row<>(number, cells);
    }

    /** How many cells a row has up to the last that is not blank. */
    private int width(int number) {
        int width = grid.rows().get(number - 1).size();
        while (width > 0 && grid.at(number, width - 1).blank()) {
            width--;
        }
        return width;
    }

    private void problem(int row, String code, Object... arguments) {
        remarks.add(Remark.of(row, Kind.PROBLEM, code, arguments));
    }

    private static <C extends Enum<C>> Class<C> type(Collection<C> columns) {
        return columns.iterator().next().getDeclaringClass();
    }
}
