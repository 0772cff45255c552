package org.shangda.numbering;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes those wait for each other who count before they write: a maximum over several rows is no key of the database. A
 * name stands for one of {@value #SLOTS} rows that are always there, so that there is nothing to be made first; that two
 * names share a row costs a moment of waiting, no more.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Monitors {

    /** As many as {@code V140__once.sql} has made. */
    static final int SLOTS = 64;

    private final JdbcClient jdbc;
    private final EntityManager entities;

    public Monitors(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /**
     * Holds all of them until the transaction ends, always in the same order. Once in a transaction, and before what is
     * counted is read: who asks twice can wait for somebody who waits for them.
     *
     * @param known entities that were read before; whoever held the monitor has perhaps changed them
     */
    public void hold(Collection<String> names, Object... known) {
        jdbc.sql("select slot from monitor where slot in (:slots) order by slot for update")
                .param("slots", names.stream().map(Monitors::slot).collect(Collectors.toCollection(TreeSet::new)))
                .query(Integer.class)
                .list();
        readAgain(known);
    }

    /** For what concerns more than a few. */
    public void holdAll(Object... known) {
        jdbc.sql("select slot from monitor order by slot for update")
                .query(Integer.class)
                .list();
        readAgain(known);
    }

    private void readAgain(Object... known) {
        if (known.length > 0) {
            // What was made in this transaction has no row yet.
            entities.flush();
        }
        for (Object entity : known) {
            entities.refresh(entity);
        }
    }

    private static int slot(String name) {
        return Math.floorMod(name.hashCode(), SLOTS);
    }
}
