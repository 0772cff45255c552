package org.shangda.university;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.tables.Grid;
import org.shangda.tables.GridReader;
import org.shangda.tables.Table;
import org.shangda.tables.Unreadable;
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
            List<Grid> grids = GridReader.read(file.content(), file.size(), List.of(Column.values()));
            switch (file.part()) {
                case UNITS -> units(grids);
                case PEOPLE -> people(grids);
                case WORKBOOK -> workbook(grids, report);
            }
        } catch (Unreadable e) {
            report.add(e.remark());
        }
        remarks.addAll(report.rows());
    }

    /** Here the sheets' names say which is which. */
    private void workbook(List<Grid> grids, ReportRows report) throws Unreadable {
        Map<String, List<Grid>> named = grids.stream().collect(Collectors.groupingBy(RosterFiles::tableNamedBy));
        Table.leftOut(named.getOrDefault("", List.of())).forEach(report::add);
        if (named.containsKey(UNITS)) {
            units(named.get(UNITS));
        }
        if (named.containsKey(PEOPLE)) {
            people(named.get(PEOPLE));
        }
        if (!named.containsKey(UNITS) && !named.containsKey(PEOPLE)) {
            report.problem(0, "", "sheet.none");
        }
    }

    private static String tableNamedBy(Grid grid) {
        String name = grid.hidden() ? "" : Typed.key(grid.name());
        if (name.contains("单位") || name.equals(UNITS)) {
            return UNITS;
        }
        return name.contains("人员") || name.equals(PEOPLE) ? PEOPLE : "";
    }

    private void units(List<Grid> grids) throws Unreadable {
        units = lines(Table.find(grids, Column.UNITS, Column.required(Column.UNITS)), units, new ReportRows(UNITS));
    }

    private void people(List<Grid> grids) throws Unreadable {
        people =
                lines(Table.find(grids, Column.PEOPLE, Column.required(Column.PEOPLE)), people, new ReportRows(PEOPLE));
    }

    private List<Line> lines(Table<Column> table, List<Line> earlier, ReportRows report) {
        if (earlier != null) {
            report.problem(0, "", "table.twice");
        }
        table.remarks().forEach(report::add);
        remarks.addAll(report.rows());
        return table.rows().stream()
                .map(row -> new Line(row.number(), row.cells()))
                .toList();
    }
}
