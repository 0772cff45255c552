package org.shangda.tables;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * A sheet or a text file, cell by cell.
 *
 * @param name of the sheet, empty for a text file
 * @param hidden whether nobody sees it; its rows are not read then
 * @param separated whether commas or semicolons part the cells, so that one within a cell moves all that follow
 * @param rows all of them, blank ones too, so that the first has number 1
 */
public record Grid(String name, boolean hidden, boolean separated, List<List<Cell>> rows) {

    static String address(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }

    /** As {@link List#get}, blank where the row is shorter. @param number from 1 */
    Cell at(int number, int column) {
        List<Cell> row = rows.get(number - 1);
        return column < row.size() ? row.get(column) : Cell.BLANK;
    }

    boolean blank() {
        return rows.stream().allMatch(row -> row.stream().allMatch(Cell::blank));
    }
}
