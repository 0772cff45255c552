package org.shangda.university;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.shangda.university.RosterReport.Outcome;

/** What becomes of the units: read, checked as a tree, compared with those that are there. */
final class UnitsPlan {

    /** As many may be in charge of one unit. */
    private static final int MOST_LINE_LEADERS = 5;

    private final Roster before;
    private final ReportRows rows;
    private final UnitKinds kinds;
    private final Map<String, Unit> units;
    private final Set<String> abolished;

    UnitsPlan(Roster before, ReportRows rows, UnitKinds kinds) {
        this.kinds = kinds;
        this.before = before;
        this.rows = rows;
        units = new TreeMap<>(before.units());
        abolished = new HashSet<>(before.abolished());
    }

    /** What the units become; nothing of it is stored unless the report is clean. */
    void plan(List<Line> lines) {
        Map<String, Unit> given = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        CaseTwins twins = new CaseTwins(before.units().keySet());
        for (Line line : lines) {
            Unit unit = unit(line);
            if (!rows.isCode(line, Column.UNIT_CODE, twins)) {
                continue;
            }
            if (numbers.containsKey(unit.code())) {
                rows.problem(line.number(), unit.code(), "unit.doubled", unit.code(), numbers.get(unit.code()));
            } else {
                given.put(unit.code(), unit);
                numbers.put(unit.code(), line.number());
            }
        }
        checkTree(given, numbers);
        if (!rows.clean()) {
            // Nothing will be stored, but the people are checked against what the file means.
            units.putAll(given);
            return;
        }
        given.replaceAll((code, unit) -> onCampus(unit, given));
        for (Unit unit : given.values()) {
            if (unit.campus() == null) {
                rows.problem(numbers.get(unit.code()), unit.code(), "unit.campus-missing", unit.name());
                return;
            }
            Unit known = before.abolished().contains(unit.code())
                    ? null
                    : before.units().get(unit.code());
            rows.add(
                    numbers.get(unit.code()),
                    unit.code(),
                    known == null ? Outcome.NEW : known.equals(unit) ? Outcome.UNCHANGED : Outcome.CHANGED,
                    known == null ? "unit.new" : known.equals(unit) ? "unchanged" : "unit.changed",
                    unit.name());
            abolished.remove(unit.code());
        }
        units.keySet().stream()
                .filter(code -> !given.containsKey(code) && abolished.add(code))
                .map(units::get)
                .forEach(unit -> rows.add(0, unit.code(), Outcome.ENDS, "unit.abolished", unit.name()));
        units.putAll(given);
    }

    private Unit unit(Line line) {
        String code = line.half(Column.UNIT_CODE);
        String name = line.text(Column.UNIT_NAME);
        if (name.isEmpty()) {
            rows.problem(line.number(), code, "cell.missing", Column.UNIT_NAME.heading());
        }
        Optional<UnitKind> kind = kinds.meantBy(line.half(Column.UNIT_KIND));
        if (kind.isEmpty()) {
            rows.problem(line.number(), code, "unit.kind-unknown", line.text(Column.UNIT_KIND));
        }
        rows.limit(line, code, Column.UNIT_NAME, 200);
        rows.limit(line, code, Column.UNIT_CAMPUS, 32);
        rows.limit(line, code, Column.UNIT_TELEPHONE, 100);
        rows.limit(line, code, Column.UNIT_DUTY_TELEPHONE, 100);
        return new Unit(
                code,
                name,
                kind.map(UnitKind::code).orElse(""),
                line.halfOrNull(Column.UNIT_PARENT),
                line.halfOrNull(Column.UNIT_CAMPUS),
                line.halfOrNull(Column.UNIT_TELEPHONE),
                line.halfOrNull(Column.UNIT_DUTY_TELEPHONE),
                lineLeaders(line, code));
    }

    private List<String> lineLeaders(Line line, String code) {
        List<String> leaders = line.several(Column.UNIT_LINE_LEADERS);
        if (leaders.size() > MOST_LINE_LEADERS) {
            rows.problem(
                    line.number(),
                    code,
                    "unit.line-leaders-many",
                    Column.UNIT_LINE_LEADERS.heading(),
                    MOST_LINE_LEADERS);
        }
        return leaders;
    }

    /**
     * Whoever is named in charge of a unit is on the roster. A file of units that names somebody else is refused; where
     * somebody has left who was in charge, the report says so.
     *
     * @param given whether the units were given
     */
    void checkLineLeaders(boolean given, Predicate<String> isOnRoster) {
        for (Unit unit : units.values()) {
            if (exists(unit.code())) {
                unit.lineLeaders().stream().filter(isOnRoster.negate()).forEach(id -> {
                    if (given) {
                        rows.problem(0, unit.code(), "unit.line-leader-unknown", unit.name(), id);
                    } else {
                        rows.add(0, unit.code(), Outcome.DOUBTFUL, "unit.line-leader-left", unit.name(), id);
                    }
                });
            }
        }
    }

    private void checkTree(Map<String, Unit> given, Map<String, Integer> numbers) {
        String top = null;
        for (Unit unit : given.values()) {
            int number = numbers.get(unit.code());
            boolean university = unit.kind().equals(UnitKind.UNIVERSITY.code());
            if (unit.parent() == null) {
                if (top != null) {
                    rows.problem(number, unit.code(), "unit.top-twice", top, unit.code());
                } else if (!university && !unit.kind().isEmpty()) {
                    rows.problem(number, unit.code(), "unit.top-kind", unit.name());
                }
                top = top == null ? unit.code() : top;
            } else if (!given.containsKey(unit.parent())) {
                rows.problem(number, unit.code(), "unit.parent-unknown", unit.parent());
            } else if (university) {
                rows.problem(number, unit.code(), "unit.university-below", unit.name(), unit.parent());
            } else if (inCycle(unit, given)) {
                rows.problem(number, unit.code(), "unit.cycle", unit.code(), unit.parent());
            }
        }
        if (top == null) {
            rows.problem(0, "", "unit.top-missing");
        }
    }

    private static boolean inCycle(Unit start, Map<String, Unit> given) {
        Set<String> seen = new HashSet<>();
        for (Unit unit = given.get(start.parent()); unit != null; unit = given.get(unit.parent())) {
            if (unit.code().equals(start.code())) {
                return true;
            }
            if (!seen.add(unit.code())) {
                return false;
            }
        }
        return false;
    }

    /** A unit without a campus is where the unit above is. */
    private static Unit onCampus(Unit unit, Map<String, Unit> given) {
        Unit where = unit;
        while (where.campus() == null && where.parent() != null) {
            where = given.get(where.parent());
        }
        return new Unit(
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.parent(),
                where.campus(),
                unit.telephone(),
                unit.dutyTelephone(),
                unit.lineLeaders());
    }

    /** Whether it is a unit then. */
    boolean exists(String code) {
        return units.containsKey(code) && !abolished.contains(code);
    }

    boolean isBranch(String code) {
        return exists(code) && units.get(code).kind().equals(UnitKind.BRANCH.code());
    }

    String nameOf(String code) {
        return units.get(code).name();
    }

    /** The unit above all others. */
    Optional<Unit> top() {
        return units.values().stream()
                .filter(unit -> unit.parent() == null && exists(unit.code()))
                .findFirst();
    }

    Map<String, Unit> units() {
        return units;
    }

    Set<String> abolished() {
        return abolished;
    }
}
