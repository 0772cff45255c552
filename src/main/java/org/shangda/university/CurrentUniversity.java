package org.shangda.university;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Serves every read from memory. The importing transaction reads what it has written; everybody else does so after its
 * commit, other nodes within a minute.
 */
@Component
class CurrentUniversity implements University {

    private final RosterTables tables;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private volatile Snapshot committed;

    CurrentUniversity(
            RosterTables tables,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Snapshot snapshot() {
        Snapshot imported = (Snapshot) TransactionSynchronizationManager.getResource(this);
        return imported == null ? committed() : imported;
    }

    private Snapshot committed() {
        Snapshot known = committed;
        LocalDate today = today();
        if (known == null || !known.day().equals(today)) {
            known = replace(new Snapshot(known == null ? tables.read() : known.roster(), today));
        }
        return known;
    }

    /** What was read before a newer import or leave never comes back over it. */
    private synchronized Snapshot replace(Snapshot next) {
        if (committed == null || committed.roster().revision() <= next.roster().revision()) {
            committed = next;
        }
        return committed;
    }

    /** Shows the imported roster to the running transaction, and to everybody once that has committed. */
    void show(Snapshot imported) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, imported);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                replace(imported);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CurrentUniversity.this);
            }
        });
    }

    /** Sees what another node has changed, and makes known whose post or leave began or ended with the day. */
    @Scheduled(
            initialDelayString = "${shangda.roster.keep-up:PT1M}",
            fixedDelayString = "${shangda.roster.keep-up:PT1M}")
    void keepUp() {
        if (tables.revision() != committed().roster().revision()) {
            replace(new Snapshot(tables.read(), today()));
        }
        LocalDate known = tables.knownOn();
        if (known != null && known.isBefore(today())) {
            transaction.executeWithoutResult(running -> turnDay());
        }
    }

    private void turnDay() {
        tables.lock();
        LocalDate known = tables.knownOn();
        Snapshot now = committed();
        if (known.isBefore(now.day())) {
            tables.know(now.day());
            RosterChanged changed = now.since(new Snapshot(now.roster(), known));
            if (!changed.changedUnits().isEmpty()) {
                events.publishEvent(changed);
            }
        }
    }

    @Override
    public Optional<Unit> unit(String code) {
        return snapshot().unit(code);
    }

    @Override
    public Optional<Person> person(String id) {
        return snapshot().person(id);
    }

    @Override
    public String nameOf(String personId) {
        return snapshot().nameOf(personId);
    }

    @Override
    public List<Person> people() {
        return snapshot().people();
    }

    @Override
    public List<Unit> units() {
        return snapshot().units();
    }

    @Override
    public List<Unit> lineOf(String unitCode) {
        return snapshot().lineOf(unitCode);
    }

    @Override
    public Optional<Unit> collegeOf(String unitCode) {
        return snapshot().collegeOf(unitCode);
    }

    @Override
    public Answering handlersOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        return snapshot().handlersOf(unitCode, without, notInPlace);
    }

    @Override
    public Answering headOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        return snapshot().headOf(unitCode, without, notInPlace);
    }

    @Override
    public Optional<Answering> signersOf(String unitCode, Set<String> without, Set<String> notInPlace, Signing post) {
        return snapshot().signersOf(unitCode, without, notInPlace, post);
    }

    @Override
    public Optional<Answering> lineLeadersOf(String unitCode, Set<String> without) {
        return snapshot().lineLeadersOf(unitCode, without);
    }

    @Override
    public Optional<InPlace> inPlaceOf(String personId, String unitCode, Set<String> without) {
        return snapshot().inPlaceOf(personId, unitCode, without);
    }

    @Override
    public boolean isAway(String personId) {
        return snapshot().isAway(personId);
    }

    @Override
    public Set<String> unitsAnsweredBy(String personId) {
        return snapshot().unitsAnsweredBy(personId);
    }

    @Override
    public List<Office> officesOf(String personId) {
        return snapshot().officesOf(personId);
    }

    @Override
    public List<Person> holders(String unitCode, String role) {
        return snapshot().holders(unitCode, role);
    }

    @Override
    public Named named(String text) {
        return snapshot().named(text);
    }

    @Override
    public University on(LocalDate day) {
        return snapshot().on(day);
    }
}
