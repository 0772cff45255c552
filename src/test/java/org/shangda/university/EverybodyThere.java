package org.shangda.university;

import java.util.Set;
import org.shangda.TestTime;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.context.event.annotation.BeforeTestClass;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever was on leave or stood in when a class of tests ended, was so for the next one too. */
@TestComponent
public class EverybodyThere {

    private final RosterTables tables;
    private final RosterChange change;
    private final TransactionTemplate transaction;

    EverybodyThere(RosterTables tables, RosterChange change, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.change = change;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A Monday on which nobody is away, whatever has become of it in the class before. */
    @BeforeTestClass
    public void back() {
        TestTime.set(TestTime.MONDAY);
        Roster before = tables.read();
        if (!before.absences().isEmpty() || !before.standIns().isEmpty()) {
            transaction.executeWithoutResult(
                    running -> change.to(before, before.withAbsences(Set.of()).withStandIns(Set.of())));
        }
    }
}
