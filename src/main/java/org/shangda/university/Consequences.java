package org.shangda.university;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shangda.refusal.Sentences;
import org.shangda.university.RosterReport.Outcome;
import org.shangda.university.RosterReport.Row;

/** What an import does to work, pairs and units, in sentences of the report. */
final class Consequences {

    /** Of the report's rows that belong to no file. */
    static final String TABLE = "consequences";

    /** So many open cases of a unit are named; of more the number is told as well. */
    private static final int NAMED = 50;

    private final Snapshot before;
    private final Snapshot after;
    private final ReportRows rows = new ReportRows(TABLE);

    Consequences(Snapshot before, Snapshot after) {
        this.before = before;
        this.after = after;
    }

    /** Units that lose the last who answered for them, then what passes from whom to whom, like with like. */
    List<Row> rows(List<PassedOn> passedOn) {
        after.units().forEach(unit -> vacancy(unit, passedOn));
        Map<PassedOn, Integer> counted = new LinkedHashMap<>();
        passedOn.forEach(one -> counted.merge(new PassedOn(one.kind(), "", one.from(), one.to()), 1, Integer::sum));
        counted.forEach((one, count) -> rows.add(
                0,
                one.from(),
                Outcome.FOLLOWS,
                one.kind() == PassedOn.Kind.DUTY && one.to() == null
                        ? "passed.duty.nobody"
                        : one.kind().sentence(),
                name(one.from()),
                count,
                one.to() == null ? "" : name(one.to())));
        return rows.rows();
    }

    /** The sentence to confirm the numbers with, and one for each unit that loses somebody. */
    static List<Row> toConfirm(Losses losses) {
        ReportRows rows = new ReportRows(TABLE);
        rows.add(0, "", Outcome.TO_CONFIRM, "to-confirm", losses.leavers(), losses.people(), losses.confirmation());
        losses.byUnit()
                .forEach(loss -> rows.add(
                        0,
                        loss.unit(),
                        Outcome.TO_CONFIRM,
                        loss.openWork() > 0
                                ? "to-confirm.work"
                                : loss.everybody() ? "to-confirm.everybody" : "to-confirm.some",
                        loss.name(),
                        loss.leavers(),
                        loss.of(),
                        loss.openWork()));
        return new ArrayList<>(rows.rows());
    }

    private void vacancy(Unit unit, List<PassedOn> passedOn) {
        if (before.unit(unit.code()).isPresent()
                && before.lineLeadersOf(unit.code(), Set.of()).isPresent()
                && after.lineLeadersOf(unit.code(), Set.of()).isEmpty()) {
            rows.add(0, unit.code(), Outcome.FOLLOWS, "vacant-line", unit.name());
        }
        boolean hadSomebody = before.unit(unit.code()).isPresent()
                && before.handlersOf(unit.code(), Set.of()).unit().code().equals(unit.code());
        Answering now = after.handlersOf(unit.code(), Set.of());
        if (hadSomebody && !now.unit().code().equals(unit.code())) {
            rows.add(
                    0,
                    unit.code(),
                    Outcome.FOLLOWS,
                    "vacant",
                    unit.name(),
                    now.unit().name(),
                    now.people().stream().map(Person::name).collect(Sentences.listing()));
            openCases(unit, passedOn);
        }
    }

    /** What the unit, or somebody with a post in it, had open. */
    private void openCases(Unit unit, List<PassedOn> passedOn) {
        Set<String> numbers = passedOn.stream()
                .filter(one -> one.kind() == PassedOn.Kind.WORK)
                .filter(one -> one.from().equals(unit.code())
                        || before.officesOf(one.from()).stream()
                                .anyMatch(office -> office.unit().equals(unit.code())))
                .map(PassedOn::number)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!numbers.isEmpty()) {
            rows.add(
                    0,
                    unit.code(),
                    Outcome.FOLLOWS,
                    numbers.size() > NAMED ? "vacant.more-cases" : "vacant.cases",
                    unit.name(),
                    numbers.size(),
                    numbers.stream().limit(NAMED).collect(Sentences.listing()));
        }
    }

    private String name(String personOrUnit) {
        return after.unit(personOrUnit)
                .or(() -> before.unit(personOrUnit))
                .map(Unit::name)
                .orElseGet(() -> after.nameOf(personOrUnit));
    }
}
