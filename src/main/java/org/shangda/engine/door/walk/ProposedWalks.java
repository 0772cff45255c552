package org.shangda.engine.door.walk;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.shangda.engine.door.Finding;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.Walker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through whatever a proposal makes another walk than it is now, be it by a diagram or by a table. */
public class ProposedWalks implements Walker {

    private static final Logger log = LoggerFactory.getLogger(ProposedWalks.class);

    private final Walks walks;
    private final Supplier<Declared> declared;
    private final Supplier<Collection<Scenarios>> own;

    /**
     * @param declared asked late, as the rules are
     * @param own of all modules; likewise
     */
    public ProposedWalks(Walks walks, Supplier<Declared> declared, Supplier<Collection<Scenarios>> own) {
        this.walks = walks;
        this.declared = declared;
        this.own = own;
    }

    @Override
    public List<Finding> walk(Proposal proposed, Proposal inForce) {
        List<Scenario> before = scenarios(inForce);
        Set<String> known = before.stream().map(Walks::digest).collect(toSet());
        Set<Finding> stumbles = new LinkedHashSet<>();
        for (Scenario scenario : scenarios(proposed)) {
            if (!known.contains(Walks.digest(scenario))) {
                List<Finding> found = new ArrayList<>(walk(scenario));
                if (!found.isEmpty()) {
                    before.stream()
                            .filter(former -> former.name().equals(scenario.name()))
                            .forEach(former -> found.removeAll(walk(former)));
                }
                stumbles.addAll(found);
            }
        }
        return List.copyOf(stumbles);
    }

    /** Every way through the processes that the product runs. */
    List<Scenario> scenarios(Proposal proposal) {
        Declared told = declared.get();
        List<Scenario> all = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Scenarios some : own.get()) {
            done.addAll(some.processes());
            all.addAll(some.of(proposal, told));
        }
        proposal.diagrams().stream()
                .filter(diagram -> !done.contains(diagram.key()))
                .filter(diagram -> told.starts().containsKey(diagram.key()))
                .map(diagram -> DeclaredScenario.of(diagram.key(), proposal.files(), told))
                .forEach(all::add);
        return all;
    }

    private List<Finding> walk(Scenario scenario) {
        try {
            return walks.walk(List.of(scenario)).get(0).findings();
        } catch (ProcessEngineException unreadable) {
            // The engine's parser says what it is, to whoever deploys it.
            log.info("{} cannot be walked: {}", scenario.name(), unreadable.getMessage());
            return List.of();
        }
    }
}
