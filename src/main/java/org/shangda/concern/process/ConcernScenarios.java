package org.shangda.concern.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.Proposal;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.Scenario;
import org.shangda.engine.door.walk.Scenarios;
import org.springframework.stereotype.Component;

/** What is walked of a concern: its way, and every list of exits that the tables give a level, once. */
@Component
class ConcernScenarios implements Scenarios {

    @Override
    public Set<String> processes() {
        return Set.of(ConcernEscalation.PROCESS, LevelHandling.PROCESS, SupervisionProcess.PROCESS);
    }

    @Override
    public List<Scenario> of(Proposal proposal, Declared declared) {
        boolean whole = processes().stream()
                .allMatch(process -> proposal.diagram(process).isPresent());
        List<Visit> visits = TableVisits.of(proposal);
        if (!whole || visits.isEmpty()) {
            return List.of();
        }
        Map<String, String> calls = FirstVisits.of(
                proposal.diagram(ConcernEscalation.PROCESS).orElseThrow().model());
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(WayScenario.of(proposal.files(), calls, visits, declared));
        scenarios.addAll(levels(proposal.files(), visits, declared));
        return scenarios;
    }

    private static List<Scenario> levels(Map<String, byte[]> files, List<Visit> visits, Declared declared) {
        Set<Set<Visit.Exit>> seen = new HashSet<>();
        List<Visit> different = visits.stream()
                .filter(visit -> !visit.exits().isEmpty())
                .filter(visit -> seen.add(Set.copyOf(visit.exits())))
                .toList();
        Visit richest = different.stream()
                .max(Comparator.comparing(visit -> visit.exits().size()))
                .orElse(null);
        return different.stream()
                .<Scenario>map(visit -> LevelScenario.of(visit, visit.equals(richest), files, declared))
                .toList();
    }
}
