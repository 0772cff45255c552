package org.shangda.university;

import java.util.ArrayList;
import java.util.List;
import org.shangda.university.RosterReport.Row;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the roster as the personnel office keeps it. Each table is complete: who is missing in the people's table
 * has left, and which unit is missing in the units' table was abolished. A table that is not given stays as it is.
 */
@Service
public class RosterImport {

    private final RosterTables tables;
    private final CurrentUniversity university;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final PostTitles titles;

    RosterImport(
            RosterTables tables,
            CurrentUniversity university,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            RosterProperties properties) {
        this.tables = tables;
        this.university = university;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.titles = new PostTitles(properties.titles());
    }

    /**
     * All or nothing: one problem, and nothing is stored. Publishes {@link RosterChanged} in the same transaction.
     *
     * @param dryRun only says what would happen
     */
    public RosterReport run(List<RosterFile> files, boolean dryRun) {
        RosterFiles given = new RosterFiles(files);
        RosterReport unusable = new RosterReport(false, given.remarks());
        return unusable.clean() ? transaction.execute(running -> run(given, dryRun)) : unusable;
    }

    private RosterReport run(RosterFiles given, boolean dryRun) {
        if (!dryRun) {
            tables.lock();
        }
        Roster before = tables.read();
        RosterPlan plan = new RosterPlan(before, given.units(), given.people(), university.today(), titles);
        List<Row> rows = new ArrayList<>(given.remarks());
        rows.addAll(plan.rows());
        boolean stored = !dryRun && new RosterReport(false, rows).clean();
        if (stored && plan.changesAnything()) {
            store(before, plan.after());
        }
        return new RosterReport(stored, List.copyOf(rows));
    }

    private void store(Roster before, Roster after) {
        Snapshot now = new Snapshot(after, university.today());
        tables.write(before, after, now.day());
        university.show(now);
        events.publishEvent(now.since(new Snapshot(before, now.day())));
    }
}
