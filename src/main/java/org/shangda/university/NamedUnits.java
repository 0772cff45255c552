package org.shangda.university;

import java.util.List;

/** The units that a file of a roster names, for whoever checks something else against them. Nothing is stored. */
public final class NamedUnits {

    private NamedUnits() {}

    /**
     * @param file with units
     * @throws IllegalArgumentException when there are none in it
     */
    public static List<Unit> of(RosterFile file) {
        List<Line> lines = new RosterFiles(List.of(file)).units();
        if (lines == null || lines.isEmpty()) {
            throw new IllegalArgumentException(file.name());
        }
        return lines.stream()
                .map(line -> new Unit(
                        line.half(Column.UNIT_CODE),
                        line.text(Column.UNIT_NAME),
                        kind(line.half(Column.UNIT_KIND)),
                        line.halfOrNull(Column.UNIT_PARENT),
                        line.halfOrNull(Column.UNIT_CAMPUS),
                        line.halfOrNull(Column.UNIT_TELEPHONE),
                        line.halfOrNull(Column.UNIT_DUTY_TELEPHONE),
                        line.several(Column.UNIT_LINE_LEADERS)))
                .toList();
    }

    /** Without a table of words, a kind that only the school has is what is written. */
    private static String kind(String written) {
        return UnitKind.meantBy(written).map(UnitKind::code).orElse(written);
    }
}
