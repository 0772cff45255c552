package org.shangda.university;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.RosterReport.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the roster as the personnel office keeps it. Each table is complete: who is missing in the people's table
 * has left, and which unit is missing in the units' table was abolished. A table that is not given stays as it is.
 */
@Service
public class RosterImport {

    private final RosterTables tables;
    private final RosterImports imports;
    private final RosterChange change;
    private final CurrentUniversity university;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final PostTitles titles;
    private final UnitKinds kinds;

    RosterImport(
            RosterTables tables,
            RosterImports imports,
            RosterChange change,
            CurrentUniversity university,
            Clock clock,
            PlatformTransactionManager transactions,
            RosterProperties properties,
            UnitKinds kinds) {
        this.kinds = kinds;
        this.tables = tables;
        this.imports = imports;
        this.change = change;
        this.university = university;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.titles = new PostTitles(properties.titles());
    }

    /**
     * How a roster is to be changed.
     *
     * @param dryRun only says what would happen
     * @param confirmed the numbers that an earlier report asked to confirm ({@link Losses#confirmation}), or null
     * @param by who asks for it, null at a start
     */
    public record Terms(boolean dryRun, String confirmed, String by) {}

    /**
     * The import that made the roster in force.
     *
     * @param by who imported it, null at a start
     * @param undoable whether it can be undone, unless something depends on it
     */
    public record Last(Instant at, String by, boolean undoable) {}

    /** Empty before the first import, and when the last one was undone. */
    public Optional<Last> last() {
        return imports.made(tables.version());
    }

    /**
     * All or nothing: one problem, and nothing is stored. Publishes {@link RosterChanged} in the same transaction. A
     * rehearsal does everything and takes it back.
     */
    public RosterReport run(List<RosterFile> files, Terms terms) {
        RosterFiles given = new RosterFiles(files);
        RosterReport unusable = new RosterReport(false, given.remarks());
        return unusable.clean() ? transaction.execute(status -> run(given, terms, status)) : unusable;
    }

    private RosterReport run(RosterFiles given, Terms terms, TransactionStatus status) {
        tables.lock();
        Roster before = tables.read();
        RosterPlan plan = new RosterPlan(before, given.units(), given.people(), university.today(), titles, kinds);
        List<Row> rows = new ArrayList<>(given.remarks());
        rows.addAll(plan.rows());
        RosterReport read = new RosterReport(!terms.dryRun(), List.copyOf(rows));
        if (!read.clean()) {
            return new RosterReport(false, read.rows());
        }
        if (!plan.changesAnything()) {
            return read;
        }
        RosterReport report = with(read, before, plan.after(), terms);
        if (report.stored()) {
            imports.add(before, plan.after(), terms.by(), clock.instant());
        } else {
            status.setRollbackOnly();
        }
        return report;
    }

    private RosterReport with(RosterReport read, Roster before, Roster after, Terms terms) {
        List<PassedOn> passedOn = change.to(before, after);
        Snapshot then = new Snapshot(before, university.today());
        Snapshot now = new Snapshot(after, university.today());
        Losses losses = Losses.between(then, now, passedOn);
        boolean toConfirm = losses.moreThanEveryday() && !losses.confirmedBy(terms.confirmed());
        List<Row> rows = new ArrayList<>(read.rows());
        rows.addAll(new Consequences(then, now).rows(passedOn));
        if (toConfirm) {
            rows.addAll(Consequences.toConfirm(losses));
        }
        return new RosterReport(!terms.dryRun() && !toConfirm, List.copyOf(rows), losses);
    }

    /**
     * Puts the roster before the last import into force again, and resumes the pairs that ended with it.
     *
     * @throws Refusal when there is nothing to undo, or when something depends on what the import brought
     */
    public RosterReport undo(Terms terms) {
        return transaction.execute(status -> undo(terms, status));
    }

    private RosterReport undo(Terms terms, TransactionStatus status) {
        tables.lock();
        Roster inForce = tables.read();
        RosterImports.Undoable last =
                imports.last(inForce).orElseThrow(() -> Refusal.conflict("university.roster.nothing-to-undo"));
        Roster again = inForce.backTo(last.before(), university.today());
        List<PassedOn> passedOn = change.to(inForce, again, new RosterUndone(last.version()));
        Snapshot then = new Snapshot(inForce, university.today());
        Snapshot now = new Snapshot(again, university.today());
        requireNothingDependsOn(then, now, passedOn);
        if (terms.dryRun()) {
            status.setRollbackOnly();
        } else {
            imports.undone(last.version(), terms.by(), clock.instant());
        }
        return new RosterReport(
                !terms.dryRun(), new Consequences(then, now).rows(passedOn), Losses.between(then, now, passedOn));
    }

    /** Whoever came with the import, or a unit that did, has begun to work with it. */
    private static void requireNothingDependsOn(Snapshot then, Snapshot now, List<PassedOn> passedOn) {
        List<String> busy = passedOn.stream()
                .map(PassedOn::from)
                .filter(from ->
                        then.person(from).isPresent() && now.person(from).isEmpty()
                                || now.roster().abolished().contains(from))
                .distinct()
                .map(from -> then.unit(from).map(Unit::name).orElseGet(() -> then.nameOf(from)))
                .toList();
        if (!busy.isEmpty()) {
            throw Refusal.conflict("university.roster.undo-too-late", Sentences.listed(busy));
        }
    }
}
