package org.shangda.tables;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * A sheet or a CSV file as plain text.
 *
 * @param name of the sheet, empty for CSV
 * @param rows all of them, blank ones too, so that the first has number 1
 */
public record Grid(String name, List<List<String>> rows) {

    /** Stands in a cell that holds a formula: its result is only as good as the last program that computed it. */
    public static final String FORMULA = "\u0000formula";

    public static String address(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
