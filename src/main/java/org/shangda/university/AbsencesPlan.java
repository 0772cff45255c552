package org.shangda.university;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.shangda.university.RosterReport.Outcome;

/**
 * What becomes of leave: where the people's table has its columns, what they say takes the place of what they said before.
 * Leave that people have entered counts before the table, which may be older.
 */
final class AbsencesPlan {

    private final Roster before;
    private final ReportRows rows;
    private final LocalDate today;
    private final Set<Absence> listed = new LinkedHashSet<>();
    private boolean given;

    AbsencesPlan(Roster before, ReportRows rows, LocalDate today) {
        this.before = before;
        this.rows = rows;
        this.today = today;
    }

    /** The leave that a row of the people gives, if any. */
    void read(Line line, Person person) {
        given |= line.has(Column.ABSENT_FROM) || line.has(Column.ABSENT_TO);
        LocalDate first = rows.date(line, person.id(), Column.ABSENT_FROM);
        LocalDate last = rows.date(line, person.id(), Column.ABSENT_TO);
        if (first == null && last == null) {
            return;
        }
        if (first == null || last == null) {
            Column missing = first == null ? Column.ABSENT_FROM : Column.ABSENT_TO;
            rows.problem(line.number(), person.id(), "cell.missing", missing.heading());
            return;
        }
        Absence absence = new Absence(person.id(), first, last, null);
        if (absence.endsBeforeItBegins()) {
            rows.problem(line.number(), person.id(), "absence.ends-before", first.toString(), last.toString());
        } else if (absence.isTooLong()) {
            rows.problem(line.number(), person.id(), "absence.too-long", Absence.LONGEST_DAYS);
        } else if (!listed.contains(absence)) {
            add(line.number(), person, absence);
        }
    }

    private void add(int number, Person person, Absence absence) {
        Optional<Absence> other = absence.overlapping(listed);
        Optional<Absence> entered = before.absences().stream()
                .filter(one -> !one.fromRoster() && one.overlaps(absence))
                .findFirst();
        if (other.isPresent()) {
            say(number, person, Outcome.PROBLEM, "absence.overlaps", other.get());
        } else if (entered.isPresent()) {
            say(number, person, Outcome.DOUBTFUL, "absence.entered", entered.get());
        } else {
            listed.add(absence);
            boolean known = before.absences().contains(absence);
            say(
                    number,
                    person,
                    known ? Outcome.UNCHANGED : Outcome.NEW,
                    known ? "absence.known" : "absence.new",
                    absence);
        }
    }

    private void say(int number, Person person, Outcome outcome, String code, Absence absence) {
        rows.add(
                number,
                person.id(),
                outcome,
                code,
                person.name(),
                absence.first().toString(),
                absence.last().toString());
    }

    Set<Absence> absences() {
        if (!given) {
            return before.absences();
        }
        Set<Absence> merged = new LinkedHashSet<>(listed);
        before.absences().stream().filter(one -> !one.fromRoster()).forEach(merged::add);
        return merged;
    }

    /** Says whose leave is no longer in the table. */
    void reportEnds() {
        Set<Absence> after = absences();
        before.absences().stream()
                .filter(one -> !after.contains(one) && !one.isOverOn(today))
                .forEach(one -> say(0, before.people().get(one.person()), Outcome.ENDS, "absence.ends", one));
    }
}
