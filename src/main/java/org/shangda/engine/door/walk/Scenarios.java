package org.shangda.engine.door.walk;

import java.util.List;
import java.util.Set;
import org.shangda.engine.door.Proposal;

/**
 * How diagrams are walked in which more is to come of a move than their answers say. Whoever owns them contributes it as a
 * bean of its {@code process} package; every other process is walked as it is declared.
 */
public interface Scenarios {

    /** Ids of the processes that are walked so. */
    Set<String> processes();

    List<Scenario> of(Proposal proposal, Declared declared);
}
