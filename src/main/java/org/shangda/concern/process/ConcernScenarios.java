package org.shangda.concern.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.Scenario;

/** What is walked of a concern: its way, and every list of exits that the tables give a level, once. */
final class ConcernScenarios {

    private ConcernScenarios() {}

    static List<Scenario> of(Map<String, byte[]> files, List<Visit> visits, Declared declared) {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(WayScenario.of(files, visits, declared));
        Set<Set<Visit.Exit>> seen = new HashSet<>();
        List<Visit> different = visits.stream()
                .filter(visit -> !visit.exits().isEmpty())
                .filter(visit -> seen.add(Set.copyOf(visit.exits())))
                .toList();
        Visit richest = different.stream()
                .max(Comparator.comparing(visit -> visit.exits().size()))
                .orElse(null);
        different.forEach(visit -> scenarios.add(LevelScenario.of(visit, visit.equals(richest), files, declared)));
        return scenarios;
    }
}
