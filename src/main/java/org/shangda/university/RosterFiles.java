package org.shangda.university;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.tables.Grid;
import org.shangda.tables.GridReader;
import org.shangda.tables.Unreadable;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;

/** The rows of the two tables, out of whatever files were handed in. */
final class RosterFiles {

    static final String UNITS = "units";
    static final String PEOPLE = "people";

    private final List<Row> remarks = new ArrayList<>();
    private List<Line> units;
    private List<Line> people;

    RosterFiles(List<RosterFile> files) {
        if (files.isEmpty()) {
            ReportRows report = new ReportRows("");
            report.problem(0, "", "file.none");
            remarks.addAll(report.rows());
        }
        files.forEach(this::read);
    }

    /** What is to be said about the files themselves. */
    List<Row> remarks() {
        return remarks;
    }

    /** Null where no such table was given. */
    List<Line> units() {
        return units;
    }

    /** Null where no such table was given. */
    List<Line> people() {
        return people;
    }

    private void read(RosterFile file) {
        ReportRows report = new ReportRows(file.name());
        try {
            List<Grid> grids = GridReader.read(file.content(), file.size(), RosterFiles::namesAColumn);
            switch (file.part()) {
                case UNITS -> units(sheet(grids, Column.UNITS));
                case PEOPLE -> people(sheet(grids, Column.PEOPLE));
                case WORKBOOK -> workbook(grids, report);
            }
        } catch (Unreadable e) {
            report.problem(0, "", e.code(), e.arguments());
        }
        remarks.addAll(report.rows());
    }

    private void workbook(List<Grid> grids, ReportRows report) {
        boolean found = false;
        for (Grid grid : grids) {
            String name = Typed.key(grid.name());
            if (name.contains("单位") || name.equals(UNITS)) {
                units(grid);
                found = true;
            } else if (name.contains("人员") || name.equals(PEOPLE)) {
                people(grid);
                found = true;
            } else {
                report.add(0, "", Outcome.IGNORED, "sheet.ignored", grid.name());
            }
        }
        if (!found) {
            report.problem(0, "", "sheet.none");
        }
    }

    /** A workbook that was given for one table may hold others beside it. */
    private static Grid sheet(List<Grid> grids, Set<Column> columns) {
        Grid best = grids.get(0);
        for (Grid grid : grids) {
            if (Headings.find(grid, columns).at().size()
                    > Headings.find(best, columns).at().size()) {
                best = grid;
            }
        }
        return best;
    }

    private void units(Grid grid) {
        units = lines(grid, Column.UNITS, units, new ReportRows(UNITS));
    }

    private void people(Grid grid) {
        people = lines(grid, Column.PEOPLE, people, new ReportRows(PEOPLE));
    }

    private List<Line> lines(Grid grid, Set<Column> columns, List<Line> earlier, ReportRows report) {
        List<Line> lines = new ArrayList<>();
        Headings headings = Headings.find(grid, columns);
        if (earlier != null) {
            report.problem(0, "", "table.twice");
        }
        for (String heading : headings.missing(columns)) {
            report.problem(headings.row(), "", "heading.missing", heading);
        }
        for (Column column : headings.doubled()) {
            report.problem(headings.row(), "", "heading.doubled", column.heading());
        }
        for (String heading : headings.ignored()) {
            report.add(headings.row(), "", Outcome.IGNORED, "heading.ignored", heading);
        }
        if (report.clean()) {
            for (int number = headings.row() + 1; number <= grid.rows().size(); number++) {
                Line line = line(grid, number, headings, report);
                if (line.cells().values().stream()
                        .anyMatch(cell -> !Typed.clean(cell).isEmpty())) {
                    lines.add(line);
                }
            }
            if (lines.isEmpty() && report.clean()) {
                report.problem(0, "", "table.empty");
            }
            if (lines.size() > GridReader.MAX_ROWS) {
                report.problem(0, "", "file.too-many-rows", GridReader.MAX_ROWS);
            }
        }
        remarks.addAll(report.rows());
        return lines;
    }

    private static Line line(Grid grid, int number, Headings headings, ReportRows report) {
        List<String> row = grid.rows().get(number - 1);
        Map<Column, String> cells = new EnumMap<>(Column.class);
        headings.at().forEach((column, index) -> {
            String cell = index < row.size() ? row.get(index) : "";
            if (cell.equals(Grid.FORMULA)) {
                report.problem(number, "", "cell.formula", Grid.address(index, number));
                cell = "";
            }
            cells.put(column, cell);
        });
        return new Line(number, cells);
    }

    private static boolean namesAColumn(String heading) {
        return Arrays.stream(Column.values()).anyMatch(column -> column.fit(heading) >= 0);
    }
}
