package org.shangda.university;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.tables.Grid;
import org.shangda.tables.GridReader;

/**
 * Where the columns of a table are.
 *
 * @param row number of the row that holds the headings
 * @param at index of each column that was found
 * @param ignored headings that mean nothing here
 * @param doubled columns that two headings name equally well
 */
record Headings(int row, Map<Column, Integer> at, List<String> ignored, List<Column> doubled) {

    /** The row that names the most columns. */
    static Headings find(Grid grid, Set<Column> columns) {
        Headings best = new Headings(1, Map.of(), List.of(), List.of());
        for (int number = 1;
                number <= Math.min(GridReader.WITHIN_ROWS, grid.rows().size());
                number++) {
            Headings found = read(number, grid.rows().get(number - 1), columns);
            if (found.at.size() > best.at.size()) {
                best = found;
            }
        }
        return best;
    }

    private static Headings read(int number, List<String> cells, Set<Column> columns) {
        Map<Column, Integer> at = new EnumMap<>(Column.class);
        List<Column> doubled = new ArrayList<>();
        for (Column column : columns) {
            for (int index = 0; index < cells.size(); index++) {
                int fit = column.fit(cells.get(index));
                if (fit < 0) {
                    continue;
                }
                int known = at.containsKey(column) ? column.fit(cells.get(at.get(column))) : Integer.MAX_VALUE;
                if (fit < known) {
                    at.put(column, index);
                } else if (fit == known) {
                    doubled.add(column);
                }
            }
        }
        List<String> ignored = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            String heading = Typed.clean(cells.get(index));
            if (!heading.isEmpty() && !at.containsValue(index)) {
                ignored.add(heading.startsWith(Grid.FORMULA) ? Grid.address(index, number) : heading);
            }
        }
        return new Headings(number, at, ignored, doubled);
    }

    List<String> missing(Set<Column> columns) {
        return columns.stream()
                .filter(Column::required)
                .filter(column -> !at.containsKey(column))
                .sorted()
                .map(Column::heading)
                .toList();
    }
}
