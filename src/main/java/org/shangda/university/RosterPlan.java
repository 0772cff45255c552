package org.shangda.university;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shangda.university.RosterReport.Row;

/**
 * What the roster becomes when the given tables take effect today, and what each row has to do with it. Touches no
 * database, so a rehearsal is the same computation as the import.
 */
final class RosterPlan {

    private final Roster before;
    private final LocalDate today;
    private final ReportRows unitRows = new ReportRows(RosterFiles.UNITS);
    private final ReportRows peopleRows = new ReportRows(RosterFiles.PEOPLE);
    private final UnitsPlan units;
    private final PostsPlan posts;
    private final AbsencesPlan absences;
    private final PeoplePlan people;

    /**
     * @param unitLines null leaves the units as they are
     * @param peopleLines null leaves the people as they are
     */
    RosterPlan(
            Roster before,
            List<Line> unitLines,
            List<Line> peopleLines,
            LocalDate today,
            PostTitles titles,
            UnitKinds kinds) {
        this.before = before;
        this.today = today;
        units = new UnitsPlan(before, unitRows, kinds);
        posts = new PostsPlan(before, units, peopleRows, today, titles);
        absences = new AbsencesPlan(before, peopleRows, today);
        people = new PeoplePlan(before, units, posts, absences, peopleRows);
        if (unitLines != null) {
            units.plan(unitLines);
            posts.endWithTheirUnits();
        }
        if (peopleLines != null) {
            people.plan(peopleLines);
        } else if (unitLines != null) {
            people.stranded().forEach((code, count) -> unitRows.problem(0, code, "unit.still-peopled", code, count));
        }
        units.checkLineLeaders(
                unitLines != null,
                id -> people.people().containsKey(id) && !people.left().contains(id));
        if (unitRows.clean() && peopleRows.clean()) {
            refuseHeadlessUniversity();
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(unitRows.rows());
        rows.addAll(peopleRows.rows());
        return rows;
    }

    /** Whom the import makes superfluous stands in no more, also when the post falls vacant again. */
    Roster after() {
        Roster all = with(before.standIns());
        return with(before.standIns().stream()
                .filter(one -> !one.isOver(all, today))
                .collect(toUnmodifiableSet()));
    }

    private Roster with(Set<StandInPost> standIns) {
        return new Roster(
                before.version() + 1,
                before.revision() + 1,
                units.units(),
                units.abolished(),
                people.people(),
                people.left(),
                posts.posts(),
                absences.absences(),
                standIns);
    }

    boolean changesAnything() {
        return !(units.units().equals(before.units())
                && units.abolished().equals(before.abolished())
                && people.people().equals(before.people())
                && people.left().equals(before.left())
                && posts.posts().equals(before.posts())
                && absences.absences().equals(before.absences()));
    }

    private void refuseHeadlessUniversity() {
        if (!new Snapshot(after(), today).answersForever()) {
            units.top()
                    .ifPresentOrElse(
                            top -> peopleRows.problem(0, top.code(), "top-unanswered", top.name()),
                            () -> unitRows.problem(0, "", "units.needed"));
        }
    }
}
